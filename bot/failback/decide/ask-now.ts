import { waitForWindow } from '../next/schedule.ts';
import type { Decided, RefusalCode } from '../state/decided.ts';
import type { Actor } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { isEnd } from '../state/stages.ts';
import { isRequester, mayActAs } from './decide.ts';

/** What somebody asks for who does not want to wait for the maintenance window. */
export interface Impatience {
  readonly by: Actor;
  /** The number that the question will have; an old button has another one. */
  readonly number: number;
  readonly reason: string | undefined;
}

/** The number of the question that comes next. */
export const nextNumber = ({ asked }: Failback): number => asked + 1;

/** Has the question asked now, outside of the maintenance windows. An approver's choice, by name and with a reason. */
export function decideToAskNow(failback: Failback, asked: Impatience, now: number): Decided {
  const refused = refusalOf(failback, asked, now);
  if (refused !== undefined) return { refused };
  const { by, reason } = asked;
  if (reason === undefined) return { refused: 'reasonMissing' };
  return { events: [{ type: 'askedNow', by, reason }] };
}

function refusalOf(
  failback: Failback,
  { by, number }: Impatience,
  now: number,
): RefusalCode | undefined {
  if (isEnd(failback.stage)) return 'hasEnded';
  if (failback.hold !== undefined) return 'onHold';
  if (waitForWindow(failback, now) === undefined) return 'notWaiting';
  if (number !== nextNumber(failback)) return 'outdated';
  if (isRequester(failback, by)) return 'ownRequest';
  return mayActAs(by, 'approver') ? undefined : 'notApprover';
}
