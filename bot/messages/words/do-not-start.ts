import type { Line, Part } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { bulletList, paragraph } from '../../chat/message/say.ts';
import { shorten, shownName } from '../../chat/message/shorten.ts';
import { DO_NOT_START, doNotStartOn } from '../../failback/readiness/readiness.ts';
import { vmsOf } from '../../failback/site-recovery/target.ts';
import { isMarked, type MarkedVm, markedOf } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';

/** So many marked VMs are named; the rest is counted. */
const MAX_NAMED = 20;

/** The names of marked VMs within a sentence are shown in this many characters. */
const MAX_NAMES = 120;

/** The marked VMs by name and server, where a message is about many; nothing where there is none. */
export function markedPart(marked: readonly MarkedVm[]): readonly Part[] {
  if (marked.length === 0) return [];
  const named = marked.slice(0, MAX_NAMED).map(({ failback: { id }, vm }): Line => {
    const place = vm.host === undefined ? id : `${vm.host.name}, ${id}`;
    return [{ bold: shownName(vm.name) }, ` (${place})`];
  });
  const left = marked.length - named.length;
  return [
    paragraph({ bold: DO_NOT_START }, ' ', phrase('This is so for these VMs:')),
    bulletList(left > 0 ? [...named, [phrase('and {left} more', { left })]] : named),
  ];
}

/** The warnings of a failback, each about a server; undefined where its VMs may be started. */
export function markPart(failback: Marked): Part | undefined {
  const left = markedOf(failback).filter(({ isDestination }) => !isDestination);
  const servers = [...new Set(left.map(({ host }) => host?.name ?? ''))];
  const lines: readonly Line[] = [
    ...(isMarked(failback) ? [homeLine(failback)] : []),
    ...servers.map((server): Line => [{ bold: doNotStartOn(shownName(server)) }]),
  ];
  const [first, ...others] = lines;
  return first && paragraph(...first, ...others.flatMap((line) => ['\n', ...line]));
}

type Marked = Pick<Failback, 'onPremises' | 'target'>;

/** Of a plan with its VMs, unless all of them are marked. */
function homeLine(failback: Marked): Line {
  const names = markedOf(failback)
    .filter(({ isDestination }) => isDestination)
    .map(({ name }) => name);
  return names.length === vmsOf(failback.target).length
    ? [{ bold: DO_NOT_START }]
    : [
        { bold: DO_NOT_START },
        ' ',
        phrase('This is so for: {names}.', { names: shorten(names.join(', '), MAX_NAMES) }),
      ];
}
