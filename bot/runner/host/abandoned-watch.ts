import type { Logger } from 'pino';
import type { Clock } from '../../failback/ports/clock.ts';
import type { SiteRecovery } from '../../failback/ports/site-recovery.ts';
import { isLookedAfter, observeAbandoned } from '../../failback/state/abandoned.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { FailbackRepository } from '../../store/failback-repository.ts';

interface Parts {
  readonly vaults: readonly SiteRecovery[];
  readonly failbacks: FailbackRepository;
  readonly clock: Clock;
  readonly everyMs: number;
  readonly log: Logger;
}

/** So many of the latest failbacks are looked through. */
const LOOKED_THROUGH = 200;

/**
 * Looks now and then at the jobs of failbacks that the bot has let go of: one that is cancelled in the portal leaves VMs that
 * must not be started. Nothing else is done about them.
 */
export class AbandonedWatch {
  private readonly parts: Parts;
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  start(): void {
    this.loop = this.watch();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async watch(): Promise<void> {
    const { clock, everyMs } = this.parts;
    while (!this.stopping.signal.aborted) {
      await clock.sleep(everyMs, this.stopping.signal);
      if (!this.stopping.signal.aborted) await this.lookAtAll();
    }
  }

  private async lookAtAll(): Promise<void> {
    const { failbacks, clock, log } = this.parts;
    try {
      const recent = await failbacks.listRecent(LOOKED_THROUGH);
      const adrift = recent.filter((failback) => isLookedAfter(failback, clock.now()));
      for (const failback of adrift) await this.look(failback);
    } catch (error) {
      log.warn({ err: error }, 'the watch on what was let go of failed and goes on');
    }
  }

  private async look(failback: Failback): Promise<void> {
    const { vaults, failbacks, clock } = this.parts;
    const { target, failoverJobId = '' } = failback;
    const vault = vaults.find((one) => one.vault === target.vault);
    if (this.stopping.signal.aborted || !(await this.isLast(failback))) return;
    const job = await vault?.readJob(failoverJobId);
    const events = job === undefined ? [] : observeAbandoned(failback, job);
    if (events.length > 0) await failbacks.append(failback, events, clock.now());
  }

  /** A later failback of it says itself how its VMs stand. */
  private async isLast({ id, target }: Failback): Promise<boolean> {
    const last = await this.parts.failbacks.lastOf(target);
    return last?.id === id;
  }
}
