/** Time as the bot sees it. All times are milliseconds since 1970 UTC. A manual one stands in for tests. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`, or early, without error, when `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
