#!/usr/bin/env node
import { runAudit } from './audit-cli.ts';
import { inEnglish } from './chat/language/in-english.ts';
import { ledgerPath, loadConfig } from './config.ts';
import { FailbackError } from './failback/errors.ts';

const USAGE = `Usage: failback <command>

  run            run the bot; the same as npm start
  config check   read failback.yaml and say what is wrong with it
  audit …        verify, show or export the audit trail; failback audit help
`;

/** The command line. Returns the exit code. */
async function main([command, ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case 'run':
      await import('./main.ts');
      return 0;
    case 'audit':
      return runAudit(rest, { path: ledgerPath(), out: process.stdout, err: process.stderr });
    case 'config':
      return checkConfig();
    default:
      process.stderr.write(USAGE);
      return command === undefined || command === 'help' ? 0 : 2;
  }
}

function checkConfig(): number {
  const { warnings } = loadConfig();
  for (const warning of warnings) process.stdout.write(`Note: ${warning}\n`);
  process.stdout.write('The settings can be used.\n');
  return 0;
}

main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    const text =
      error instanceof FailbackError
        ? inEnglish(error.userMessage)
        : String((error as Error).stack ?? error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 2;
  });
