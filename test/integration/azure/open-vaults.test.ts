import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { openVaults } from '../../../adapters/azure/open-vaults.ts';
import { type SimulatedVault, startSimulatedVault } from '../../support/azure.ts';

let vault: SimulatedVault;
afterEach(() => vault.azure.close());

it('opens every vault of the settings with one token', async () => {
  vault = await startSimulatedVault();
  const { azure } = vault;
  azure.addVm({ name: 'web-01' });
  const here = {
    name: azure.vault,
    subscriptionId: azure.subscriptionId,
    resourceGroup: azure.resourceGroup,
  };

  const [first, second] = openVaults(
    {
      credential: {
        kind: 'clientSecret',
        tenantId: azure.tenantId,
        clientId: azure.clientId,
        clientSecret: azure.clientSecret,
      },
      endpoint: azure.url,
      authorityHost: azure.authorityHost,
      privateAuthority: true,
      certificateAuthority: azure.certificateAuthority,
      requestTimeoutMs: 5_000,
      filterJobsByStart: true,
      vaults: [here, { ...here, name: 'gone' }],
    },
    pino({ level: 'silent' }),
  );

  expect(first?.vault).toBe(azure.vault);
  expect(await first?.listProtectedItems()).toMatchObject([{ name: 'web-01' }]);
  await expect(second?.listProtectedItems()).rejects.toMatchObject({ code: 'ResourceNotFound' });
  expect(azure.tokens.issued).toBe(1);
});
