import type { HostAnswer, StartAction } from '../ports/hyperv-host.ts';
import type { Alarm } from './marked-vm.ts';
import type { Proof } from './proofs.ts';
import type { VerifiedVm } from './verified-vm.ts';

/** What a server answers that does not show the VM. */
export type Unseen = Exclude<HostAnswer<never>['outcome'], 'ok'>;

/** What is known of one VM on one server on-premises, and what was changed there. */
export interface OnPremisesVm {
  /** The ARM id of its protected item. */
  readonly itemId: string;
  readonly name: string;
  /** Whether it is brought home to there. Else an earlier failback left it on that server, and this one goes to another. */
  readonly isDestination: boolean;
  /** Absent where no host connector knows its server. */
  readonly host?: HostedVm;
  /** Whether it was found ready since the last decision to start, and the last attempt in vain. */
  readonly isPrepared: boolean;
  /** What it did by itself when its server starts, before the bot changed it; until it is put back. */
  readonly startAction?: { readonly vmId: string; readonly before: StartAction };
  readonly isRestored: boolean;
  /** It could not be put back: a person has to. */
  readonly couldNotRestore?: true;
  readonly seen?: ObservedVm;
  /** Since when it was seen not to be off while data travels to it. */
  readonly onSince?: number;
  readonly proofs: readonly Proof[];
  /** What was seen of it when it was verified last; the approval of its commit is bound to that. */
  readonly verified?: VerifiedVm;
  /** When that was, in milliseconds. */
  readonly verifiedAt?: number;
  /** What its server answered instead when it was verified last, and somebody let that pass. */
  readonly unseen?: Unseen;
  /** It must not be started: a synchronization was cancelled, and its disks are inconsistent. */
  readonly isMarked: boolean;
  /** Whether the marked VM was seen not to start by itself, or that could not be done. */
  readonly isSecured: boolean;
  /** The marked VM as it was seen last, where that was worth a word. */
  readonly markedAs?: { readonly state: string; readonly startAction: string };
  /** When the marked VM was not off. */
  readonly alarms: readonly Alarm[];
}

type Known = Pick<OnPremisesVm, 'itemId' | 'name'> & Partial<OnPremisesVm>;

/** A VM of which nothing is known but what is given. */
export const newOnPremisesVm = (known: Known): OnPremisesVm => ({
  isDestination: true,
  isPrepared: false,
  isRestored: false,
  proofs: [],
  isMarked: false,
  isSecured: false,
  alarms: [],
  ...known,
});
/** The VM on its server, as both are found again. */
export interface HostedVm {
  /** The server's name in the settings. */
  readonly name: string;
  /** Hyper-V's id of the VM, where Azure says it. */
  readonly vmId?: string;
}

/** Where a marked VM is, and what it did by itself when its server starts, before the bot changed it. */
export interface LeftOnPremises {
  readonly host: HostedVm;
  readonly startAction?: { readonly vmId: string; readonly before: StartAction };
}

/** A VM that must not be started, as an earlier failback left it. */
export interface Mark extends Partial<LeftOnPremises> {
  readonly itemId: string;
  /** It was left on another server than that failback went to. */
  readonly isElsewhere?: true;
}

/** Which VM on-premises an event is about; nothing of it where there is only one. */
export interface WhichVm {
  /** One VM of a recovery plan, by its item, and by its name for those who read. */
  readonly itemId?: string;
  readonly vmName?: string;
  /** What was left on this server, which is not the one that the VM is brought to. */
  readonly server?: string;
}

/** What is kept of a look at the on-premises VM. */
export interface ObservedVm {
  readonly outcome: string;
  readonly state?: string;
  readonly checkpoints?: number;
}
