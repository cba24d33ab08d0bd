import type { Logger } from 'pino';
import { isMarkWatched } from '../../failback/observe/mark.ts';
import { isVerifiedVmWatched } from '../../failback/observe/verification.ts';
import { isVmWatched } from '../../failback/observe/vm.ts';
import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import type { Clock } from '../../failback/ports/clock.ts';
import type { HypervHost } from '../../failback/ports/hyperv-host.ts';
import { comingHome, type MarkedVm as Watched, whichVm } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { FailbackRepository } from '../../store/failback-repository.ts';
import { examine } from './examine.ts';
import { hostFor, readVm, type VerificationRules } from './host-tools.ts';
import type { VmLook } from './seen-vms.ts';

interface Parts {
  readonly hosts: readonly HypervHost[];
  readonly verification: VerificationRules;
  readonly failbacks: FailbackRepository;
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
        await this.lookAt(await this.listTravelling(), host);
        // Afterwards: a ledger of old failbacks that cannot be read keeps nobody from looking at the open ones.
        await this.lookAt(await this.listMarked(), host);
      } catch (error) {
        log.error({ err: error, host: host.name }, 'the watch on a host failed and goes on');
      }
      await clock.sleep(everyMs, this.stopping.signal);
    }
  }

  /** To which data travels, those beside one that was started meanwhile, and those that are home and wait for their commit. */
  private async listTravelling(): Promise<readonly Watched[]> {
    const open = await this.parts.failbacks.listOpen();
    return open.flatMap((failback) =>
      comingHome(failback)
        .filter((vm) => isWatched(failback, vm))
        .map((vm) => ({ failback, vm })),
    );
  }

  private async listMarked(): Promise<readonly Watched[]> {
    const marked = await this.parts.failbacks.listMarked();
    return marked.filter(
      ({ failback, vm }) => isMarkWatched(failback, vm) && !isVmWatched(failback, vm),
    );
  }

  private async lookAt(watched: readonly Watched[], host: HypervHost): Promise<void> {
    const own = watched.filter(({ vm }) => hostFor(vm, this.parts) === host);
    for (const one of own) await this.look(one, host);
  }

  private async look({ failback, vm }: Watched, host: HypervHost): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const which = whichVm(failback, vm);
    const seen = isVerifiedVmWatched(failback, vm)
      ? { which, examined: await examine(vm, host, this.parts) }
      : { which, answer: await readVm(vm, host) };
    this.parts.onSeen(failback.id, seen);
  }
}

const isWatched = (failback: Failback, vm: OnPremisesVm): boolean =>
  isVmWatched(failback, vm) ||
  isVerifiedVmWatched(failback, vm) ||
  (!vm.isMarked && isMarkWatched(failback, vm));
