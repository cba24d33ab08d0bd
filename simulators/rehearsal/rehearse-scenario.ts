import { describeFindings } from './finding.ts';
import { Rehearsal } from './rehearsal.ts';
import type { Scenario } from './scenario.ts';
import { type SceneOptions, setScene } from './scene.ts';
import { Transcript } from './transcript.ts';
import { judge, type Verdict } from './verdict.ts';

/** A hundred times faster than the recorded jobs of the real service. */
const TIME_SCALE = 1 / 100;

/** Plays a scenario from its first line to its verdict; all of it is printed. */
export async function rehearse(
  scenario: Scenario,
  out: NodeJS.WritableStream,
  options: Partial<SceneOptions> = {},
): Promise<Verdict> {
  const settings = { ...scenario.scene.settings, ...options.settings };
  const scene = await setScene({ timeScale: TIME_SCALE, ...scenario.scene, ...options, settings });
  scenario.arrange?.(scene);
  const transcript = new Transcript(scene, out);
  try {
    const rehearsal = await Rehearsal.begin(scene, transcript);
    await playToTheEnd(scenario, rehearsal);
    transcript.stage('What is true now, looked at from outside of the bot:');
    const verdict = await judge(scenario, scene, rehearsal.findings);
    out.write(describeFindings(verdict.findings));
    out.write(`\n${verdict.summary}\n`);
    return verdict;
  } finally {
    transcript.close();
    await scene.close();
  }
}

/** A play that stops in the middle is a finding, too: what is true then is worth a look. */
async function playToTheEnd(scenario: Scenario, rehearsal: Rehearsal): Promise<void> {
  try {
    await scenario.play(rehearsal);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    rehearsal.finds(`The play stopped: ${why}`, false);
  } finally {
    await rehearsal.end();
  }
}
