import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { InputError } from '../../../bot/chat/input-error.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import {
  isWhole,
  type WaveGate,
  type WaveHold,
  waveGates,
  waveHolds,
} from '../../../bot/failback/runs/wave-question.ts';
import type { Run } from '../../../bot/failback/state/run.ts';
import { pickRun } from './pick-run.ts';
import { readWave } from './read-wave.ts';

interface Questions {
  readonly gate: WaveGate;
  readonly hold: WaveHold;
}

/** The question to a wave that a person answers. */
export interface WaveAsked<K extends keyof Questions> {
  readonly run: Run;
  /** As it stood when it was answered; undefined when it is not open any more. */
  readonly question: Questions[K] | undefined;
  readonly rest: readonly string[];
}

/**
 * The question to a wave that a person means; undefined when a question to one failback is meant. A button means the
 * question as it stood on its message. Throws `InputError` when several are open and none is named.
 */
export async function pickWaveQuestion<K extends keyof Questions>(
  request: CommandRequest,
  desk: CommandContext,
  what: K,
): Promise<WaveAsked<K> | undefined> {
  const picked = await pickRun(request, desk);
  if (picked === undefined) return undefined;
  const { run, isNamed } = picked;
  const open = openQuestions(run, what, desk.clock.now());
  const pressed = request.press?.number;
  if (pressed !== undefined)
    return { run, question: open.find(({ number }) => number === pressed), rest: picked.rest };
  const { wave, words } = readWave(picked.rest);
  const meant = open.filter((question) => wave === undefined || question.wave === wave);
  if (meant.length > 1) throw severalQuestions(run.id, meant);
  // Nothing was named, and nothing is asked together: then one of the failbacks is meant.
  if (meant.length === 0 && !isNamed) return undefined;
  return { run, question: meant[0], rest: words };
}

/** The questions to waves of a run that may be answered now. */
export function openQuestions<K extends keyof Questions>(
  run: Run,
  what: K,
  now: number,
): readonly Questions[K][];
export function openQuestions(
  run: Run,
  what: keyof Questions,
  now: number,
): readonly (WaveGate | WaveHold)[] {
  return what === 'gate'
    ? waveGates(run).filter((gate) => gate.open.length > 0 && isWhole(gate, run, now))
    : waveHolds(run).filter(({ open }) => open.length > 0);
}

function severalQuestions(run: string, open: readonly { readonly wave: number }[]): InputError {
  return new InputError(
    'question-ambiguous',
    phrase(
      'Several questions of {run} are open, so nothing was done. Press the button in the channel, or name the wave behind the id, for example {example}.',
      { run, example: `${run} wave-${open[0]?.wave ?? 1}` },
    ),
  );
}
