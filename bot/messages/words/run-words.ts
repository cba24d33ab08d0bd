import type { Line } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shorten } from '../../chat/message/shorten.ts';
import { turnOf } from '../../failback/next/turn.ts';
import { DO_NOT_START } from '../../failback/readiness/readiness.ts';
import { isMarked } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { Run } from '../../failback/state/run.ts';
import { isEnd, type Stage } from '../../failback/state/stages.ts';
import { minutes } from './duration.ts';

/** So much of a name is shown where many VMs stand below each other. */
const MAX_NAME = 40;

/** A VM's name in a line of many. */
export const listedName = ({ target }: Failback): string => shorten(target.name, MAX_NAME);

const WORDS: Readonly<Record<Stage, Words>> = {
  checking: phrase('is being checked'),
  adopting: phrase('is to be taken over'),
  awaitingSwitch: phrase('waits for the decision about a virtual switch'),
  creatingSwitch: phrase('a virtual switch is being made'),
  awaitingDirection: phrase('waits for the decision about the direction'),
  starting: phrase('the planned failover is being started'),
  synchronizing: phrase('data travels, the Azure VM runs'),
  awaitingCompletion: phrase('ready for complete failover, the Azure VM runs'),
  completing: phrase('down, complete failover runs'),
  transferring: phrase('down, all data is downloaded'),
  restarting: phrase('the failed planned failover job is being restarted'),
  cancelling: phrase('the planned failover job is being cancelled'),
  awaitingAction: phrase('waits at an action of its recovery plan'),
  resuming: phrase('its recovery plan is told to go on'),
  verifying: phrase('is being verified on-premises'),
  awaitingCommit: phrase('home, waits for the decision about the commit'),
  committing: phrase('home, the commit runs'),
  awaitingReverse: phrase('home, waits for the decision about reverse replicate'),
  reversing: phrase('home, replication is being set up'),
  protected: phrase('home and protected'),
  notReady: phrase('ended, it was not ready'),
  declined: phrase('ended, the direction was declined'),
  expired: phrase('ended, nobody decided in time'),
  cancelled: phrase('ended, it was cancelled'),
  abandoned: phrase('ended, the bot let go of it'),
};

/** Where a VM of a run is, in a few words. */
export function placeWords(failback: Failback, run: Run): Words {
  const place = WORDS[failback.stage];
  if (failback.hold) return phrase('on hold, a choice is waited for ({place})', { place });
  const turn = turnOf(failback, run);
  if (turn.is !== 'waiting') return place;
  return turn.for === 'waveBefore'
    ? phrase('waits until wave {number} is home', { number: (failback.wave?.number ?? 1) - 1 })
    : phrase('waits for the others of its wave');
}

/** One VM on the board of its run. */
export function memberLine(failback: Failback, run: Run, now: number): Line {
  return [
    `${markOf(failback, run)} `,
    { bold: listedName(failback) },
    ` (${failback.id}): `,
    ...particularsOf(failback),
    placeWords(failback, run),
    ...clocksOf(failback, now),
    ...(isMarked(failback) ? [' ', { bold: DO_NOT_START }] : []),
  ];
}

/** A server's name is shown in this many characters, in a line of many. */
const MAX_SERVER = 24;

/** Where to and how, where it is not the usual way. */
function particularsOf({ destination, synchronization }: Failback): Line {
  const list: readonly Words[] = [
    ...(destination.kind === 'alternateLocation'
      ? [phrase('to {server}', { server: shorten(destination.server, MAX_SERVER) })]
      : []),
    ...(synchronization === 'fullDownload' ? [phrase('full download')] : []),
  ];
  return list.length === 0 ? [] : [phrase('{all}', { all: { list, between: ', ' } }), ', '];
}

function markOf(failback: Failback, run: Run): string {
  if (failback.stage === 'protected') return '[x]';
  if (isEnd(failback.stage) || failback.hold) return '[!]';
  return turnOf(failback, run).is === 'on' ? '[>]' : '[ ]';
}

function clocksOf(failback: Failback, now: number): Line {
  const down = downtimeOf(failback, now);
  const unprotected = unprotectedTimeOf(failback, now);
  return [
    ...(down === undefined ? [] : [', ', phrase('downtime {time}', { time: minutes(down) })]),
    ...(unprotected === undefined
      ? []
      : [', ', phrase('not protected for {time}', { time: minutes(unprotected) })]),
  ];
}

/** How long the VM was, or is, down; undefined when it was not. Milliseconds. */
export function downtimeOf(
  { downFrom, downUntil, endedAt }: Failback,
  now: number,
): number | undefined {
  return downFrom === undefined ? undefined : (downUntil ?? endedAt ?? now) - downFrom;
}

/** How long the VM was, or is, not protected; undefined when it is before the commit. Milliseconds. */
export function unprotectedTimeOf(
  { unprotectedFrom, endedAt }: Failback,
  now: number,
): number | undefined {
  return unprotectedFrom === undefined ? undefined : (endedAt ?? now) - unprotectedFrom;
}

/** The longest of some times; undefined when there are none. */
export function longest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
