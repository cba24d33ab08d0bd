import type { Logger } from 'pino';
import { comingHome, whichVm } from '../failback/coming-home.ts';
import type { Failbacks } from '../failback/failbacks.ts';
import type { MarkedVm as Watched } from '../failback/marked-failbacks.ts';
import { isMarkWatched } from '../failback/observe-mark.ts';
import { isVmWatched } from '../failback/observe-vm.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { HypervHost } from '../failback/ports/hyperv-host.ts';
import { hostFor, readVm } from './host-tools.ts';
import type { VmLook } from './seen-vms.ts';

interface Parts {
  readonly hosts: readonly HypervHost[];
  readonly failbacks: Failbacks;
  readonly clock: Clock;
  readonly everyMs: number;
  readonly log: Logger;
  readonly onSeen: (failback: string, seen: VmLook) => void;
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
        for (const watched of await this.watchedOn(host)) await this.look(watched, host);
      } catch (error) {
        log.error({ err: error, host: host.name }, 'the watch on a host failed and goes on');
      }
      await clock.sleep(everyMs, this.stopping.signal);
    }
  }

  private async watchedOn(host: HypervHost): Promise<readonly Watched[]> {
    const { failbacks } = this.parts;
    const travelling = (await failbacks.listOpen()).flatMap((failback) =>
      comingHome(failback)
        .filter((vm) => isVmWatched(failback, vm))
        .map((vm) => ({ failback, vm })),
    );
    const marked = (await failbacks.listMarked()).filter(({ failback, vm }) =>
      isMarkWatched(failback, vm),
    );
    const others = marked.filter(({ vm }) => travelling.every((one) => one.vm !== vm));
    return [...travelling, ...others].filter(({ vm }) => hostFor(vm, this.parts) === host);
  }

  private async look({ failback, vm }: Watched, host: HypervHost): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const answer = await readVm(vm, host);
    this.parts.onSeen(failback.id, { which: whichVm(failback, vm), answer });
  }
}
