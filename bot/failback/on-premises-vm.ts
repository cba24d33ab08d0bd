import type { HostedVm, VmObservation } from './events.ts';
import type { Alarm } from './marked-vm.ts';
import type { StartAction } from './ports/hyperv-host.ts';
import type { Proof } from './proofs.ts';
import type { VerifiedVm } from './verified-vm.ts';

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
  readonly seen?: VmObservation;
  /** Since when it was seen not to be off while data travels to it. */
  readonly onSince?: number;
  readonly proofs: readonly Proof[];
  /** What was seen of it when it was verified last; the approval of its commit is bound to that. */
  readonly verified?: VerifiedVm;
  /** When that was, in milliseconds. */
  readonly verifiedAt?: number;
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
