import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { Operation } from '../../failback/state/gates.ts';

/** The calls in Azure's own words, to be used in a sentence. */
export const OPERATION_NAMES: Readonly<Record<Operation, Phrase>> = {
  plannedFailover: phrase('planned failover'),
  completeFailover: phrase('complete failover'),
  completeAction: phrase('go on from an action of the recovery plan'),
  restartJob: phrase('restart the job'),
  cancelJob: phrase('cancel the job'),
  commit: phrase('commit'),
  reverseReplicate: phrase('reverse replicate'),
};
