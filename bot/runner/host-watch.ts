import type { Logger } from 'pino';
import type { Failback } from '../failback/failback.ts';
import type { Failbacks } from '../failback/failbacks.ts';
import { isMarkWatched } from '../failback/observe-mark.ts';
import { isVmWatched } from '../failback/observe-vm.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { HostAnswer, HypervHost, VmSight } from '../failback/ports/hyperv-host.ts';
import { hostFor, readVm } from './perform-on-host.ts';

interface Parts {
  readonly hosts: readonly HypervHost[];
  readonly failbacks: Failbacks;
  readonly clock: Clock;
  readonly everyMs: number;
  readonly log: Logger;
  readonly onSeen: (failback: string, answer: HostAnswer<VmSight>) => void;
}

/**
 * Looks at the on-premises VMs to which data travels, and at those that must not be started, again and again, each server at
 * its own pace.
 */
export class HostWatch {
  private readonly parts: Parts;
  private readonly stopping = new AbortController();
  private loops: readonly Promise<void>[] = [];

  constructor(parts: Parts) {
    this.parts = parts;
  }

  start(): void {
    this.loops = this.parts.hosts.map((host) => this.watch(host));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  /** A server that hangs keeps only itself waiting. */
  private async watch(host: HypervHost): Promise<void> {
    const { clock, everyMs, log } = this.parts;
    while (!this.stopping.signal.aborted) {
      try {
        for (const failback of await this.watchedOn(host)) await this.look(failback, host);
      } catch (error) {
        log.error({ err: error, host: host.name }, 'the watch on a host failed and goes on');
      }
      await clock.sleep(everyMs, this.stopping.signal);
    }
  }

  private async watchedOn(host: HypervHost): Promise<readonly Failback[]> {
    const { failbacks } = this.parts;
    const travelling = (await failbacks.listOpen()).filter(isVmWatched);
    const marked = (await failbacks.listMarked()).filter(isMarkWatched);
    const others = marked.filter(({ id }) => travelling.every((one) => one.id !== id));
    return [...travelling, ...others].filter((one) => hostFor(one, this.parts) === host);
  }

  private async look(failback: Failback, host: HypervHost): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.parts.onSeen(failback.id, await readVm(failback, host));
  }
}
