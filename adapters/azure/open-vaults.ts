import type { Logger } from 'pino';
import type { SiteRecovery } from '../../bot/failback/ports/site-recovery.ts';
import type { VaultName } from './azure-settings.ts';
import { AzureSiteRecovery } from './azure-site-recovery.ts';
import {
  type AzureCredentialSettings,
  createAzureCredential,
} from './transport/azure-credential.ts';

/** The Azure section of the settings. */
export interface VaultsSettings {
  readonly credential:
    | { readonly kind: 'default'; readonly tenantId?: string }
    | {
        readonly kind: 'clientSecret';
        readonly tenantId: string;
        readonly clientId: string;
        readonly clientSecret: string;
      }
    | { readonly kind: 'managedIdentity'; readonly clientId?: string };
  readonly endpoint: string;
  readonly authorityHost: string;
  readonly privateAuthority: boolean;
  /** PEM. */
  readonly certificateAuthority?: string;
  readonly requestTimeoutMs: number;
  /** Whether the job list is asked for a start time. */
  readonly filterJobsByStart: boolean;
  readonly vaults: readonly VaultName[];
}

/** A list is many requests, some of them repeated: it gets the time of so many. */
const REQUESTS_PER_READ = 4;

/** One port per vault, all signing in with the same credential. Nothing is sent yet. */
export function openVaults(settings: VaultsSettings, logger: Logger): readonly SiteRecovery[] {
  const { endpoint, certificateAuthority, requestTimeoutMs } = settings;
  const credential = createAzureCredential(credentialSettings(settings));
  return settings.vaults.map(
    (vault) =>
      new AzureSiteRecovery({
        vault,
        credential,
        endpoint,
        timeouts: { mutationMs: requestTimeoutMs, readMs: requestTimeoutMs * REQUESTS_PER_READ },
        logger: logger.child({ vault: vault.name }),
        filtersJobsByStart: settings.filterJobsByStart,
        ...(certificateAuthority !== undefined && { certificateAuthority }),
      }),
  );
}

function credentialSettings(settings: VaultsSettings): AzureCredentialSettings {
  const { credential, authorityHost, privateAuthority, certificateAuthority } = settings;
  if (credential.kind === 'managedIdentity') return credential;
  return {
    ...credential,
    authorityHost,
    isPrivateAuthority: privateAuthority,
    ...(certificateAuthority !== undefined && { certificateAuthority }),
  };
}
