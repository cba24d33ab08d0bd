import type { Call, Failback } from './failback.ts';

/** The complete failover of a job that goes on already, as if the bot had called for it. */
export const followedCall = (failback: Failback, at: number): Call => ({
  operation: 'completeFailover',
  requestId: '',
  attempt: 0,
  knownJobIds: [],
  status: 'taken',
  at,
  ...(failback.failoverJobId !== undefined && { jobId: failback.failoverJobId }),
});
