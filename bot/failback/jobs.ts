/** What a job's state means for the failback. */
export type JobPhase = 'running' | 'waiting' | 'cancelling' | 'succeeded' | 'failed' | 'cancelled' | 'unknown';
