import { request } from 'node:https';
import { pino } from 'pino';
import type { AzureSiteRecoverySettings } from '../../adapters/azure/azure-settings.ts';
import { AzureSiteRecovery } from '../../adapters/azure/azure-site-recovery.ts';
import { createAzureCredential } from '../../adapters/azure/transport/azure-credential.ts';
import {
  type AzureSimulator,
  type AzureSimulatorOptions,
  startAzureSimulator,
} from '../../simulators/azure/azure-simulator.ts';

/** A clock that stands still until it is moved. */
interface MovableClock {
  now(): number;
  move(ms: number): void;
}

function movableClock(start = Date.UTC(2026, 0, 15, 3)): MovableClock {
  let at = start;
  return {
    now: () => at,
    move(ms) {
      at += ms;
    },
  };
}

export interface SimulatedVault {
  readonly azure: AzureSimulator;
  readonly clock: MovableClock;
  readonly siteRecovery: AzureSiteRecovery;
}

/** A simulated Azure with the real adapter in front of it. */
export async function startSimulatedVault(
  options: AzureSimulatorOptions = {},
  settings: Partial<AzureSiteRecoverySettings> = {},
): Promise<SimulatedVault> {
  const clock = movableClock();
  const azure = await startAzureSimulator({ clock, ...options });
  return { azure, clock, siteRecovery: connect(azure, settings) };
}

/** The real adapter with the real credential, reaching a simulated Azure through settings alone. */
export function connect(
  azure: AzureSimulator,
  settings: Partial<AzureSiteRecoverySettings> = {},
): AzureSiteRecovery {
  return new AzureSiteRecovery({
    vault: {
      name: azure.vault,
      subscriptionId: azure.subscriptionId,
      resourceGroup: azure.resourceGroup,
    },
    credential: credentialOf(azure),
    endpoint: azure.url,
    certificateAuthority: azure.certificateAuthority,
    timeouts: { mutationMs: 5_000, readMs: 5_000 },
    readRetries: { maxRetries: 2, firstDelayMs: 1, longestWaitMs: 500 },
    logger: pino({ level: 'silent' }),
    ...settings,
  });
}

export function credentialOf(azure: AzureSimulator, clientSecret = azure.clientSecret) {
  return createAzureCredential({
    kind: 'clientSecret',
    tenantId: azure.tenantId,
    clientId: azure.clientId,
    clientSecret,
    authorityHost: azure.authorityHost,
    certificateAuthority: azure.certificateAuthority,
    isPrivateAuthority: true,
  });
}

/** A call to ARM that does not come from the bot. Resolves to the status. */
export async function postAsSomebodyElse(
  azure: AzureSimulator,
  path: string,
  body?: object,
): Promise<number | undefined> {
  const token = await credentialOf(azure).getToken(`${azure.url}/.default`);
  return new Promise((resolve, reject) => {
    const post = request(
      `${azure.url}${path}?api-version=2023-06-01`,
      {
        method: 'POST',
        ca: azure.certificateAuthority,
        headers: { authorization: `Bearer ${token?.token}`, 'content-type': 'application/json' },
      },
      (response) => resolve(response.resume().statusCode),
    );
    post.on('error', reject);
    post.end(body && JSON.stringify(body));
  });
}
