import { refuseOldNode } from '../bot/node-version.ts';

refuseOldNode(process);
// Imported only now: an older Node may not even read it.
await import('./rehearsal/command-line.ts');
