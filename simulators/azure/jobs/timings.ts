/**
 * How long each part takes, in simulated milliseconds. RECORDED ones come from public recordings of the real service
 * with tiny VMs; the others are chosen. `startAzureSimulator({ timings })` changes any, `timeScale` all of them.
 */
export interface Timings {
  readonly prerequisitesMs: number;
  readonly prepareMs: number;
  readonly synchronizationMs: number;
  readonly shutdownMs: number;
  readonly failoverMs: number;
  readonly startVmMs: number;
  readonly commitMs: number;
  readonly reverseMs: number;
  readonly irCompletionMs: number;
  readonly cancelMs: number;
  readonly restartMs: number;
}

export const TIMINGS: Timings = {
  // RECORDED: failback of a recovery plan, Hyper-V site, 2017.
  prerequisitesMs: 160,
  prepareMs: 120,
  shutdownMs: 143_000,
  failoverMs: 166_000,
  startVmMs: 12_000,
  // Chosen: depends on the data; "a few GB per minute" in the documentation.
  synchronizationMs: 600_000,
  // Chosen: 1 s was recorded for the commit of a failover to Azure, which deletes nothing.
  commitMs: 60_000,
  // RECORDED: reverse replication of an item, VMM, 2021.
  reverseMs: 91_000,
  irCompletionMs: 300_000,
  cancelMs: 20_000,
  restartMs: 5_000,
};

export function scaled(timings: Timings, factor: number): Timings {
  const entries = Object.entries(timings).map(([name, ms]) => [name, ms * factor]);
  return { ...timings, ...Object.fromEntries(entries) };
}
