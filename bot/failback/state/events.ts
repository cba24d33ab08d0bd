import type {
  HostedVm,
  LeftOnPremises,
  Mark,
  ObservedVm,
  Unseen,
  WhichVm,
} from '../on-premises/on-premises-vm.ts';
import type { Proof } from '../on-premises/proofs.ts';
import type { VerifiedVm } from '../on-premises/verified-vm.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { Destination } from '../ports/destination.ts';
import type { StartAction } from '../ports/hyperv-host.ts';
import type { Synchronization } from '../ports/site-recovery.ts';
import type { ObservedJob } from '../site-recovery/jobs.ts';
import type { ObservedItem } from '../site-recovery/observed-item.ts';
import type { VmTask } from '../site-recovery/plan-vm.ts';
import type { Target } from '../site-recovery/target.ts';
import type { Check } from '../words/check.ts';
import type { Difference, Fact } from '../words/facts.ts';
import type { Statement } from '../words/statement.ts';
import type { GateKind, Operation } from './gates.ts';
import type { Held } from './holds.ts';
import type { Policy } from './policy.ts';
import type { End, Stage } from './stages.ts';
import type { WavePlace } from './wave-place.ts';

/** A person who did something, as they were known at that moment. */
export interface Actor {
  /** Id in `failback.yaml`; absent for somebody who is not in it. */
  readonly person?: string;
  readonly platform: string;
  readonly userId: string;
  readonly channel: string;
  readonly roles: readonly string[];
}

/** A channel on a chat platform. */
export interface ChannelRef {
  readonly platform: string;
  readonly channel: string;
}

/** What was found of one VM when it was verified. */
export interface ProvenVm {
  readonly itemId: string;
  readonly proofs: readonly Proof[];
  /** Absent where its server did not say; then `unseen` is what it answered. */
  readonly verified?: VerifiedVm;
  readonly unseen?: Unseen;
}

