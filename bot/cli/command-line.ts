import { Command, CommanderError } from 'commander';
import { userMessageOf } from '../chat/user-message.ts';
import { loadConfig } from '../config.ts';
import { inEnglish } from '../messages/dictionary/in-english.ts';
import { addAudit } from './audit-command.ts';
import type { Terminal } from './terminal.ts';

/** Carries out what was typed behind `failback`. Returns the exit code: 2 when it could not be done. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = commandsOf(terminal, (end) => {
    code = end;
  });
  try {
    // Nothing typed is a question, and no mistake.
    await program.parseAsync(args.length === 0 ? ['help'] : args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const known = userMessageOf(error);
    const text = known === undefined ? String((error as Error).stack ?? error) : inEnglish(known);
    terminal.err.write(`${text}\n`);
    return 2;
  }
}

function commandsOf(terminal: Terminal, end: (code: number) => void): Command {
  const { out, err } = terminal;
  const program = new Command('failback').exitOverride().configureOutput({
    writeOut: (text) => out.write(text),
    writeErr: (text) => err.write(text),
  });
  program
    .command('run')
    .description('run the bot; the same as npm start')
    .action(async () => {
      const { runBot } = await import('../run-bot.ts');
      await runBot();
    });
  program
    .command('config')
    .description('look at the settings')
    .command('check')
    .description('read failback.yaml and say what is wrong with it')
    .action(() => end(checkConfig(terminal)));
  addAudit(program, terminal, end);
  for (const command of [program, ...program.commands]) explainMistakes(command, command);
  return program;
}

/** Behind what is wrong stands how to do it right: the help of the command, for all that is below it, too. */
function explainMistakes(command: Command, { commands }: Command): void {
  command.addHelpText('before', ({ error }) => (error ? 'Say what to do.\n' : ''));
  for (const one of [command, ...commands]) {
    one.configureOutput({
      outputError: (text, write) => write(`${text}\n${command.helpInformation()}`),
    });
  }
}

function checkConfig({ out }: Terminal): number {
  const { warnings } = loadConfig();
  for (const warning of warnings) out.write(`Note: ${warning}\n`);
  out.write('The settings can be used.\n');
  return 0;
}
