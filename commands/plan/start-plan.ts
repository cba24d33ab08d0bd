import type { Channel } from '../../bot/chat/channels.ts';
import type { CommandRequest, Reply } from '../../bot/chat/command.ts';
import type { CommandContext } from '../../bot/chat/command-context.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import { phrase } from '../../bot/chat/message/phrase.ts';
import { compose, paragraph } from '../../bot/chat/message/say.ts';
import { shownName } from '../../bot/chat/message/shorten.ts';
import { ORIGINAL_LOCATION } from '../../bot/failback/ports/destination.ts';
import type { Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import type { EventOf } from '../../bot/failback/state/events.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';
import { readSynchronization } from '../../bot/messages/words/synchronization-words.ts';
import { markOf } from '../../bot/store/marks-left.ts';
import { askHow } from '../ask/ask-synchronization.ts';
import { openFailback } from '../ask/open-failback.ts';
import { adviceLines, planReadinessMessage } from '../ask/plan-readiness.ts';
import { findNamedChannel, findOnlyChannel } from '../find/find-channel.ts';
import { type FoundPlan, findPlan, keyOfPlan, vmsAway } from '../find/find-plan.ts';
import { lookAheadAtPlan } from './look-at-plan.ts';

/** What is to come home, how, and the channel in which its failback lives. */
export interface PlanStartRequest {
  readonly found: FoundPlan;
  readonly home: Channel;
  /** Absent where nothing was said of it. */
  readonly synchronization?: Synchronization | undefined;
}

/** `shop`, `shop full-download` or `shop in incident`, as typed behind `start plan`. Throws `InputError`. */
export async function readPlanRequest(
  typed: readonly string[],
  request: CommandRequest,
  desk: CommandContext,
): Promise<PlanStartRequest> {
  const { words, synchronization } = readSynchronization(typed);
  if (words.some((word, at) => at > 0 && ELSEWHERE.includes(word.toLowerCase())))
    throw originalOnly();
  const at = words.findLastIndex((word) => word.toLowerCase() === 'in');
  const name = at < 1 ? words.join(' ') : words.slice(0, at).join(' ');
  const found = await findPlan(name, desk);
  const home =
    at < 1
      ? findOnlyChannel(`plan ${found.plan.name}`, request, desk)
      : findNamedChannel(words.slice(at + 1).join(' '), `plan ${found.plan.name}`, desk);
  return { found, home, synchronization };
}

const ELSEWHERE: readonly string[] = ['to', 'create-vm'];

/** The call has no field for another server: https://learn.microsoft.com/rest/api/site-recovery/replication-recovery-plans/planned-failover */
export const originalOnly = () =>
  new InputError(
    'plan-elsewhere',
    phrase(
      'A recovery plan comes home to its original location only: Azure takes no other server for a plan. Nothing was done. Start its VMs by themselves to bring them to another server.',
    ),
  );

/**
 * Opens the failback of a plan, and says what comes next. Where nothing was said of how the data travels, and a full download
 * is advised for one of its VMs, that is asked first.
 */
export async function startPlan(
  wish: PlanStartRequest,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Reply> {
  const asked = wish.synchronization === undefined ? await askWhereAdvised(wish, desk) : undefined;
  if (asked !== undefined) return asked;
  const id = await openFailback(await requested(wish, request, desk), desk);
  await desk.settle(id);
  return answer(await desk.failbacks.get(id), id, wish.found);
}

async function askWhereAdvised(
  { found, home }: PlanStartRequest,
  desk: CommandContext,
): Promise<Reply | undefined> {
  if (vmsAway(found).length < found.target.items.length) return undefined;
  const { outlooks } = await lookAheadAtPlan(found, desk);
  const isDownloadAdvised = outlooks.some(
    ({ outlook: { advice } }) => advice.synchronization === 'fullDownload',
  );
  const name = shownName(found.plan.name);
  const what = { value: keyOfPlan(found), label: name };
  return isDownloadAdvised
    ? askHow(
        { what, typed: `plan ${name}`, destination: ORIGINAL_LOCATION, home },
        adviceLines(outlooks),
      )
    : undefined;
}

async function requested(
  { found, home, synchronization = 'beforeFailover' }: PlanStartRequest,
  { actor }: CommandRequest,
  desk: CommandContext,
): Promise<EventOf<'requested'>> {
  const { target } = found;
  return {
    type: 'requested',
    by: actor,
    target,
    destination: ORIGINAL_LOCATION,
    synchronization,
    channels: home.places,
    policy: desk.policyFor(target.vault, home),
    ...(await markOf(target, desk)),
  };
}

function answer(failback: Failback | undefined, id: string, { plan, target }: FoundPlan): Reply {
  const name = shownName(plan.name);
  const count = target.items.length;
  if (failback?.stage === 'notReady') return planReadinessMessage(plan.name, failback.checks);
  return compose(
    paragraph(
      { bold: id },
      ' ',
      failback?.hold === undefined
        ? phrase(
            'is open for the recovery plan {plan} with {count} VMs. An approver other than you decides the direction next.',
            { plan: name, count },
          )
        : phrase(
            'is open for the recovery plan {plan} with {count} VMs, but on hold. Its message in the channel says why.',
            { plan: name, count },
          ),
    ),
  );
}
