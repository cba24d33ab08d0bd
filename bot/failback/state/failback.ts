import type { OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import type { Outlook } from '../outlook/outlook.ts';
import type { Destination } from '../ports/destination.ts';
import type { Synchronization } from '../ports/site-recovery.ts';
import type { ObservedJob } from '../site-recovery/jobs.ts';
import type { ObservedItem } from '../site-recovery/observed-item.ts';
import type { PlanVms } from '../site-recovery/plan-vm.ts';
import type { Target } from '../site-recovery/target.ts';
import type { Check } from '../words/check.ts';
import type { Difference, Fact, HoldEvidence } from '../words/facts.ts';
import type { Statement } from '../words/statement.ts';
import type { Actor, ChannelRef } from './events.ts';
import type { GateKind, Operation } from './gates.ts';
import type { AfterCancel, HoldChoice, HoldReason, MissingProof } from './holds.ts';
import type { Policy } from './policy.ts';
import type { Stage } from './stages.ts';
import type { SupportOverride } from './support.ts';
import type { WavePlace } from './wave-place.ts';

/** Everything known of one failback: the fold of its events. Times are milliseconds. */
export interface Failback {
  /** Like `FB-7K3M`. */
  readonly id: string;
  readonly revision: number;
  readonly target: Target;
  readonly destination: Destination;
  readonly synchronization: Synchronization;
  readonly requester: Actor;
  readonly channels: readonly ChannelRef[];
  readonly policy: Policy;
  /** Absent for a VM that comes home by itself. */
  readonly wave?: WavePlace;

  readonly stage: Stage;
  /** When the stage was entered, or last released from a hold. */
  readonly stageSince: number;
  /** The type of an entry that this version does not know: what it has changed is not known, either. */
  readonly unknownEntry?: string;
  /** When each stage was first entered. */
  readonly entered: Readonly<Partial<Record<Stage, number>>>;

  readonly checks: readonly Check[];
  /** When Azure was last read for them. */
  readonly checkedAt?: number;
  readonly totalSizeMb: number;
  /** Advice and estimates, as they were when the VM was checked. */
  readonly outlook?: Outlook;
  /** How many questions (gates and holds) were asked so far: the number of the last one. */
  readonly asked: number;
  readonly gate?: Gate;
  readonly grant?: Grant;
  /** Who had the question asked outside of the maintenance windows; until it is answered and used, or closed. */
  readonly askedNow?: AskedNow;
  readonly decisions: readonly Decision[];
  /** Holds that are over, and how. */
  readonly releases: readonly Release[];
  /** What changed since the question that was voided, until it is asked again. */
  readonly voided: readonly Difference[];
  readonly call?: Call;
  /** The job of the planned failover: the one that waits for complete failover. */
  readonly failoverJobId?: string;
  readonly job?: ObservedJob;
  /** When the job was last seen to show something new. */
  readonly jobChangedAt?: number;
  readonly item?: ObservedItem;
  /** When something new was last seen of the item. */
  readonly itemSince?: number;
  /** The VMs of a recovery plan, as far as something is known of each. */
  readonly vms: PlanVms;
  /** The stage that an action of the plan has interrupted. */
  readonly interrupted?: Stage;
  /** The task of the action that the plan was told last to go on from. */
  readonly doneAction?: string;
  readonly hold?: Hold;
  /** Why and how the job is being cancelled; kept when that is over. */
  readonly cancelling?: Cancelling;
  /** The stage in which the job failed that is being restarted. */
  readonly restartingFrom?: Stage;
  /** The VMs on their servers: as they are brought home, and as earlier failbacks left them elsewhere. */
  readonly onPremises: readonly OnPremisesVm[];
  /** Virtual switches that the VM needs and that its server does not have. */
  readonly missingSwitches: readonly string[];
  /** A switch whose making was written down, and that was not seen yet. */
  readonly switchIntent?: { readonly name: string; readonly at: number };
  /** Switches that the bot has made, or may have. */
  readonly madeSwitches: readonly string[];
  /** Who let the commit be asked for without proofs, which, and why. */
  readonly proofOverrides: readonly ProofOverride[];
  /** What is not supported as far as the evidence goes, and who let it pass. */
  readonly overrides: readonly SupportOverride[];
  /** Unknown states and tasks that a person has declared to be expected. */
  readonly accepted: readonly string[];
  /** Azure was, or may have been, asked to start: "nothing was changed" is not certain any more. */
  readonly isTouched: boolean;
  readonly downFrom?: number;
  readonly downUntil?: number;
  readonly unprotectedFrom?: number;
  readonly endedAt?: number;
  /** Why and how it ended, in words for people. */
  readonly summary?: Statement;
}

/** Proofs that somebody let the commit be asked for without; nothing else is let pass by it. */
export interface ProofOverride {
  readonly by: Actor;
  readonly reason: string;
  readonly proofs: readonly MissingProof[];
}

/** An open question. */
export interface Gate {
  readonly kind: GateKind;
  readonly number: number;
  readonly facts: readonly Fact[];
  readonly digest: string;
  readonly needed: number;
  readonly openedAt: number;
  readonly expiresAt: number;
  readonly because: readonly Difference[];
  readonly votes: readonly Vote[];
  /** One answer is for this and for the same question of other VMs of its wave. */
  readonly together?: true;
  /** How often those who may decide were reminded. */
  readonly reminded?: number;
}

export interface Vote {
  readonly by: Actor;
  readonly vote: 'approve' | 'decline';
  readonly reason?: string;
  readonly at: number;
}

/** Somebody did not wait for the maintenance window. */
export interface AskedNow {
  readonly by: Actor;
  readonly reason: string;
  readonly at: number;
}

/** A passed gate whose call has not been made yet. */
export interface Grant {
  readonly kind: GateKind;
  readonly number: number;
  readonly facts: readonly Fact[];
  readonly digest: string;
  readonly askedAt: number;
  readonly expiresAt: number;
}

/** A question that is no longer open. */
export interface Decision {
  readonly kind: GateKind;
  readonly number: number;
  readonly outcome: 'passed' | 'declined' | 'expired' | 'withdrawn' | 'voided';
  readonly votes: readonly Vote[];
  readonly together?: true;
  readonly at: number;
}

/** The call that the stage is about. */
export interface Call {
  readonly operation: Operation;
  readonly requestId: string;
  readonly attempt: number;
  readonly knownJobIds: readonly string[];
  /** `intended`: written down, perhaps sent. `uncertain`: sent, no answer. `postponed`, `notTaken`: to be sent again. */
  readonly status: 'intended' | 'uncertain' | 'postponed' | 'notTaken' | 'taken';
  /** When the status was last changed. */
  readonly at: number;
  readonly retryAt?: number;
  /** Azure has certainly taken it, and only its job is not known yet. */
  readonly isAccepted?: true;
  readonly jobId?: string;
}

/** The decision to cancel the planned failover job. */
export interface Cancelling {
  readonly by: Actor;
  readonly reason: string;
  readonly andThen: AfterCancel;
  /** The stage to go back to when nothing comes of it. */
  readonly from: Stage;
  /** Whether the Azure VM was being taken down already when it was decided. */
  readonly wasDown: boolean;
}

/** The bot stopped and asks. */
export interface Hold {
  readonly number: number;
  readonly reason: HoldReason;
  readonly evidence: readonly HoldEvidence[];
  readonly choices: readonly HoldChoice[];
  /** Who asked for it; absent where the bot stopped by itself. */
  readonly by?: Actor;
  /** It asks the same of other VMs of its wave. */
  readonly together?: true;
  readonly at: number;
  /** How often those who may choose were reminded. */
  readonly reminded?: number;
}

/** A hold that is over. */
export interface Release {
  readonly number: number;
  readonly reason: HoldReason;
  /** Absent when the failback ended without an answer. */
  readonly choice?: string;
  readonly by?: Actor;
  readonly together?: true;
  readonly at: number;
}
