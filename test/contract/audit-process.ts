import { runCommandLine } from '../../bot/cli/command-line.ts';

// The audit command as a process of its own: `node --import tsx audit-process.ts <path> <arguments>`.
const [path = '', ...args] = process.argv.slice(2);
const { stdout: out, stderr: err } = process;
process.exitCode = await runCommandLine(['audit', ...args], { ledgerPath: () => path, out, err });
