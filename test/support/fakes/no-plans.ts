import type { RecoveryPlans } from '../../../bot/failback/ports/site-recovery.ts';

/** A vault without recovery plans: there is none to call. */
export const NO_PLANS: RecoveryPlans = {
  list: async () => [],
  read: async () => undefined,
  listItems: async () => [],
  startPlannedFailover: refused,
  commit: refused,
  reverseReplicate: refused,
};

async function refused() {
  return { outcome: 'refused', status: 404, code: 'ResourceNotFound', message: '' } as const;
}
