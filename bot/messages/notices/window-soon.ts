import type { Directory } from '../../access/directory.ts';
import type { Line, Message } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph } from '../../chat/message/say.ts';
import type { WaitingWave } from '../../failback/runs/ask-run-now.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { GateKind } from '../../failback/state/gates.ts';
import { windowAt } from '../../failback/state/maintenance-window.ts';
import { deciders } from '../words/deciders.ts';
import { GATE_NAMES } from '../words/gate-names.ts';
import { listedName } from '../words/run-words.ts';

/** What is asked when a window opens: of one VM, or of those of a wave. */
export type Coming = Pick<WaitingWave, 'gate' | 'until' | 'waiting'>;

/**
 * Calls those who may decide, shortly before the window opens in which they are asked. It has no buttons: nothing is to be
 * decided yet. `id` of the failback or of the run.
 */
export function renderWindowSoon(
  id: string,
  coming: readonly Coming[],
  directory: Directory,
): Message {
  const [first] = coming;
  const [failback] = first?.waiting ?? [];
  if (first === undefined || failback === undefined) return { parts: [] };
  const { until } = first;
  return compose(
    paragraph(
      { bold: phrase('The maintenance window opens at {time}.', { time: { time: until } }) },
      ' ',
      ...closing(failback, until),
    ),
    bulletList(coming.map(({ gate, waiting }) => asked(gate, waiting))),
    paragraph(phrase('May decide: {people}', { people: deciders(failback, directory) })),
    note(phrase('{id}. Nothing has to be decided before that time.', { id })),
  );
}

/** An approval is worth nothing after that. */
function closing({ policy }: Failback, until: number): Line {
  const sight = windowAt(policy.windows ?? [], until);
  return sight.isOpen
    ? [phrase('No downtime begins after {time}.', { time: { time: sight.closesAt } })]
    : [];
}

const asked = (gate: GateKind, waiting: readonly Failback[]): Line => [
  phrase('The bot will ask about {question}: {vms}', {
    question: GATE_NAMES[gate],
    vms: { list: waiting.map((one) => ({ bold: listedName(one) })) },
  }),
];
