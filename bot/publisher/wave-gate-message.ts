import type { Directory } from '../access/directory.ts';
import { duration } from '../chat/duration.ts';
import type { Button, Line, Message } from '../chat/message.ts';
import { decisionLine } from '../chat/refusal.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import { shorten } from '../chat/shorten.ts';
import type { Failback, Vote } from '../failback/failback.ts';
import type { WaveGate } from '../failback/wave-question.ts';
import { phrase, type Words } from '../failback/words.ts';
import { deciders } from './deciders.ts';
import { listedName } from './run-words.ts';
import { voteWords } from './vote-words.ts';
import { expectedForWave, waveGateWords } from './wave-words.ts';

/** The open question to a wave: each VM, what happens to all of them, and who may decide. */
export function renderWaveGate(question: WaveGate, directory: Directory): Message {
  const { about, open, run, wave } = question;
  const [first] = open;
  if (first === undefined) return renderWaveGateOver(question, directory);
  const words = waveGateWords(question);
  return compose(
    title(words.title),
    list(open.map((failback) => vmLine(question, failback))),
    {
      kind: 'facts',
      facts: [
        { name: phrase('What happens'), value: [words.calls] },
        { name: phrase('Goes down'), value: [words.goesDown] },
        { name: phrase('Cannot be undone'), value: [words.irreversible] },
        { name: phrase('Expected'), value: [expectedForWave(about, open)] },
        { name: phrase('Approvals'), value: [approvals(open)] },
        { name: phrase('Expires'), value: [{ time: earliestExpiry(open) }] },
      ],
    },
    paragraph(phrase('May decide: {people}', { people: deciders(first, directory) })),
    list(votersOf(open).map((vote) => [voteWords(vote, directory)])),
    { kind: 'buttons', buttons: gateButtons(question) },
    note(
      phrase(
        '{run}, wave {wave}. One answer counts for each VM of the list. A VM is asked about again, alone, if Azure shows anything else at its call, or if its call is not made within {time}.',
        { run, wave, time: duration(first.policy.grantMs) },
      ),
    ),
  );
}

/** A question to a wave that is over for every VM: what came of it, and nothing left to press. */
function renderWaveGateOver(question: WaveGate, directory: Directory): Message {
  const { run, wave, over } = question;
  return compose(
    title(phrase('Closed. {question}', { question: waveGateWords(question).title })),
    list(
      over.map(
        ({ failback, how }): Line => [
          { bold: listedName(failback) },
          ': ',
          ...decisionLine(how, directory),
        ],
      ),
    ),
    list(reasonsOf(question, directory)),
    note(phrase('{run}, wave {wave}. Nothing is left to decide here.', { run, wave })),
  );
}

/** A server's name is shown in this many characters: the whole question has to fit into one message. */
const MAX_SERVER = 24;

/** One VM of the question, with what is particular about it. */
function vmLine({ about }: WaveGate, failback: Failback): Line {
  const list: readonly Words[] = [
    phrase('{count} GB', { count: Math.ceil(failback.totalSizeMb / 1024) }),
    ...(failback.host === undefined ? [] : [shorten(failback.host.name, MAX_SERVER)]),
    ...(about === 'direction' ? warningsOf(failback) : []),
    ...(about === 'commit' ? [proofOf(failback)] : []),
  ];
  return [{ bold: listedName(failback) }, ` ${failback.id}: `, phrase('{all}', { all: { list } })];
}

function warningsOf({ checks }: Failback): readonly Words[] {
  const found = checks.filter(({ outcome }) => outcome === 'warning' || outcome === 'notChecked');
  return found.length === 0
    ? []
    : [
        phrase('{count, plural, one {# warning} other {# warnings}}, see its status', {
          count: found.length,
        }),
      ];
}

function proofOf({ override, proofs, host }: Failback): Words {
  if (override) return phrase('NOT proven to be well');
  return host === undefined || proofs.length === 0
    ? phrase('not checked by the bot')
    : phrase('proven well');
}

function approvals(open: readonly Failback[]): Words {
  const fewest = Math.min(...open.map(({ gate }) => gate?.votes.length ?? 0));
  const needed = Math.max(...open.map(({ gate }) => gate?.needed ?? 0));
  return phrase('{count} of {needed}', { count: fewest, needed });
}

const earliestExpiry = (open: readonly Failback[]) =>
  Math.min(...open.map(({ gate }) => gate?.expiresAt ?? 0));

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

function gateButtons({ run, number }: WaveGate): readonly Button[] {
  return [
    { label: 'Approve', style: 'primary', press: { command: 'approve', failback: run, number } },
    { label: 'Decline', style: 'danger', press: { command: 'decline', failback: run, number } },
  ];
}
