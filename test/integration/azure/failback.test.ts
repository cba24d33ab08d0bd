import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import {
  postAsSomebodyElse,
  type SimulatedVault,
  startSimulatedVault,
} from '../../support/azure.ts';

let vault: SimulatedVault;
afterEach(() => vault.azure.close());

const MINUTE = 60_000;

it('brings a VM home by way of the port, and every block arrives', async () => {
  vault = await startSimulatedVault();
  const { azure, clock, siteRecovery } = vault;
  const vm = azure.addVm({ name: 'web-01' });
  const [item] = await siteRecovery.listProtectedItems();
  if (!item) throw new Error('the item is missing');
  expect(item).toMatchObject({
    name: 'web-01',
    activeLocation: 'azure',
    allowedOperations: expect.arrayContaining(['Failback']),
    usesManagedDisks: false,
    disks: [{ sizeMb: 40_960 }],
  });
  expect(item).not.toHaveProperty('runningScenario');
  expect(vm.blocksThatDiffer()).toBeGreaterThan(0);

  const requestId = randomUUID();
  const started = await siteRecovery.startPlannedFailover({
    itemId: item.id,
    requestId,
    synchronization: 'beforeFailover',
  });
  const jobId = started.outcome === 'accepted' ? (started.operationId ?? '') : '';
  expect(jobId).not.toBe('');
  expect(await siteRecovery.readProtectedItem(item.id)).toMatchObject({
    runningScenario: { jobId },
  });
  expect(await siteRecovery.listJobs(clock.now() - MINUTE)).toMatchObject([
    { id: jobId, scenario: 'Failback', state: 'InProgress', requestId, tasks: [] },
  ]);

  clock.move(11 * MINUTE);
  const waiting = await siteRecovery.readJob(jobId);
  expect(waiting).toMatchObject({ state: 'Suspended', allowedActions: ['Cancel', 'Resume'] });
  expect(waiting?.tasks.find(({ state }) => state === 'Suspended')?.name).toBe(
    'WaitForUserInputForFailback',
  );
  expect(azure.vm('web-01').azureVm).toBe('running');

  await siteRecovery.resumeJob({ jobId, requestId: randomUUID(), comments: '' });
  clock.move(3 * MINUTE);
  expect(azure.vm('web-01').azureVm).toBe('stopped');
  clock.move(4 * MINUTE);
  expect(await siteRecovery.readJob(jobId)).toMatchObject({ state: 'Succeeded', errors: [] });
  expect(azure.vm('web-01')).toMatchObject({ onPremisesVm: 'running' });
  expect(azure.vm('web-01').blocksThatDiffer()).toBe(0);

  const committed = await siteRecovery.commit({ itemId: item.id, requestId: randomUUID() });
  expect(committed).toMatchObject({ outcome: 'accepted' });
  clock.move(2 * MINUTE);
  expect(await siteRecovery.readProtectedItem(item.id)).toMatchObject({
    protectionState: 'RestoreFinalized',
    activeLocation: 'onPremises',
    allowedOperations: ['ReverseReplicate', 'DisableProtection'],
  });
  expect(azure.vm('web-01').azureVm).toBe('deleted');

  const reversed = await siteRecovery.reverseReplicate({
    itemId: item.id,
    requestId: randomUUID(),
  });
  expect(reversed).toMatchObject({ outcome: 'accepted' });
  clock.move(2 * MINUTE);
  expect(await siteRecovery.readProtectedItem(item.id)).toMatchObject({
    protectionState: 'Protected',
  });
  const scenarios = (await siteRecovery.listJobs(0)).map(({ scenario }) => scenario);
  expect(scenarios).toEqual([
    'IrCompletion',
    'ReprotectReplicationGroup',
    'CommitFailover',
    'Failback',
  ]);
  for (const call of ['plannedFailover', 'resume', 'failoverCommit', 'reProtect']) {
    expect([call, azure.calls.received(call), azure.calls.accepted(call)]).toEqual([call, 1, 1]);
  }
});

it('leaves a mix of old and new blocks on-premises when synchronization is cancelled', async () => {
  const { azure, clock, siteRecovery } = await vaultThatSynchronizes();
  clock.move(5 * MINUTE);

  azure.jobs.cancelInPortal('web-01');
  expect((await siteRecovery.listJobs(0))[0]).toMatchObject({ state: 'Cancelling' });
  clock.move(MINUTE);

  expect((await siteRecovery.listJobs(0))[0]).toMatchObject({ state: 'Cancelled' });
  const vm = azure.vm('web-01');
  const [disk] = vm.disks;
  expect(vm.onPremisesIsInconsistent).toBe(true);
  expect(disk?.onPremises.some((block) => block > 0)).toBe(true);
  expect(vm.blocksThatDiffer()).toBeGreaterThan(0);
  expect(await siteRecovery.readProtectedItem(azure.itemId('web-01'))).toMatchObject({
    activeLocation: 'azure',
    allowedOperations: expect.arrayContaining(['Failback']),
  });
});

