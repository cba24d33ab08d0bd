import type { Logger } from 'pino';
import type { SiteRecovery } from '../../bot/failback/ports/site-recovery.ts';
import { type AzureCredentialSettings, createAzureCredential } from './azure-credential.ts';
import type { VaultName } from './azure-settings.ts';
import { AzureSiteRecovery } from './azure-site-recovery.ts';

/** The Azure section of the settings. */
export interface AzureSection {
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
  /** PEM; trusted instead of the public authorities. */
  readonly certificateAuthority?: string;
  readonly requestTimeoutMs: number;
  readonly vaults: readonly VaultName[];
}

/** Opens every vault of the settings with one credential, so that its token is shared. Nothing is sent yet. */
export function openVaults(section: AzureSection, logger: Logger): readonly SiteRecovery[] {
  const { endpoint, certificateAuthority, requestTimeoutMs } = section;
  const credential = createAzureCredential(credentialSettings(section));
  return section.vaults.map(
    (vault) =>
      new AzureSiteRecovery({
        vault,
        credential,
        endpoint,
        ...(certificateAuthority !== undefined && { certificateAuthority }),
        timeouts: { mutationMs: requestTimeoutMs, readMs: requestTimeoutMs },
        logger,
      }),
  );
}

function credentialSettings(section: AzureSection): AzureCredentialSettings {
  const { credential, authorityHost, privateAuthority, certificateAuthority } = section;
  if (credential.kind === 'managedIdentity') return credential;
  return {
    ...credential,
    authorityHost,
    isPrivateAuthority: privateAuthority,
    ...(certificateAuthority !== undefined && { certificateAuthority }),
  };
}
