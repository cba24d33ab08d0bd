import { once } from 'node:events';
import { openForKeyboard } from './keyboard.ts';
import { openForPlayground, PLAYGROUND_PORTS } from './playground.ts';
import { rehearse } from './rehearse-scenario.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';

const LIST = SCENARIOS.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`).join('\n');

const USAGE = `Usage: npm run rehearse -- <scenario> | --play [<scenario>] | --playground

  <scenario>     set the scene and leave it to you: you type and press for everybody in the simulated Slack.
  --play         play a whole failback with invented people, against a simulated Azure, simulated Hyper-V hosts and
                 simulated chats on this machine, and check what came of it. Takes less than a minute, touches nothing else.
  --playground   run the bot against the simulated Azure, for the Agents Playground of Microsoft in place of Teams,
                 until Ctrl+C. See docs/install-teams.md.

Scenarios (${SCENARIOS[0].name} unless named):
${LIST}
`;

async function main(args: readonly string[]): Promise<number> {
  const [name = SCENARIOS[0].name, ...more] = args.filter((arg) => !arg.startsWith('--'));
  const scenario: Scenario | undefined = SCENARIOS.find((one) => one.name === name);
  if (args.includes('--help')) return explain(process.stdout, 0);
  if (scenario === undefined || more.length > 0) {
    process.stderr.write(`There is no scenario "${[name, ...more].join(' ')}".\n\n`);
    return explain(process.stderr, 2);
  }
  if (args.includes('--playground')) {
    const end = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await openForPlayground(process.stdout, PLAYGROUND_PORTS, end);
    return 0;
  }
  if (args.length === 0) return explain(process.stdout, 2);
  if (!args.includes('--play'))
    return (await openForKeyboard(scenario, process.stdin, process.stdout)) ? 0 : 1;
  const { isGood } = await rehearse(scenario, process.stdout);
  return isGood ? 0 : 1;
}

function explain(out: NodeJS.WritableStream, code: number): number {
  out.write(USAGE);
  return code;
}

main(process.argv.slice(2))
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    process.stderr.write(
      `The rehearsal failed: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  });
