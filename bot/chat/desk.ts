import type { Directory } from '../access/directory.ts';
import type { Actor, ChannelRef } from '../failback/events.ts';
import type { Failbacks } from '../failback/failbacks.ts';
import type { Policy } from '../failback/policy.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { DownloadSight, HostAnswer, HypervHost } from '../failback/ports/hyperv-host.ts';
import type { Ledger, LedgerHead } from '../failback/ports/ledger.ts';
import type { SiteRecovery } from '../failback/ports/site-recovery.ts';

/** What the commands work with. */
export interface Desk {
  readonly ledger: Ledger;
  readonly failbacks: Failbacks;
  readonly vaults: readonly SiteRecovery[];
  /** The on-premises servers that the settings name; often none. */
  readonly hosts: readonly HypervHost[];
  /** Changes a server's download threads, and remembers what they were. */
  readonly setThreads: (
    host: HypervHost,
    threads: number,
    by: Actor,
  ) => Promise<HostAnswer<DownloadSight>>;
  readonly directory: Directory;
  readonly channels: Channels;
  readonly policy: Policy;
  readonly clock: Clock;
  /** A new id like `FB-7K3M`. */
  readonly newFailbackId: () => string;
  /** Resolves when the failback has been brought as far as it goes now. */
  readonly settle: (failback: string) => Promise<void>;
  /** When the vault was last read; undefined when it was not yet. */
  readonly readAt: (vault: string) => number | undefined;
  /** Recomputes the whole audit trail, off the event loop. */
  readonly verifyLedger: () => Promise<LedgerVerdict>;
}

/** Whether the audit trail is what was written, in words for people. */
export interface LedgerVerdict {
  readonly intact: boolean;
  readonly text: string;
  /** The last entry, where the trail is intact and not empty. */
  readonly head?: LedgerHead;
}

/** The channels in which the bot answers. One channel may have a place on several platforms. */
export class Channels {
  private readonly channels: readonly (readonly ChannelRef[])[];

  constructor(channels: readonly (readonly ChannelRef[])[]) {
    this.channels = channels;
  }

  /** All places of the channel that has this place; undefined when the settings do not name it. */
  find(platform: string, channel: string): readonly ChannelRef[] | undefined {
    return this.channels.find((places) =>
      places.some((place) => place.platform === platform && place.channel === channel),
    );
  }
}
