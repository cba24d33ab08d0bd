import { minutes } from '../chat/duration.ts';
import type { Line } from '../chat/message.ts';
import { shorten } from '../chat/shorten.ts';
import type { Failback } from '../failback/failback.ts';
import { DO_NOT_START } from '../failback/readiness.ts';
import type { Run } from '../failback/run.ts';
import { isEnd, type Stage } from '../failback/stages.ts';
import { turnOf } from '../failback/turn.ts';

/** So much of a name is shown where many VMs stand below each other. */
const MAX_NAME = 40;

/** A VM's name in a line of many. */
export const listedName = ({ target }: Failback): string => shorten(target.name, MAX_NAME);

const WORDS: Readonly<Record<Stage, string>> = {
  checking: 'is being checked',
  adopting: 'is to be taken over',
  awaitingSwitch: 'waits for the decision about a virtual switch',
  creatingSwitch: 'a virtual switch is being made',
  awaitingDirection: 'waits for the decision about the direction',
  starting: 'the planned failover is being started',
  synchronizing: 'data travels, the Azure VM runs',
  awaitingCompletion: 'ready for complete failover, the Azure VM runs',
  completing: 'down, complete failover runs',
  transferring: 'down, all data is downloaded',
  cancelling: 'the planned failover job is being cancelled',
  awaitingAction: 'waits at an action of its recovery plan',
  resuming: 'its recovery plan is told to go on',
  verifying: 'is being verified on-premises',
  awaitingCommit: 'home, waits for the decision about the commit',
  committing: 'home, the commit runs',
  awaitingReverse: 'home, waits for the decision about reverse replicate',
  reversing: 'home, replication is being set up',
  protected: 'home and protected',
  notReady: 'ended, it was not ready',
  declined: 'ended, the direction was declined',
  expired: 'ended, nobody decided in time',
  cancelled: 'ended, it was cancelled',
  abandoned: 'ended, the bot let go of it',
};

/** Where a VM of a run is, in a few words. */
export function placeWords(failback: Failback, run: Run): string {
  if (failback.hold) return `on hold, a choice is waited for (${WORDS[failback.stage]})`;
  const turn = turnOf(failback, run);
  if (turn.is !== 'waiting') return WORDS[failback.stage];
  return turn.for === 'waveBefore'
    ? `waits until wave ${(failback.wave?.number ?? 1) - 1} is home`
    : 'waits for the others of its wave';
}

/** One VM on the board of its run. */
export function memberLine(failback: Failback, run: Run, now: number): Line {
  return [
    `${markOf(failback, run)} `,
    { bold: listedName(failback) },
    ` (${failback.id}): ${placeWords(failback, run)}${clocksOf(failback, now)}`,
    ...(failback.doNotStart && failback.stage !== 'protected' ? [' ', { bold: DO_NOT_START }] : []),
  ];
}

function markOf(failback: Failback, run: Run): string {
  if (failback.stage === 'protected') return '[x]';
  if (isEnd(failback.stage) || failback.hold) return '[!]';
  return turnOf(failback, run).is === 'on' ? '[>]' : '[ ]';
}

function clocksOf(failback: Failback, now: number): string {
  const down = downtimeOf(failback, now);
  const unprotected = unprotectedTimeOf(failback, now);
  return [
    down === undefined ? '' : `, downtime ${minutes(down)}`,
    unprotected === undefined ? '' : `, not protected for ${minutes(unprotected)}`,
  ].join('');
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
