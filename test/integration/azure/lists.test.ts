import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type SimulatedVault, startSimulatedVault } from '../../support/azure.ts';

let vault: SimulatedVault;
afterEach(() => vault.azure.close());

const start = (name: string) =>
  vault.siteRecovery.startPlannedFailover({
    itemId: vault.azure.itemId(name),
    requestId: randomUUID(),
    synchronization: 'beforeFailover',
  });

it('lists 1,000 items in ten pages', async () => {
  vault = await startSimulatedVault({ pageSize: 100 });
  const names = Array.from({ length: 1_000 }, (_, at) => `vm-${String(at).padStart(4, '0')}`);
  for (const name of names) vault.azure.addVm({ name, blocksPerDisk: 16 });

  const items = await vault.siteRecovery.listProtectedItems();

  expect(items.map(({ name }) => name)).toEqual(names);
  expect(vault.azure.calls.reads('replicationProtectedItems')).toBe(10);
});

it('lists the jobs that started since a time, all pages', async () => {
  vault = await startSimulatedVault({ pageSize: 2 });
  const { azure, clock, siteRecovery } = vault;
  for (const name of ['a', 'b', 'c', 'd']) {
    azure.addVm({ name });
    await start(name);
    clock.move(20 * 60_000);
  }

  const since = clock.now() - 65 * 60_000;

  expect((await siteRecovery.listJobs(since)).map(({ targetName }) => targetName)).toEqual([
    'd',
    'c',
    'b',
  ]);
  expect(azure.calls.reads('replicationJobs')).toBe(2);
});

it('does not ask for a start time where the settings say so, and makes the cut itself', async () => {
  vault = await startSimulatedVault({ pageSize: 1 }, { filtersJobsByStart: false });
  const { azure, clock, siteRecovery } = vault;
  for (const name of ['old', 'older', 'new']) {
    azure.addVm({ name });
    await start(name);
    clock.move(20 * 60_000);
  }

  const jobs = await siteRecovery.listJobs(clock.now() - 25 * 60_000);

  expect(jobs.map(({ targetName }) => targetName)).toEqual(['new']);
  expect(azure.calls.reads('replicationJobs')).toBe(3);
});

it('makes the cut by start time itself when the service does not filter', async () => {
  vault = await startSimulatedVault();
  const { azure, clock, siteRecovery } = vault;
  for (const name of ['old', 'new']) {
    azure.addVm({ name });
    await start(name);
    clock.move(2 * 60_000);
  }

  // Within the clock skew that the filter allows for.
  const jobs = await siteRecovery.listJobs(clock.now() - 3 * 60_000);

  expect(jobs.map(({ targetName }) => targetName)).toEqual(['new']);
});

it('shows a job in lists late, or never, although it runs', async () => {
  vault = await startSimulatedVault();
  const { azure, clock, siteRecovery } = vault;
  azure.addVm({ name: 'web-01' });
  azure.jobs.listLagMs = 10_000;
  await start('web-01');
  const { id } = azure.jobs.latest('web-01');

  expect(await siteRecovery.listJobs(0)).toEqual([]);
  expect(await siteRecovery.readJob(id)).toMatchObject({ state: 'InProgress' });
  clock.move(10_000);
  expect(await siteRecovery.listJobs(0)).toHaveLength(1);

  azure.jobs.hide('web-01');
  expect(await siteRecovery.listJobs(0)).toEqual([]);
});

it('reads items written with the names of 2016 to 2018 as it reads the current ones', async () => {
  vault = await startSimulatedVault();
  vault.azure.addVm({ name: 'web-01', disks: [{ sizeMb: 1_024 }, { sizeMb: 2_048 }] });
  const current = await vault.siteRecovery.listProtectedItems();

  vault.azure.oldNames = true;

  expect(await vault.siteRecovery.listProtectedItems()).toEqual(current);
  expect(current[0]).toMatchObject({
    azureVmName: 'web-01',
    disks: [{ sizeMb: 1_024 }, { sizeMb: 2_048 }],
  });
});

it('passes on states and tasks that nobody has heard of', async () => {
  vault = await startSimulatedVault();
  const { azure, siteRecovery } = vault;
  azure.addVm({ name: 'web-01' });
  await start('web-01');
  azure.jobs.override('web-01', {
    state: 'Levitating',
    tasks: { VmFailover: { state: 'Sideways' } },
  });

  const job = await siteRecovery.readJob(azure.jobs.latest('web-01').id);

  expect(job?.state).toBe('Levitating');
  expect(job?.tasks.find(({ name }) => name === 'VmFailover')?.state).toBe('Sideways');
});

it('says which kind of managed disks an item uses, and that its host is gone', async () => {
  vault = await startSimulatedVault();
  const { azure, siteRecovery } = vault;
  azure.addVm({ name: 'blobs' });
  azure.addVm({ name: 'legacy', managedDisks: 'legacy' });
  azure.addVm({ name: 'replicated', managedDisks: 'replicated' });
  azure.host.connectionStatus = 'Disconnected';

  const items = await siteRecovery.listProtectedItems();
  const [provider] = await siteRecovery.listProviders();

  expect(items.map(({ name, usesManagedDisks }) => [name, usesManagedDisks])).toEqual([
    ['blobs', false],
    ['legacy', true],
    ['replicated', true],
  ]);
  expect(provider).toMatchObject({ connectionStatus: 'Disconnected', fabricType: 'HyperVSite' });
  expect(items[0]?.providerId).toBe(provider?.id);
});

it('is not blinded by an item of another kind that looks otherwise', async () => {
  vault = await startSimulatedVault();
  vault.azure.addVm({ name: 'web-01' });
  vault.azure.addVm({
    name: 'vmware-01',
    fields: {
      allowedOperations: null,
      currentScenario: null,
      providerSpecificDetails: { instanceType: 'InMageAzureV2' },
    },
  });

  const items = await vault.siteRecovery.listProtectedItems();

  expect(items.map(({ name }) => name)).toEqual(['web-01']);
});

it('is refused a read when the budget is used up, and knows what is left and when to come again', async () => {
  vault = await startSimulatedVault({ readLimit: { burst: 2, perSecond: 0.5 } });
  const { azure, clock, siteRecovery } = vault;

  await siteRecovery.listProtectedItems();
  expect(siteRecovery.remainingReads).toBe(1);
  await siteRecovery.listProtectedItems();
  await expect(siteRecovery.listProtectedItems()).rejects.toMatchObject({
    facts: { status: 429, retryAfterMs: 2_000 },
  });
  clock.move(2_000);

  expect(await siteRecovery.listProtectedItems()).toEqual([]);
  expect(azure.calls.log.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
});
