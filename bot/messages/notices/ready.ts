import type { Button, Line, Message } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shownName } from '../../chat/message/shorten.ts';
import { nextNumber } from '../../failback/decide/ask-now.ts';
import type { Wait } from '../../failback/next/schedule.ts';
import type { WaitingWave } from '../../failback/runs/ask-run-now.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { GateKind } from '../../failback/state/gates.ts';
import { GATE_NAMES } from '../words/gate-names.ts';
import { listedName } from '../words/run-words.ts';
import { windowWords } from '../words/window-words.ts';

/** The question is ready, and waits for the maintenance window. */
export function renderReady({ gate, until }: Wait, failback: Failback): Message {
  const { id, target, policy } = failback;
  return compose(
    title(phrase('Ready: {vm} waits for the maintenance window', { vm: shownName(target.name) })),
    paragraph(
      phrase('The bot will ask about {question} at {time}.', {
        question: GATE_NAMES[gate],
        time: { time: until },
      }),
    ),
    {
      kind: 'facts',
      facts: [
        { name: phrase('Maintenance window'), value: [windowWords(policy.windows ?? [])] },
        { name: phrase('Until then'), value: [MEANWHILE[gate] ?? phrase('Nothing is called.')] },
      ],
    },
    paragraph(howToAskNow(id)),
    { kind: 'buttons', buttons: [askNowButton(failback)] },
    note(phrase('{id}. Nothing has to be decided before that time.', { id })),
  );
}

/** What is true while a question waits. */
const MEANWHILE: Readonly<Partial<Record<GateKind, ReturnType<typeof phrase>>>> = {
  direction: phrase('Nothing is started. The Azure VM keeps running.'),
  complete: phrase('The data is synchronized. The Azure VM keeps running.'),
};

const howToAskNow = (id: string) =>
  phrase(
    'An approver who did not start it can have it asked now, with a reason. Press Ask now, or type {command} and the reason',
    { command: { verbatim: `/failback ask-now ${id}` } },
  );

const askNowButton = (failback: Failback): Button => ({
  label: phrase('Ask now'),
  style: 'plain',
  press: { command: 'ask-now', failback: failback.id, number: nextNumber(failback) },
});

/**
 * VMs of a run are ready, and wait for the maintenance window: those of a wave are asked about as one. The button is for those
 * that are asked first.
 */
export function renderRunReady(waves: readonly WaitingWave[], run: string): Message {
  const [first] = waves;
  return compose(
    title(phrase('Ready: VMs of {run} wait for the maintenance window', { run })),
    bulletList(waves.map(waitingLine)),
    first && paragraph(howToAskNow(`${run} wave-${first.wave}`)),
    { kind: 'buttons', buttons: first === undefined ? [] : [askWaveNowButton(first)] },
    note(phrase('{id}. Nothing has to be decided before that time.', { id: run })),
  );
}

const waitingLine = ({ wave, waiting, gate, until }: WaitingWave): Line => [
  phrase('Wave {wave}, {vms}: the bot will ask about {question} at {time}.', {
    wave,
    vms: { list: waiting.map((one) => ({ bold: listedName(one) })) },
    question: GATE_NAMES[gate],
    time: { time: until },
  }),
];

const askWaveNowButton = ({ run, number }: WaitingWave): Button => ({
  label: phrase('Ask now'),
  style: 'plain',
  press: { command: 'ask-now', failback: run, number },
});

/** The same message when the wait is over. `id` of the failback or of the run. */
export function renderWasReady(id: string): Message {
  return compose(
    title(phrase('{id}: was ready', { id })),
    paragraph(phrase('The wait for the maintenance window is over.')),
    note(phrase('Nothing is left to decide here; the board shows where it is.')),
  );
}
