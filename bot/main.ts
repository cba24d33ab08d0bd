import { refuseOldNode } from './node-version.ts';

refuseOldNode(process);
// Imported only now: an older Node may not even read it.
const { runBot } = await import('./run-bot.ts');
await runBot();
