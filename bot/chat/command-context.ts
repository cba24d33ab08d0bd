import type { Directory } from '../access/directory.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { DownloadSnapshot, HostAnswer, HypervHost } from '../failback/ports/hyperv-host.ts';
import type { SiteRecovery } from '../failback/ports/site-recovery.ts';
import type { Actor } from '../failback/state/events.ts';
import type { Ledger, LedgerHead } from '../failback/state/ledger.ts';
import type { Policy } from '../failback/state/policy.ts';
import type { FailbackRepository } from '../store/failback-repository.ts';
import type { Announce } from './announce.ts';
import type { Channel, Channels } from './channels.ts';
import type { Words } from './message/phrase.ts';
import type { Speakers } from './speakers.ts';

/** What the commands work with. */
export interface CommandContext {
  readonly ledger: Ledger;
  readonly failbacks: FailbackRepository;
  readonly vaults: readonly SiteRecovery[];
  /** The on-premises servers that the settings name; often none. */
  readonly hosts: readonly HypervHost[];
  /** Changes a server's download threads, and remembers what they were; `undefined` is the default. */
  readonly setThreads: (
    host: HypervHost,
    threads: number | undefined,
    by: Actor,
  ) => Promise<HostAnswer<DownloadSnapshot>>;
  readonly directory: Directory;
  readonly channels: Channels;
  readonly speakers: Speakers;
  readonly announce: Announce;
  /** The rules for what is started now in a vault and lives in a channel. */
  readonly policyFor: (vault: string, home: Channel) => Policy;
  readonly clock: Clock;
  /** Speed of the link from Azure, in megabits per second, where the settings give it. */
  readonly linkMbps?: number;
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
  readonly text: Words;
  /** The last entry, where the trail is intact and not empty. */
  readonly head?: LedgerHead;
}
