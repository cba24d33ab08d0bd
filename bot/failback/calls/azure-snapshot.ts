import type { Job, ProtectedItem } from '../ports/site-recovery.ts';
import type { PlanSnapshot } from '../site-recovery/plan-snapshot.ts';
import type { Statement } from '../words/statement.ts';

/** What Azure shows when the bot looks. `undefined` means that the service says there is none. */
export interface AzureSnapshot {
  /** Undefined for a recovery plan, too. */
  readonly item: ProtectedItem | undefined;
  /** Of a recovery plan. */
  readonly plan?: PlanSnapshot;
  /** The planned failover's job, once one is known. */
  readonly job?: Job | undefined;
  /** Jobs of the vault that started around the call. */
  readonly jobs?: readonly Job[];
}
/** What became of a call that may or may not have been taken. */
export type CallJudgement =
  | { readonly verdict: 'taken'; readonly jobId?: string; readonly evidence: Statement }
  | { readonly verdict: 'notTaken'; readonly evidence: Statement }
  /** Too early to say. */
  | { readonly verdict: 'lookAgain' }
  /** A person has to say. */
  | { readonly verdict: 'unclear'; readonly evidence: Statement; readonly jobId?: string };