export type FailbackEvent =
  | {
      readonly type: 'requested';
      readonly by: Actor;
      readonly target: Target;
      readonly destination: Destination;
      readonly synchronization: Synchronization;
      readonly channels: readonly ChannelRef[];
      readonly policy: Policy;
      /** The VMs whose on-premises disks an earlier failback left inconsistent. */
      readonly marks?: readonly Mark[];
      /** In older ledgers: all VMs of the target are marked, and `left` says where. */
      readonly doNotStart?: true;
      readonly left?: LeftOnPremises;
      /** It runs already: it was started outside of the bot, and is to be taken over. */
      readonly adopts?: true;
      /** Absent for a VM that comes home by itself. */
      readonly wave?: WavePlace;
    }
  | {
      readonly type: 'checked';
      readonly checks: readonly Check[];
      readonly totalSizeMb: number;
      /** The configured server on which the VM is, where there is one. */
      readonly host?: HostedVm;
      /** The same of the VMs of a recovery plan. */
      readonly hosts?: readonly { readonly itemId: string; readonly host: HostedVm }[];
      /** Virtual switches that the VM needs where it is made, and that are not there. */
      readonly missingSwitches?: readonly string[];
      /** Advice and estimates; absent where Azure does not know the item, and in older ledgers. */
      readonly outlook?: Outlook;
    }
  /** What was seen of a failback that is to be taken over. */
  | {
      readonly type: 'adoptionSeen';
      readonly totalSizeMb: number;
      readonly host?: HostedVm;
    }
  | {
      readonly type: 'gateOpened';
      readonly gate: GateKind;
      readonly number: number;
      readonly facts: readonly Fact[];
      readonly digest: string;
      readonly needed: number;
      readonly expiresAt: number;
      /** Why it is asked again; absent the first time. */
      readonly because?: readonly Difference[];
      /** One answer is for this and for the same question of other VMs of its wave. */
      readonly together?: true;
    }
  | {
      readonly type: 'voteCast';
      readonly by: Actor;
      readonly number: number;
      readonly vote: 'approve' | 'decline';
      readonly typed?: string;
      readonly reason?: string;
      /** The run to whose question it was the answer, where it was not to this failback's alone. */
      readonly together?: string;
    }
  | { readonly type: 'gatePassed'; readonly number: number; readonly grantExpiresAt: number }
  | { readonly type: 'gateDeclined'; readonly number: number }
  | { readonly type: 'gateExpired'; readonly number: number }
  /** What was asked has become pointless: the world moved on by itself. */
  | { readonly type: 'gateWithdrawn'; readonly number: number; readonly why: Statement }
  | {
      readonly type: 'grantVoided';
      readonly number: number;
      readonly why: 'changed' | 'expired';
      readonly differences: readonly Difference[];
    }
  /** Who may decide is reminded of an open question or of a hold; `count` says how often by now. */
  | { readonly type: 'reminded'; readonly number: number; readonly count: number }
  /** The question that waits for a maintenance window is to be asked at once. */
  | { readonly type: 'askedNow'; readonly by: Actor; readonly reason: string }
  | {
      readonly type: 'callIntended';
      readonly operation: Operation;
      readonly requestId: string;
      readonly attempt: number;
      /** Jobs of the target that were there before the call: none of them can be ours. */
      readonly knownJobIds: readonly string[];
    }
  | { readonly type: 'callAccepted'; readonly requestId: string; readonly operationId?: string }
  | {
      readonly type: 'callRefused';
      readonly requestId: string;
      readonly status: number;
      readonly code: string;
      readonly message: string;
    }
  | {
      readonly type: 'callPostponed';
      readonly requestId: string;
      readonly why: Statement;
      readonly retryAt: number;
    }
  | { readonly type: 'callUncertain'; readonly requestId: string; readonly why: Statement }
  | {
      readonly type: 'callAdopted';
      readonly requestId: string;
      readonly jobId?: string;
      readonly evidence: Statement;
    }
  | { readonly type: 'callNotTaken'; readonly requestId: string; readonly evidence: Statement }
  | { readonly type: 'jobObserved'; readonly job: ObservedJob }
  /** `itemId` tells the VMs of a recovery plan apart; absent where there is only one. */
  | {
      readonly type: 'itemObserved';
      readonly item: ObservedItem;
      readonly itemId?: string;
      readonly vmName?: string;
    }
  /** Where VMs of a recovery plan stand in its job: those of which it changed. */
  | {
      readonly type: 'vmTasksObserved';
      readonly vms: readonly { readonly itemId: string; readonly task: VmTask }[];
    }
  /** A value on-premises is about to be changed for the failback; `before` is what it is put back to. */
  | (WhichVm & {
      readonly type: 'startActionIntended';
      readonly vmId: string;
      readonly before: StartAction;
    })
  | (WhichVm & {
      readonly type: 'hostPrepared';
      /** `without`: it could not be, and a person has chosen to go on without it. */
      readonly outcome: 'done' | 'notConfigured' | 'skipped' | 'without';
    })
  | (WhichVm & {
      readonly type: 'hostRestored';
      readonly outcome: 'done' | 'changedElsewhere' | 'failed';
      readonly why?: Statement;
    })
  /** A VM that must not be started does not start by itself; or it could not be seen to. */
  | (WhichVm & {
      readonly type: 'hostSecured';
      readonly outcome: 'done' | 'failed';
      readonly why?: Statement;
    })
  /** A VM that must not be started is not as it was seen last. Also after its failback has ended. */
  | (WhichVm & {
      readonly type: 'markedVmSeen';
      readonly state: string;
      readonly startAction: string;
    })
  /** What was left on another server is there no more, and its VM is home: nothing can be started by mistake. */
  | (WhichVm & { readonly type: 'markedVmGone' })
  /** A private virtual switch is about to be made for the VM. */
  | { readonly type: 'switchIntended'; readonly host: string; readonly name: string }
  /** Switches that were missing are there, whoever has made them. */
  | {
      readonly type: 'switchesObserved';
      readonly host: string;
      readonly names: readonly string[];
    }
  | (WhichVm & { readonly type: 'vmObserved'; readonly vm: ObservedVm })
  | (WhichVm & { readonly type: 'proofsObserved'; readonly proofs: readonly Proof[] })
  | {
      readonly type: 'verified';
      /** `overridden`: proofs are missing, and somebody lets the commit be asked for without them. */
      readonly outcome: 'notChecked' | 'passed' | 'overridden';
      readonly why: Statement;
      /** What was found of each VM whose server a host connector knows. */
      readonly vms?: readonly ProvenVm[];
    }
  /** A VM that waits for its commit is not as it was verified: it is verified again. */
  | {
      readonly type: 'verificationVoided';
      readonly differences: readonly Difference[];
    }
  /** Belongs to a server, not to a failback: how many threads a download may use. Absent `threads` means the default. */
  | {
      readonly type: 'threadsIntended';
      readonly by: Actor;
      readonly host: string;
      readonly before?: number;
      readonly threads?: number;
    }
  | { readonly type: 'threadsSet'; readonly host: string; readonly threads?: number }
  | { readonly type: 'threadsRestored'; readonly host: string; readonly threads?: number }
  /** `by` somebody who asked for it; absent where the bot stopped by itself. `together`: for other VMs of its wave, too. */
  | (Held & WhichVm & { readonly by?: Actor; readonly together?: true })
  | {
      readonly type: 'holdReleased';
      readonly by: Actor;
      readonly choice: string;
      readonly leadsTo: Stage;
      readonly reason?: string;
    }
  | { readonly type: 'cancelled'; readonly by: Actor; readonly reason?: string }
  | { readonly type: 'ended'; readonly end: End; readonly summary: Statement }
  /** Somebody tried what was not theirs to do, or came too late. Nothing else changed. */
  | {
      readonly type: 'attemptRefused';
      readonly by: Actor;
      /** What was typed, or what a button stands for. */
      readonly attempt: string;
      /** The number of the question that it was about, where one was open. */
      readonly question?: number;
      readonly why: string;
    };

/** The event of a type, by the type's name. */
export type EventOf<T extends FailbackEvent['type']> = Extract<FailbackEvent, { type: T }>;
