import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { Destination } from '../../../bot/failback/ports/destination.ts';
import { type SimulatedVault, startSimulatedVault } from '../../support/azure.ts';

let vault: SimulatedVault;
afterEach(() => vault.azure.close());

const MINUTE = 60_000;

async function sends(destination: Destination) {
  const { azure, siteRecovery } = vault;
  return siteRecovery.startPlannedFailover({
    itemId: azure.itemId('web-01'),
    requestId: randomUUID(),
    synchronization: 'beforeFailover',
    destination,
  });
}

async function bringsHome(): Promise<void> {
  const { azure, clock, siteRecovery } = vault;
  clock.move(11 * MINUTE);
  const jobId = azure.jobs.latest('web-01').id;
  await siteRecovery.resumeJob({ jobId, requestId: randomUUID(), comments: '' });
  clock.move(10 * MINUTE);
}

const sentDetails = () =>
  vault.azure.calls.log.find(({ operation }) => operation.endsWith('plannedFailover'))?.body;

it('makes the VM on another host, where every block arrives, and replicates it from there', async () => {
  vault = await startSimulatedVault();
  const { azure, clock, siteRecovery } = vault;
  const vm = azure.addVm({ name: 'web-01' });
  const other = azure.addHost('HV-HOST-02.corp.example');
  const idBefore = vm.onPremisesId;
  const itemId = azure.itemId('web-01');
  const requestId = randomUUID();

  const providers = await siteRecovery.listProviders();
  const providerId = providers.find(({ name }) => name === other.name)?.id ?? '';
  await sends({ kind: 'alternateLocation', providerId, server: other.name });
  await bringsHome();
  await siteRecovery.commit({ itemId, requestId });
  clock.move(2 * MINUTE);
  const item = await siteRecovery.readProtectedItem(itemId);
  const reversed = await siteRecovery.reverseReplicate({ itemId, requestId });

  expect(sentDetails()).toMatchObject({
    properties: {
      providerSpecificDetails: {
        recoveryVmCreationOption: 'CreateVmIfNotFound',
        providerIdForAlternateRecovery: providerId,
      },
    },
  });
  expect(azure.vm('web-01')).toMatchObject({ hostId: other.id, onPremisesVm: 'running' });
  expect(vm.onPremisesId).not.toBe(idBefore);
  expect(vm.blocksThatDiffer()).toBe(0);
  expect(item?.providerId).toBe(providerId);
  expect(reversed).toMatchObject({ outcome: 'accepted' });
});

it('makes a VM that was deleted at its original location, only when it is told to', async () => {
  vault = await startSimulatedVault();
  const { azure, clock, siteRecovery } = vault;
  azure.addVm({ name: 'web-01' }).onPremisesVm = 'deleted';

  await sends({ kind: 'originalLocation' });
  clock.move(5 * MINUTE);
  const failed = await siteRecovery.readJob(azure.jobs.latest('web-01').id);
  await sends({ kind: 'originalLocation', createsVm: true });
  await bringsHome();

  expect(failed).toMatchObject({ state: 'Failed', errors: [{ code: 'VmNotFound' }] });
  expect(azure.vm('web-01')).toMatchObject({ onPremisesVm: 'running', hostId: azure.host.id });
  expect(azure.vm('web-01').blocksThatDiffer()).toBe(0);
});

it('is refused for a provider that is none of the vault, and for a VMM server', async () => {
  for (const type of ['HyperVSite', 'VMM'] as const) {
    vault = await startSimulatedVault({ fabric: { type, isEncrypted: false } });
    const { azure } = vault;
    azure.addVm({ name: 'web-01' });
    const known = azure.providerId(azure.host);
    const providerId = type === 'VMM' ? known : `${known}-unknown`;

    const answer = await sends({ kind: 'alternateLocation', providerId, server: 'other' });

    expect(answer).toMatchObject({ outcome: 'refused', code: '506' });
    await azure.close();
  }
});

it.each([
  ['a Hyper-V site', { type: 'HyperVSite', isEncrypted: false }, 'None'],
  ['a VMM server with data encryption', { type: 'VMM', isEncrypted: true }, 'Enabled'],
] as const)('reads %s', async (_what, fabric, encryptionState) => {
  vault = await startSimulatedVault({ fabric });
  const { azure, siteRecovery } = vault;
  azure.addVm({ name: 'web-01' });

  const [read] = await siteRecovery.listFabrics();
  const item = await siteRecovery.readProtectedItem(azure.itemId('web-01'));

  expect(read).toMatchObject({ type: fabric.type, encryptionState });
  expect(item?.id.startsWith(`${read?.id}/`)).toBe(true);
  expect(item?.dataEncryption).toBe('Disabled');
});
