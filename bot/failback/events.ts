import type { Difference, Fact } from './facts.ts';
import type { GateKind, Operation } from './gates.ts';
import type { Held } from './holds.ts';
import type { JobSight } from './jobs.ts';
import type { Policy } from './policy.ts';
import type { Synchronization } from './ports/site-recovery.ts';
import type { Check } from './readiness.ts';
import type { End, Stage } from './stages.ts';

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

/** What is brought home. */
export interface Target {
  readonly kind: 'protectedItem';
  readonly vault: string;
  readonly itemId: string;
  readonly name: string;
}

/** Where it is brought to. */
export interface Destination {
  readonly kind: 'originalLocation';
}

/** What is kept of the protected item. */
export interface ItemSight {
  readonly activeLocation: string;
  readonly protectionState: string;
  readonly allowedOperations: readonly string[];
  readonly replicationHealth: string;
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
      /** An earlier failback of this VM left its on-premises disks inconsistent. */
      readonly doNotStart?: true;
    }
  | { readonly type: 'checked'; readonly checks: readonly Check[]; readonly totalSizeMb: number }
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
    }
  | {
      readonly type: 'voteCast';
      readonly by: Actor;
      readonly number: number;
      readonly vote: 'approve' | 'decline';
      readonly typed?: string;
      readonly reason?: string;
    }
  | { readonly type: 'gatePassed'; readonly number: number; readonly grantExpiresAt: number }
  | { readonly type: 'gateDeclined'; readonly number: number }
  | { readonly type: 'gateExpired'; readonly number: number }
  /** What was asked has become pointless: the world moved on by itself. */
  | { readonly type: 'gateWithdrawn'; readonly number: number; readonly why: string }
  | {
      readonly type: 'grantVoided';
      readonly number: number;
      readonly why: 'changed' | 'expired';
      readonly differences: readonly Difference[];
    }
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
      readonly why: string;
      readonly retryAt: number;
    }
  | { readonly type: 'callUncertain'; readonly requestId: string; readonly why: string }
  | {
      readonly type: 'callAdopted';
      readonly requestId: string;
      readonly jobId?: string;
      readonly evidence: string;
    }
  | { readonly type: 'callNotTaken'; readonly requestId: string; readonly evidence: string }
  | { readonly type: 'jobObserved'; readonly job: JobSight }
  | { readonly type: 'itemObserved'; readonly item: ItemSight }
  | { readonly type: 'verified'; readonly outcome: 'notChecked'; readonly why: string }
  /** `by` somebody who asked for it; absent where the bot stopped by itself. */
  | (Held & { readonly by?: Actor })
  | {
      readonly type: 'holdReleased';
      readonly by: Actor;
      readonly choice: string;
      readonly leadsTo: Stage;
    }
  | { readonly type: 'cancelled'; readonly by: Actor; readonly reason?: string }
  | { readonly type: 'ended'; readonly end: End; readonly summary: string }
  /** Somebody tried what was not theirs to do, or came too late. Nothing else changed. */
  | {
      readonly type: 'attemptRefused';
      readonly by: Actor;
      readonly attempt: string;
      readonly why: string;
    };

/** The event of a type, by the type's name. */
export type EventOf<T extends FailbackEvent['type']> = Extract<FailbackEvent, { type: T }>;