it('reports the errors of a failed job', async () => {
  const { azure, clock, siteRecovery } = await vaultThatSynchronizes();
  clock.move(MINUTE);

  azure.jobs.fail('web-01', [{ code: '70094', message: 'Simulated.', recommendedAction: 'Wait.' }]);

  expect(await siteRecovery.readJob(azure.jobs.latest('web-01').id)).toMatchObject({
    state: 'Failed',
    errors: [{ level: 'Error', code: '70094', message: 'Simulated.', recommendedAction: 'Wait.' }],
  });
});

it('goes on where it failed when the job is restarted', async () => {
  const { azure, clock, siteRecovery } = await vaultThatSynchronizes();
  clock.move(5 * MINUTE);
  const failed = azure.jobs.latest('web-01');
  azure.jobs.fail('web-01', [{ code: '70094', message: 'Simulated.' }]);
  clock.move(60 * MINUTE);

  const path = azure
    .itemId('web-01')
    .replace(/replicationFabrics.*/, `replicationJobs/${failed.id}/restart`);
  expect(await postAsSomebodyElse(azure, path)).toBe(202);

  expect((await siteRecovery.listJobs(0))[0]).toMatchObject({ scenario: 'RestartJob' });
  clock.move(MINUTE);
  expect(await siteRecovery.readJob(failed.id)).toMatchObject({ state: 'InProgress', errors: [] });
  clock.move(6 * MINUTE);
  expect(await siteRecovery.readJob(failed.id)).toMatchObject({ state: 'Suspended' });
  azure.jobs.resumeInPortal('web-01');
  clock.move(10 * MINUTE);
  expect(await siteRecovery.readJob(failed.id)).toMatchObject({ state: 'Succeeded' });
  expect(azure.vm('web-01').blocksThatDiffer()).toBe(0);
});

it('refuses a second call while the first one runs, and what the item does not allow', async () => {
  vault = await startSimulatedVault();
  const { azure, siteRecovery } = vault;
  azure.addVm({ name: 'web-01' });
  const call = {
    itemId: azure.itemId('web-01'),
    requestId: randomUUID(),
    synchronization: 'beforeFailover',
  } as const;

  expect(await siteRecovery.commit(call)).toMatchObject({
    outcome: 'refused',
    status: 400,
    code: 'OperationNotAllowed',
  });
  expect(await siteRecovery.startPlannedFailover(call)).toMatchObject({ outcome: 'accepted' });
  expect(await siteRecovery.startPlannedFailover(call)).toMatchObject({
    outcome: 'refused',
    status: 409,
    code: 'Conflict',
    serviceRequestId: expect.any(String),
  });
  expect(azure.calls.accepted('plannedFailover', 'web-01')).toBe(1);
});

it('does a full download: the Azure VM stops at once and the waiting is skipped', async () => {
  vault = await startSimulatedVault();
  const { azure, clock, siteRecovery } = vault;
  azure.addVm({ name: 'web-01' });
  const status = await postAsSomebodyElse(azure, `${azure.itemId('web-01')}/plannedFailover`, {
    properties: {
      failoverDirection: 'RecoveryToPrimary',
      providerSpecificDetails: {
        instanceType: 'HyperVReplicaAzureFailback',
        dataSyncOption: 'ForSynchronization',
        recoveryVmCreationOption: 'NoAction',
      },
    },
  });
  expect(status).toBe(202);

  clock.move(10 * MINUTE);

  const job = await siteRecovery.readJob(azure.jobs.latest('web-01').id);
  expect(job).toMatchObject({ state: 'Succeeded' });
  expect(job?.tasks.filter(({ stateDescription }) => stateDescription === 'Skipped')).toHaveLength(
    2,
  );
  expect(azure.vm('web-01').blocksThatDiffer()).toBe(0);
});

/** A vault whose planned failover of web-01, data first, has just been started. */
async function vaultThatSynchronizes(): Promise<SimulatedVault> {
  vault = await startSimulatedVault();
  vault.azure.addVm({ name: 'web-01' });
  await vault.siteRecovery.startPlannedFailover({
    itemId: vault.azure.itemId('web-01'),
    requestId: randomUUID(),
    synchronization: 'beforeFailover',
  });
  return vault;
}
