import type { CallAnswer, SiteRecovery } from '../../failback/ports/site-recovery.ts';
import type { ItemOperation } from '../../failback/site-recovery/observed-item.ts';
import type { EventOf } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';

/** Sends the call that was written down: about the job of the failover, about a VM, or about a recovery plan. */
export function sendCall(
  { operation, requestId }: EventOf<'callIntended'>,
  failback: Failback,
  vault: SiteRecovery,
): Promise<CallAnswer> {
  const { id, failoverJobId: jobId = '' } = failback;
  switch (operation) {
    case 'completeFailover':
      return vault.resumeJob({ jobId, requestId, comments: `${id}: complete failover` });
    case 'completeAction':
      return vault.resumeJob({ jobId, requestId, comments: `${id}: the action is done` });
    case 'restartJob':
      return vault.restartJob({ jobId, requestId });
    case 'cancelJob':
      return vault.cancelJob({ jobId, requestId });
    default:
      return sendAboutTarget(operation, requestId, failback, vault);
  }
}

function sendAboutTarget(
  operation: ItemOperation,
  requestId: string,
  failback: Failback,
  vault: SiteRecovery,
): Promise<CallAnswer> {
  const { target, synchronization, destination } = failback;
  if (target.kind === 'recoveryPlan') {
    const { planId } = target;
    return operation === 'plannedFailover'
      ? vault.plans.startPlannedFailover({ planId, requestId, synchronization })
      : vault.plans[operation]({ planId, requestId });
  }
  const { itemId } = target;
  return operation === 'plannedFailover'
    ? vault.startPlannedFailover({ itemId, requestId, synchronization, destination })
    : vault[operation]({ itemId, requestId });
}
