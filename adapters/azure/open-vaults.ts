import type { Logger } from 'pino';
import type { SiteRecovery } from '../../bot/failback/ports/site-recovery.ts';
import { type AzureCredentialSettings, createAzureCredential } from './azure-credential.ts';
import { AzureSiteRecovery } from './azure-site-recovery.ts';
import type { VaultName } from './azure-settings.ts';

/** The Azure section of the settings. */
export interface AzureSection {
  readonly credential: Pick<AzureCredentialSettings, 'kind'> & object;
  readonly endpoint: string;
  readonly authorityHost: string;
  /** PEM; trusted instead of the public authorities. */
  readonly certificateAuthority?: string;
  readonly requestTimeoutMs: number;
  readonly vaults: readonly VaultName[];
}

/** Authorities that Microsoft's own list knows: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
const PUBLIC_AUTHORITIES = [
  'https://login.microsoftonline.com',
  'https://login.microsoftonline.us',
  'https://login.partner.microsoftonline.cn',
  'https://login.chinacloudapi.cn',
];

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

function credentialSettings({ credential, authorityHost, certificateAuthority }: AzureSection): AzureCredentialSettings {
  return {
    ...(credential as AzureCredentialSettings),
    authorityHost,
    isPrivateAuthority: !PUBLIC_AUTHORITIES.includes(authorityHost),
    ...(certificateAuthority !== undefined && { certificateAuthority }),
  } as AzureCredentialSettings;
}
