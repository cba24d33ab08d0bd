import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import type { Wanted } from '../../failback/on-premises/proofs.ts';
import type { Clock } from '../../failback/ports/clock.ts';
import type { HostAnswer, HypervHost, VmSnapshot } from '../../failback/ports/hyperv-host.ts';
import { sameId } from '../../failback/ports/site-recovery.ts';
import { whichVm } from '../../failback/state/coming-home.ts';
import type { FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { FailbackRepository } from '../../store/failback-repository.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';

/** What the steps on-premises work with. */
export interface HostTools {
  readonly failbacks: FailbackRepository;
  readonly clock: Clock;
  readonly fastMs: number;
  /** The servers that the settings name. */
  readonly hosts: readonly HypervHost[];
  readonly verification: VerificationRules;
}

/** What has to be proved of a VM, and how long a booting guest is given for it. */
export interface VerificationRules {
  readonly wantedOf: (vm: string) => Wanted;
  readonly patienceMs: number;
}

/** The server of a VM; undefined where no host connector knows it. Two of them never differ only in case. */
export const hostFor = (
  { host }: Pick<OnPremisesVm, 'host'>,
  { hosts }: Pick<HostTools, 'hosts'>,
): HypervHost | undefined => hosts.find(({ name }) => sameId(name, host?.name ?? ''));

export function readVm(
  { host, name }: OnPremisesVm,
  server: HypervHost,
): Promise<HostAnswer<VmSnapshot>> {
  const { vmId } = host ?? {};
  return server.readVm({ name, ...(vmId !== undefined && { id: vmId }) });
}

/** Tries again for as long as Azure is given to show something; then it is over, and that is what happened. */
export function laterOr(
  otherwise: FailbackEvent,
  since: number,
  { policy }: Pick<Failback, 'policy'>,
  { clock, fastMs }: Pick<HostTools, 'clock' | 'fastMs'>,
): StepOutcome {
  const now = clock.now();
  return now - since < policy.settleMs
    ? { events: [], wakeAt: now + fastMs }
    : { events: [otherwise] };
}

/** What is written down before the automatic start of a VM is set to Nothing: the value that was found. */
export function intendStartAction(
  failback: Pick<Failback, 'target'>,
  vm: OnPremisesVm,
  { id, startAction }: VmSnapshot,
): FailbackEvent {
  const before = startAction === 'Start' ? 'Start' : 'StartIfRunning';
  return { type: 'startActionIntended', ...whichVm(failback, vm), vmId: id, before };
}
