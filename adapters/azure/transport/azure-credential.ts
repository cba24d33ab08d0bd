import {
  ClientSecretCredential,
  DefaultAzureCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';

/** How the bot proves to Azure who it is. */
export type AzureCredentialSettings =
  /** The environment, workload identity, managed identity or the developer's own login, in the SDK's order. */
  | ({ readonly kind: 'default'; readonly tenantId?: string } & AuthoritySettings)
  | ({
      readonly kind: 'clientSecret';
      readonly tenantId: string;
      readonly clientId: string;
      readonly clientSecret: string;
    } & AuthoritySettings)
  /** Asks the machine it runs on; no authority takes part. Without `clientId` the system-assigned identity. */
  | { readonly kind: 'managedIdentity'; readonly clientId?: string };

interface AuthoritySettings {
  /** `https://login.microsoftonline.com` when absent; another one for sovereign clouds. */
  readonly authorityHost?: string;
  /** PEM. When given, it is trusted for the authority instead of the public ones. */
  readonly certificateAuthority?: string;
  /** True for an authority that Microsoft's own list does not know. The certificate is checked all the same. */
  readonly isPrivateAuthority?: boolean;
}

/** Makes the credential; nothing is sent before the first token is needed. */
export function createAzureCredential(settings: AzureCredentialSettings): TokenCredential {
  switch (settings.kind) {
    case 'managedIdentity':
      return settings.clientId === undefined
        ? new ManagedIdentityCredential()
        : new ManagedIdentityCredential({ clientId: settings.clientId });
    case 'clientSecret':
      return new ClientSecretCredential(
        settings.tenantId,
        settings.clientId,
        settings.clientSecret,
        authorityOptions(settings),
      );
    case 'default':
      return new DefaultAzureCredential({
        ...authorityOptions(settings),
        ...(settings.tenantId !== undefined && { tenantId: settings.tenantId }),
      });
  }
}

/** `tlsOptions` is a pipeline option: it reaches the authority because MSAL's requests go through the same pipeline. */
function authorityOptions(settings: AuthoritySettings) {
  return {
    ...(settings.authorityHost !== undefined && { authorityHost: settings.authorityHost }),
    ...(settings.isPrivateAuthority === true && { disableInstanceDiscovery: true }),
    ...(settings.certificateAuthority !== undefined && {
      tlsOptions: { ca: settings.certificateAuthority },
    }),
  };
}
