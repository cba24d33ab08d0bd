import type { Job, ProtectedItem } from './ports/site-recovery.ts';
import type { SeenPlan } from './seen-plan.ts';

/** What Azure shows when the bot looks. `undefined` means that the service says there is none. */
export interface Look {
  /** Undefined for a recovery plan, too. */
  readonly item: ProtectedItem | undefined;
  /** Of a recovery plan. */
  readonly plan?: SeenPlan;
  /** The planned failover's job, once one is known. */
  readonly job?: Job | undefined;
  /** Jobs of the vault that started around the call. */
  readonly jobs?: readonly Job[];
}
