import { runAudit } from '../../bot/audit-cli.ts';

// The audit command as a process of its own: `node --import tsx audit-process.ts <path> <arguments>`.
const [path = '', ...args] = process.argv.slice(2);
process.exitCode = await runAudit(args, { path, out: process.stdout, err: process.stderr });
