import type { Line } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shorten } from '../../chat/message/shorten.ts';
import type { WaveGate } from '../../failback/runs/wave-question.ts';
import { comingHome, isMarked, serversOf } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { gb } from '../../failback/words/state-words.ts';
import { listedName } from '../words/run-words.ts';

/** A server's name is shown in this many characters: the whole question has to fit into one message. */
const MAX_SERVER = 24;

/** One VM of a question to a wave, with what is particular about it. */
export function waveVmLine(
  { about, open }: Pick<WaveGate, 'about' | 'open'>,
  failback: Failback,
): Line {
  const list: readonly Words[] = [
    gb(failback.totalSizeMb),
    ...placeOf(failback),
    ...(about === 'direction' ? directionOf(failback, open) : []),
    ...(about === 'commit' ? [proofOf(failback)] : []),
    ...(isMarked(failback) ? [MARKED] : []),
  ];
  return [
    { bold: listedName(failback) },
    ` ${failback.id}: `,
    phrase('{all}', { all: { list, between: ', ' } }),
  ];
}

/** What an earlier failback left behind; its status says it at length. */
const MARKED = phrase('DO NOT START it');

const serverOf = (failback: Failback): readonly Words[] =>
  serversOf(failback).map((server) => shorten(server, MAX_SERVER));

/** What is so for every VM of the list stands in the question itself. */
const directionOf = (failback: Failback, open: readonly Failback[]): readonly Words[] => [
  ...(isFullDownload(failback) && !open.every(isFullDownload)
    ? [phrase('full download: stops at once')]
    : []),
  ...warningsOf(failback),
];

const isFullDownload = ({ synchronization }: Failback) => synchronization === 'fullDownload';

function placeOf(failback: Failback): readonly Words[] {
  const { destination } = failback;
  if (destination.kind === 'alternateLocation')
    return [phrase('to {server}', { server: shorten(destination.server, MAX_SERVER) })];
  return [
    ...serverOf(failback),
    ...(destination.createsVm ? [phrase('made if it is not there')] : []),
  ];
}

function warningsOf({ checks }: Failback): readonly Words[] {
  const count = checks.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'blocked').length;
  return count === 0
    ? []
    : [phrase('{count, plural, one {# warning} other {# warnings}}', { count })];
}

function proofOf(failback: Failback): Words {
  if (failback.proofOverrides.length > 0) return phrase('NOT proven to be well');
  return comingHome(failback).some(({ proofs }) => proofs.length === 0)
    ? phrase('not checked by the bot')
    : phrase('proven well');
}
