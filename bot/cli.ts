#!/usr/bin/env node
import { refuseOldNode } from './node-version.ts';

refuseOldNode(process);
// Imported only now: an older Node may not even read it.
const { runCommandLine } = await import('./cli/command-line.ts');
const { ledgerPath } = await import('./config.ts');
const { argv, stdout: out, stderr: err } = process;
process.exitCode = await runCommandLine(argv.slice(2), {
  ledgerPath: () => ledgerPath(),
  out,
  err,
});
