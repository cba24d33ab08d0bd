import type { TokenCredential } from '@azure/identity';
import type { Logger } from 'pino';

/** One vault and how to reach it. */
export interface AzureSiteRecoverySettings {
  readonly vault: VaultName;
  readonly credential: TokenCredential;
  /** ARM's base URL, `https://management.azure.com` in the public cloud. Always https. */
  readonly endpoint: string;
  /** The token's scope; `${endpoint}/.default` when absent. */
  readonly credentialScope?: string;
  /** Sent as `api-version`; the SDK's own, 2023-06-01, when absent. */
  readonly apiVersion?: string;
  /** PEM. When given, it is trusted instead of the public authorities. */
  readonly certificateAuthority?: string;
  readonly timeouts: AzureTimeouts;
  /** How the SDK repeats reads. Calls that change the world are never repeated. */
  readonly readRetries?: ReadRetries;
  /**
   * Whether the job list is asked for a start time. The filter is PowerShell's; it was never recorded, so it can be
   * left out for a service that refuses it. Default true.
   */
  readonly filtersJobsByStart?: boolean;
  /** Told of every HTTP exchange with ARM, the SDK's repetitions included. */
  readonly onExchange?: (exchange: Exchange) => void;
  readonly logger: Logger;
}

export interface VaultName {
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
}

interface AzureTimeouts {
  /** For a call that changes the world, from the token to the end of the answer. Milliseconds. */
  readonly mutationMs: number;
  /** For one read with its repetitions and, for a list, all its pages. Milliseconds. */
  readonly readMs: number;
}

export interface ReadRetries {
  readonly maxRetries: number;
  /** Before the first repetition; grows exponentially. Milliseconds. */
  readonly firstDelayMs: number;
  /** A `Retry-After` that is longer is not waited for here: the read fails with it. Milliseconds. */
  readonly longestWaitMs: number;
}

export const DEFAULT_READ_RETRIES: ReadRetries = {
  maxRetries: 3,
  firstDelayMs: 1_000,
  longestWaitMs: 10_000,
};

/** One HTTP exchange, for metrics and for the poller's pace. */
export interface Exchange {
  readonly method: string;
  /** `replicationJobs`, `replicationJobs/resume`…: the path's names without its ids. */
  readonly operation: string;
  /** Absent when nothing came back. */
  readonly status?: number;
  /** What ARM says is left of the read budget, where it says it. */
  readonly remainingReads?: number;
  readonly durationMs: number;
}
