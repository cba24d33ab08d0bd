import { isMarked, markedOf, marksIn } from '../failback/coming-home.ts';
import type { EventOf, Mark } from '../failback/events.ts';
import type { Failback } from '../failback/failback.ts';
import type { MarkedVm } from '../failback/marked-failbacks.ts';
import { sameId } from '../failback/ports/site-recovery.ts';
import { DO_NOT_START, doNotStartOn } from '../failback/readiness.ts';
import { type Target, vmsOf } from '../failback/target.ts';
import type { Desk } from './desk.ts';
import type { Line, Part } from './message.ts';
import { phrase } from './phrase.ts';
import { list, paragraph } from './say.ts';
import { shorten, shownName } from './shorten.ts';

/** So many marked VMs are named; the rest is counted. */
const MAX_NAMED = 20;

/** The names of marked VMs within a sentence are shown in this many characters. */
const MAX_NAMES = 120;

type Marks = Pick<EventOf<'requested'>, 'marks'>;

/** What the last failback of each VM of a target has left on-premises. */
export async function marksOf(
  target: Target,
  { failbacks }: Pick<Desk, 'failbacks'>,
): Promise<readonly Mark[]> {
  const { vault } = target;
  const marks: Mark[] = [];
  for (const { itemId, name } of vmsOf(target)) {
    const last = await failbacks.lastOf({ kind: 'protectedItem', vault, itemId, name });
    if (last !== undefined) marks.push(...marksOn(marksIn(last), itemId));
  }
  return marks;
}

/** What a new failback takes over from the last ones of its VMs: the marks, and what is to be put back on-premises. */
export async function markOf(target: Target, desk: Pick<Desk, 'failbacks'>): Promise<Marks> {
  const marks = await marksOf(target, desk);
  return marks.length === 0 ? {} : { marks };
}

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
    list(left > 0 ? [...named, [phrase('and {left} more', { left })]] : named),
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

/** The marks of one VM of several. */
const marksOn = (marks: readonly Mark[], itemId: string): readonly Mark[] =>
  marks.filter((mark) => sameId(mark.itemId, itemId));
