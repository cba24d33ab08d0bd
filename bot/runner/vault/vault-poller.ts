import type { Logger } from 'pino';
import { isReversed } from '../../failback/observe/judge-protection.ts';
import type { Clock } from '../../failback/ports/clock.ts';
import { UpstreamError } from '../../failback/ports/errors.ts';
import type { Job, ProtectedItem, SiteRecovery } from '../../failback/ports/site-recovery.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { Stage } from '../../failback/state/stages.ts';
import { LOOK_BACK_MS } from '../../looks/look-fresh.ts';
import type { FailbackRepository } from '../../store/failback-repository.ts';

/** What a vault looked like when it was read. */
export interface VaultSnapshot {
  readonly vault: string;
  /** When reading began: what happened later is not in it. */
  readonly readAt: number;
  /** By ARM id in lower case. */
  readonly items: ReadonlyMap<string, ProtectedItem>;
  /** By job id in lower case; without tasks. */
  readonly jobs: ReadonlyMap<string, Job>;
}

export interface Pace {
  /** While something is about to happen. */
  readonly fastMs: number;
  /** While data travels or people think. */
  readonly slowMs: number;
}

interface Parts {
  readonly vault: SiteRecovery;
  readonly failbacks: FailbackRepository;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly log: Logger;
  readonly onPicture: (picture: VaultSnapshot) => Promise<void>;
}

interface Pause {
  readonly ms: number;
  /** By Azure: nobody cuts it short. */
  readonly isAskedFor?: boolean;
}

/** Below this many remaining reads the poller leaves the rest to the calls that people wait for. */
const SCARCE_READS = 50;

const FAST_STAGES: readonly Stage[] = [
  'starting',
  'completing',
  'cancelling',
  'restarting',
  'verifying',
  'committing',
  'reversing',
];

/** Initial replication travels for hours: it is watched like any data that travels. */
const isAboutToMove = (failback: Failback): boolean =>
  FAST_STAGES.includes(failback.stage) && !isReversed(failback);

/** Reads a vault by pages for all its failbacks together: as many requests for one as for a thousand. */
export class VaultPoller {
  private readonly parts: Parts;
  private readonly stopping = new AbortController();
  private nap = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private latest: VaultSnapshot | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** The newest picture, however old it is. */
  get picture(): VaultSnapshot | undefined {
    return this.latest;
  }

  start(): void {
    this.loop = this.run();
  }

  /**
   * Looks again soon: something has just been asked of Azure. Not more often than at the fast pace, however many have asked: of
   * a large vault each look is many reads.
   */
  poke(): void {
    this.nap.abort();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.nap.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    const { clock, pace } = this.parts;
    while (!this.stopping.signal.aborted) {
      // Renewed before the look: a poke that comes while reading cuts the next pause short.
      this.nap = new AbortController();
      const next = clock.now() + pace.fastMs;
      const pause = await this.look();
      const leastMs = pause.isAskedFor ? pause.ms : next - clock.now();
      if (leastMs > 0) await clock.sleep(leastMs, this.stopping.signal);
      const restMs = pause.ms - Math.max(0, leastMs);
      if (restMs > 0) await clock.sleep(restMs, this.nap.signal);
    }
  }

  /** Reads once, if anything is open, and says how long to pause. */
  private async look(): Promise<Pause> {
    const { vault, failbacks, pace, log, onPicture } = this.parts;
    try {
      const open = (await failbacks.listOpen()).filter(
        ({ target }) => target.vault === vault.vault,
      );
      if (open.length === 0) return { ms: pace.slowMs };
      this.latest = await this.read(open);
      await onPicture(this.latest);
      return { ms: this.pauseFor(await failbacks.listOpen()) };
    } catch (error) {
      log.warn(
        { err: error, vault: vault.vault },
        'the vault could not be read, its picture grows old',
      );
      const retryAfterMs = error instanceof UpstreamError ? error.facts.retryAfterMs : undefined;
      const ms = Math.max(pace.fastMs, retryAfterMs ?? 0);
      return { ms, isAskedFor: retryAfterMs !== undefined };
    }
  }

  private async read(open: readonly Failback[]): Promise<VaultSnapshot> {
    const { vault, clock } = this.parts;
    const readAt = clock.now();
    const since =
      Math.min(...open.map((failback) => failback.entered.checking ?? readAt)) - LOOK_BACK_MS;
    const [items, jobs] = await Promise.all([vault.listProtectedItems(), vault.listJobs(since)]);
    return {
      vault: vault.vault,
      readAt,
      items: new Map(items.map((item) => [item.id.toLowerCase(), item])),
      jobs: new Map(jobs.map((job) => [job.id.toLowerCase(), job])),
    };
  }

  private pauseFor(open: readonly Failback[]): number {
    const { vault, pace } = this.parts;
    const isScarce = vault.remainingReads !== undefined && vault.remainingReads < SCARCE_READS;
    const isNear = open.some(
      (failback) =>
        failback.target.vault === vault.vault && !failback.hold && isAboutToMove(failback),
    );
    return isNear && !isScarce ? pace.fastMs : pace.slowMs;
  }
}
