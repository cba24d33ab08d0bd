import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describeFindings } from './finding.ts';
import { FORM_CAME_UP, type Performer } from './performer.ts';
import { Rehearsal } from './rehearsal.ts';
import type { Scenario } from './scenario.ts';
import { setScene } from './scene.ts';
import { Transcript } from './transcript.ts';
import { judgeHome } from './verdict.ts';

/** Slow enough to read along. */
const TIME_SCALE = 1 / 30;

/** `mina: start web-01`, `jun: [Approve]`, or `jun: [Approve] azure`. */
const LINE = /^(?<who>\w+):\s*(?:\[(?<label>[^\]]+)\]\s*(?<answer>.*)|(?<command>\S.*))$/;

const HINT = `
You are at the keyboard, for everybody in the channel. mina asks, jun and ada approve, kim is not known to the bot.

  mina: help                 types /failback help
  jun: [Approve]             presses the button of the newest message that has it
  jun: [Approve] azure       and fills this into the form that comes up

An empty line, exit or Ctrl+D ends the rehearsal and shows what is true then.
`;

/** Sets the scene of a scenario and leaves it to whoever types, until the input ends. Resolves with whether all VMs are home. */
export async function openForKeyboard(
  scenario: Scenario,
  input: NodeJS.ReadableStream,
  out: NodeJS.WritableStream,
): Promise<boolean> {
  const scene = await setScene({ timeScale: TIME_SCALE, ...scenario.scene });
  scenario.arrange?.(scene);
  const transcript = new Transcript(scene, out);
  try {
    const rehearsal = await Rehearsal.begin(scene, transcript);
    transcript.stage(`${scenario.name}: ${scenario.summary}`);
    out.write(HINT);
    await listen(rehearsal, input, out);
    await rehearsal.end();
    transcript.stage('What is true now, looked at from outside of the bot:');
    const findings = judgeHome(scenario.outcome, scene);
    out.write(describeFindings(findings));
    return findings.every(({ isGood }) => isGood);
  } finally {
    transcript.close();
    await scene.close();
  }
}

/** Acts do not wait for each other: two people may press at once. */
async function listen(
  rehearsal: Rehearsal,
  input: NodeJS.ReadableStream,
  out: NodeJS.WritableStream,
): Promise<void> {
  const lines = createInterface({ input });
  const acts: Promise<void>[] = [];
  lines.on('line', (line) => {
    if (['', 'exit'].includes(line.trim())) lines.close();
    else acts.push(act(rehearsal, line.trim()).catch((error: Error) => explain(out, error)));
  });
  await once(lines, 'close');
  await Promise.all(acts);
}

const explain = (out: NodeJS.WritableStream, { message }: Error) => {
  out.write(`  ! ${message}\n`);
};

async function act(rehearsal: Rehearsal, line: string): Promise<void> {
  const { who = '', label, answer = '', command = '' } = LINE.exec(line)?.groups ?? {};
  const performer = performerOf(rehearsal, who);
  if (performer === undefined) throw new Error('Say who: mina, jun, ada or kim, and a colon.');
  if (label !== undefined && answer !== '') await performer.fillsIn(label, '', answer);
  else if (label !== undefined) tellOfForm(await performer.presses(label, ''));
  else tellOfForm(await performer.types(`/failback ${command}`));
}

function tellOfForm(answer: string): void {
  if (answer === FORM_CAME_UP)
    throw new Error(
      'A form came up. Type all of it in one line: the command, or [button] and words.',
    );
}

function performerOf(rehearsal: Rehearsal, who: string): Performer | undefined {
  const { mina, jun, ada, kim } = rehearsal;
  return new Map([
    ['mina', mina],
    ['jun', jun],
    ['ada', ada],
    ['kim', kim],
  ]).get(who.toLowerCase());
}
