import type { Directory } from '../../access/directory.ts';
import type { Line, Message, Part } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { beginsDowntime, isBoundToWindow } from '../../failback/next/schedule.ts';
import type { WaveGate } from '../../failback/runs/wave-question.ts';
import type { Failback, Vote } from '../../failback/state/failback.ts';
import { gateButtons } from '../questions/buttons.ts';
import { deciders, tooFewDeciders } from '../words/deciders.ts';
import { duration } from '../words/duration.ts';
import { waveExpiryWords } from '../words/expiry-words.ts';
import { decisionLine } from '../words/refusal.ts';
import { listedName } from '../words/run-words.ts';
import { voteWords } from '../words/vote-words.ts';
import { windowWords } from '../words/window-words.ts';
import { waveNotes } from './notes.ts';
import { waveVmLine } from './vm-line.ts';
import { expectedForWave, waveGateWords } from './words.ts';

/** The open question to a wave: each VM, what happens to all of them, and who may decide. */
export function renderWaveGate(question: WaveGate, directory: Directory): Message {
  const { about, open } = question;
  const [first] = open;
  if (first === undefined) return renderWaveGateOver(question, directory);
  const words = waveGateWords(question);
  return compose(
    title(words.title),
    bulletList(open.map((failback) => waveVmLine(question, failback))),
    {
      kind: 'facts',
      facts: [
        { name: phrase('What happens'), value: [words.calls] },
        { name: phrase('Goes down'), value: [words.goesDown] },
        ...windowFacts(question),
        { name: phrase('Cannot be undone'), value: [words.irreversible] },
        { name: phrase('Expected'), value: [expectedForWave(about, open)] },
        { name: phrase('Approvals'), value: [approvals(open)] },
        { name: phrase('Expires'), value: expiryLine(open) },
      ],
    },
    bulletList(waveNotes(about, open, directory)),
    paragraph(phrase('May decide: {people}', { people: deciders(first, directory) })),
    tooFewForOne(open, directory),
    bulletList(votersOf(open).map((vote) => [voteWords(vote, directory)])),
    { kind: 'buttons', buttons: gateButtons(question.run, question.number) },
    note(smallPrint(question, first)),
  );
}

/** Of the first VM of which too few people can decide: the others may lack the same. */
function tooFewForOne(open: readonly Failback[], directory: Directory): Part | undefined {
  for (const failback of open) {
    const part = failback.gate && tooFewDeciders(failback.gate, failback, directory);
    if (part !== undefined) return part;
  }
  return undefined;
}

function smallPrint({ run, wave, about, open }: WaveGate, { policy }: Failback): Words {
  const values = { run, wave, time: duration(policy.grantMs) };
  if (about === 'commit')
    return phrase(
      '{run}, wave {wave}. One answer counts for each VM of the list. A VM is asked about again, alone, if Azure or the VM on-premises shows anything else at its call, or if its call is not made within {time}.',
      values,
    );
  return open.some((failback) => isBoundToWindow(failback, about))
    ? phrase(
        '{run}, wave {wave}. One answer counts for each VM of the list. A VM is asked about again, alone, if Azure shows anything else at its call, or if its call is not made within {time} and before the maintenance window closes.',
        values,
      )
    : phrase(
        '{run}, wave {wave}. One answer counts for each VM of the list. A VM is asked about again, alone, if Azure shows anything else at its call, or if its call is not made within {time}.',
        values,
      );
}

/** A question to a wave that is over for every VM: what came of it, and nothing left to press. */
function renderWaveGateOver(question: WaveGate, directory: Directory): Message {
  const { run, wave, over } = question;
  return compose(
    title(phrase('Closed. {question}', { question: waveGateWords(question).title })),
    bulletList(
      over.map(
        ({ failback, how }): Line => [
          { bold: listedName(failback) },
          ': ',
          ...decisionLine(how, directory),
        ],
      ),
    ),
    bulletList(reasonsOf(question, directory)),
    note(phrase('{run}, wave {wave}. Nothing is left to decide here.', { run, wave })),
  );
}

function approvals(open: readonly Failback[]): Words {
  const fewest = Math.min(...open.map(({ gate }) => gate?.votes.length ?? 0));
  const needed = Math.max(...open.map(({ gate }) => gate?.needed ?? 0));
  return phrase('{count} of {needed}', { count: fewest, needed });
}

/** When the first of them expires, and what happens then. */
function expiryLine(open: readonly Failback[]): Line {
  const [first] = [...open].sort((a, b) => expiryOf(a) - expiryOf(b));
  if (first?.gate === undefined) return [];
  return [{ time: first.gate.expiresAt }, '. ', waveExpiryWords(first.gate, first)];
}

const expiryOf = ({ gate }: Failback) => gate?.expiresAt ?? 0;

/** When the downtime may begin, where the question itself does not begin it. */
function windowFacts({ about, open }: WaveGate) {
  const later = open.find(
    (one) => (one.policy.windows ?? []).length > 0 && !beginsDowntime(about, one),
  );
  if (about !== 'direction' || later === undefined) return [];
  const windows = windowWords(later.policy.windows ?? []);
  return [
    {
      name: phrase('Goes down later'),
      value: [phrase('In the maintenance window: {windows}', { windows })],
    },
  ];
}

/** Each person once, whichever VMs they have voted about so far. */
function votersOf(open: readonly Failback[]): readonly Vote[] {
  const votes = open.flatMap(({ gate }) => gate?.votes ?? []);
  return votes.filter(
    (vote, index) => votes.findIndex(({ by }) => by.person === vote.by.person) === index,
  );
}

function reasonsOf({ over }: WaveGate, directory: Directory): readonly Line[] {
  const reasons = over.flatMap(({ how }) =>
    how.votes.flatMap(({ by, reason }) =>
      reason === undefined ? [] : [`${directory.nameOf(by.person ?? by.userId)}: ${reason}`],
    ),
  );
  return [...new Set(reasons)].map((reason): Line => [reason]);
}
