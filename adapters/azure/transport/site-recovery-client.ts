import { SiteRecoveryManagementClient } from '@azure/arm-recoveryservices-siterecovery';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { type AzureSiteRecoverySettings, DEFAULT_READ_RETRIES } from '../azure-settings.ts';
import { exchangePolicy } from './exchange-policy.ts';
import { impatiencePolicy } from './impatience-policy.ts';
import { renewTokenPolicy } from './renew-token-policy.ts';

/** The client for reads: the SDK repeats what failed on the way, within limits. */
export function createReadClient(
  settings: AzureSiteRecoverySettings,
): SiteRecoveryManagementClient {
  const retries = settings.readRetries ?? DEFAULT_READ_RETRIES;
  return createClient(
    settings,
    { maxRetries: retries.maxRetries, retryDelayInMs: retries.firstDelayMs },
    [impatiencePolicy(retries.longestWaitMs)],
  );
}

/** A client for one call that changes the world: nothing in it repeats, follows a redirect or reuses a connection. */
export function createMutationClient(
  settings: AzureSiteRecoverySettings,
  watch: PipelinePolicy,
): SiteRecoveryManagementClient {
  return createClient(settings, { maxRetries: 0 }, [watch]);
}

function createClient(
  settings: AzureSiteRecoverySettings,
  retryOptions: { maxRetries: number; retryDelayInMs?: number },
  policies: readonly PipelinePolicy[],
): SiteRecoveryManagementClient {
  const onExchange = settings.onExchange ?? (() => undefined);
  // The last one stands nearest to the wire.
  const perRetry = [renewTokenPolicy(), ...policies, exchangePolicy(onExchange)];
  return new SiteRecoveryManagementClient(settings.credential, settings.vault.subscriptionId, {
    endpoint: settings.endpoint,
    credentialScopes: settings.credentialScope ?? `${settings.endpoint}/.default`,
    retryOptions,
    // The SDK itself follows a 307 with the same POST.
    redirectOptions: { maxRetries: 0 },
    // An object of its own, even when empty, gives the client connections of its own.
    tlsOptions: settings.certificateAuthority ? { ca: settings.certificateAuthority } : {},
    additionalPolicies: perRetry.map((policy) => ({ policy, position: 'perRetry' as const })),
    ...(settings.apiVersion !== undefined && { apiVersion: settings.apiVersion }),
  });
}
