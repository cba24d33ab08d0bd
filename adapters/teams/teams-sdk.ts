import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { TeamsAddresses, TeamsCredential } from './teams-settings.ts';

/**
 * The only file that knows the Bot Framework SDK, whose support has ended. It does the two things that nobody should
 * write anew: it verifies the signature of a request, and it signs in with a managed identity. See
 * docs/decisions/0007-botbuilder-behind-one-file.md for what replaces it.
 */
export interface TeamsSdk {
  /** Resolves when a request from Teams is genuine; rejects when it is not, or when that cannot be found out. */
  verify(authorization: string, serviceUrl: string): Promise<void>;
  /** A token of the bot's managed identity. */
  managedIdentityToken(): Promise<string>;
}

type AppCredential = Exclude<TeamsCredential, { kind: 'developer' }>;

export function openSdk(credential: AppCredential, addresses: TeamsAddresses): TeamsSdk {
  const factory = new ConfigurationServiceClientCredentialFactory(sdkCredential(credential));
  const { tokenIssuer, openIdMetadataUrl, loginUrl, tokenScope } = addresses;
  const audience = tokenScope.replace(/\/\.default$/, '');
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      // With any of these set the SDK takes all of them from here, and none by itself.
      ToBotFromChannelTokenIssuer: tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
      ToChannelFromBotLoginUrl: loginUrl,
      ToChannelFromBotOAuthScope: audience,
      OAuthUrl: '',
      CallerId: '',
      ValidateAuthority: 'true',
    },
    factory,
  );
  return {
    async verify(authorization, serviceUrl) {
      // It looks at nothing else of the activity.
      const activity = { channelId: 'msteams', serviceUrl } as Activity;
      await authentication.authenticateRequest(activity, authorization);
    },
    async managedIdentityToken() {
      const credentials = await factory.createCredentials(
        credential.appId,
        audience,
        loginUrl,
        true,
      );
      if (!hasToken(credentials)) throw new Error('the SDK has no token for a managed identity');
      return credentials.getToken();
    },
  };
}

function sdkCredential(credential: AppCredential) {
  const common = {
    MicrosoftAppId: credential.appId,
    MicrosoftAppTenantId: credential.tenantId,
  };
  return credential.kind === 'managedIdentity'
    ? { ...common, MicrosoftAppType: 'UserAssignedMsi' }
    : {
        ...common,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppPassword: credential.appPassword,
      };
}

function hasToken(credentials: object): credentials is { getToken(): Promise<string> } {
  return 'getToken' in credentials && typeof credentials.getToken === 'function';
}
