import { play } from './rehearsal/play.ts';
import { openForPlayground } from './rehearsal/playground.ts';
import { setScene } from './rehearsal/scene.ts';
import { Transcript } from './rehearsal/transcript.ts';
import { judge } from './rehearsal/verdict.ts';

const USAGE = `Usage: npm run rehearse -- --play | --playground

  --play         play one whole failback with invented people, against a simulated Azure, a simulated Hyper-V host and
                 simulated Slack and Teams on this machine, and check what came of it. Takes less than a minute, touches nothing else.
  --playground   run the bot against the simulated Azure, for the Agents Playground of Microsoft in place of Teams,
                 until Ctrl+C. See docs/install-teams.md.
`;

/** A hundred times faster than the recorded jobs of the real service. */
const TIME_SCALE = 1 / 100;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--playground')) {
    await openForPlayground(process.stdout);
    return 0;
  }
  if (!args.includes('--play')) {
    process.stdout.write(USAGE);
    return args.includes('--help') ? 0 : 2;
  }
  const scene = await setScene({
    timeScale: TIME_SCALE,
    hasTeams: true,
    settings: { policies: { approvals: { complete: 2 } } },
  });
  const transcript = new Transcript(scene, process.stdout);
  try {
    const played = await play(scene, transcript);
    transcript.stage('What is true now, looked at from outside of the bot:');
    const { isGood, findings, summary } = await judge(scene, played);
    for (const finding of findings) process.stdout.write(`    ${finding}\n`);
    process.stdout.write(`\n${summary}\n`);
    return isGood ? 0 : 1;
  } finally {
    transcript.close();
    await scene.close();
  }
}

main(process.argv.slice(2))
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    process.stderr.write(
      `The rehearsal failed: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  });
