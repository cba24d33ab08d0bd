import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { JobTask } from '../../../bot/failback/ports/site-recovery.ts';
import type { PlanOptions } from '../../../simulators/azure/recovery-plan.ts';
import {
  postAsSomebodyElse,
  type SimulatedVault,
  startSimulatedVault,
} from '../../support/azure.ts';

let vault: SimulatedVault;
afterEach(() => vault.azure.close());

const MINUTE = 60_000;
const VMS = ['web-01', 'web-02', 'db-01'];
const NOTICE = {
  name: 'Tell the shop',
  instructions: 'Tell the shop that the till is down, then complete this action.',
};
const PLAN: PlanOptions = {
  name: 'shop',
  groups: [
    { vms: ['db-01'], after: [{ name: 'warm-up', kind: 'script' }] },
    { vms: ['web-01', 'web-02'], before: [NOTICE] },
  ],
};

async function withPlan() {
  vault = await startSimulatedVault();
  for (const name of VMS) vault.azure.addVm({ name });
  vault.azure.addPlan(PLAN);
  return vault;
}

const planId = () => vault.azure.planId('shop');

async function start() {
  const requestId = randomUUID();
  const answer = await vault.siteRecovery.plans.startPlannedFailover({
    planId: planId(),
    requestId,
    synchronization: 'beforeFailover',
  });
  return { requestId, answer };
}

/** The plan's own job: its child jobs carry the same request id. */
async function jobOf(requestId: string) {
  const jobs = await vault.siteRecovery.listJobs(0);
  const job = jobs.find((one) => one.requestId === requestId && one.targetType === 'RecoveryPlan');
  return vault.siteRecovery.readJob(job?.id ?? '');
}

it('reads the plans of a vault with their groups in order and what they ask of people', async () => {
  const { siteRecovery } = await withPlan();

  const [plan] = await siteRecovery.plans.list();

  expect(plan).toMatchObject({
    name: 'shop',
    replicationProviders: ['HyperVReplicaAzure'],
    groups: [
      { name: 'Shutdown', items: [] },
      { name: 'Failover', items: [] },
      {
        name: 'Group 1',
        items: [{ vmId: vault.azure.vm('db-01').id }],
        actions: [{ kind: 'script' }],
      },
      { name: 'Group 2', items: [{}, {}], actions: [{ kind: 'manual', ...NOTICE }] },
    ],
  });
  expect(plan).not.toHaveProperty('lastScenario');
  expect(await siteRecovery.plans.read(planId())).toEqual(plan);
  expect(await siteRecovery.plans.read(vault.azure.planId('none'))).toBeUndefined();
});

it('reads all pages of plans', async () => {
  vault = await startSimulatedVault({ pageSize: 2 });
  for (let at = 0; at < 5; at += 1) {
    vault.azure.addVm({ name: `vm-${at}` });
    vault.azure.addPlan({ name: `plan-${at}`, groups: [{ vms: [`vm-${at}`] }] });
  }

  expect(await vault.siteRecovery.plans.list()).toHaveLength(5);
  expect(vault.azure.calls.reads('replicationRecoveryPlans')).toBe(3);
});

const itemIds = (...names: readonly string[]) => names.map((name) => vault.azure.itemId(name));
const pagesOfItems = () => vault.azure.calls.reads('replicationProtectedItems');

it('reads the items of a plan alone, however many the vault has', async () => {
  const { azure, siteRecovery } = await largeVault();

  const items = await siteRecovery.plans.listItems(azure.planId('small'), itemIds('vm-3', 'vm-4'));

  expect(items.map(({ name }) => name)).toEqual(['vm-3', 'vm-4']);
  expect(pagesOfItems()).toBe(1);
});

it('looks among all items for one that is in the plan no more', async () => {
  const { azure, siteRecovery } = await largeVault();
  azure.changePlan('small', [{ vms: ['vm-4'] }]);

  const items = await siteRecovery.plans.listItems(azure.planId('small'), itemIds('vm-3', 'vm-4'));

  expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['vm-3', 'vm-4']));
  expect(pagesOfItems()).toBe(1 + 3);
});

it('reads all items where Azure turns the filter down, and fails where it fails otherwise', async () => {
  const { azure, siteRecovery } = await largeVault();
  const planId = azure.planId('small');
  const list = { method: 'GET', operation: 'replicationProtectedItems' } as const;
  azure.faults.next(list, { kind: 'status', status: 400, taken: false });

  expect(await siteRecovery.plans.listItems(planId, itemIds('vm-3'))).toHaveLength(6);
  azure.faults.next(list, { kind: 'status', status: 403, taken: false });
  await expect(siteRecovery.plans.listItems(planId, itemIds('vm-3'))).rejects.toMatchObject({
    facts: { status: 403 },
  });
});

async function largeVault() {
  vault = await startSimulatedVault({ pageSize: 2 });
  for (let at = 0; at < 6; at += 1) vault.azure.addVm({ name: `vm-${at}` });
  vault.azure.addPlan({ name: 'small', groups: [{ vms: ['vm-3', 'vm-4'] }] });
  return vault;
}

it('brings a plan home by way of the port, and every block of every VM arrives', async () => {
  const { azure, clock, siteRecovery } = await withPlan();
  const { requestId, answer } = await start();

  // The operation's id is not the job's, so it is not given.
  expect(answer).toEqual({ outcome: 'accepted' });
  clock.move(11 * MINUTE);
  const waiting = await jobOf(requestId);
  expect(waiting).toMatchObject({ state: 'Suspended', targetName: 'shop', scenario: 'Failback' });
  expect(azure.vms().map(({ azureVm }) => azureVm)).toEqual(['running', 'running', 'running']);
  const jobId = waiting?.id ?? '';
  await siteRecovery.resumeJob({ jobId, requestId: randomUUID(), comments: '' });

  clock.move(10 * MINUTE);
  const atAction = await siteRecovery.readJob(jobId);
  expect(atAction).toMatchObject({ state: 'Suspended', allowedActions: ['Cancel', 'Resume'] });
  expect(active(atAction?.tasks ?? [])).toMatchObject([
    { state: 'Suspended', action: { kind: 'manual', ...NOTICE } },
  ]);
  expect(azure.vm('db-01').onPremisesVm).toBe('running');
  expect(azure.vm('web-01').onPremisesVm).toBe('off');
  await siteRecovery.resumeJob({ jobId, requestId: randomUUID(), comments: '' });
  clock.move(MINUTE);

  const done = await siteRecovery.readJob(jobId);
  expect(done).toMatchObject({ state: 'Succeeded', stateDescription: 'Completed', errors: [] });
  expect(done?.tasks.map(({ friendlyName, groupType }) => [friendlyName, groupType])).toEqual([
    ['Prerequisites check for the recovery plan', undefined],
    ['Preparing the on-premises virtual machine', undefined],
    ['Data synchronization', 'RpFailbackDataSyncTask'],
    ['Waiting for user input', undefined],
    ['All groups shutdown (2)', 'Shutdown'],
    ['Recovery plan failover', 'RpFailoverTask'],
    ['Group 1: Start (1)', 'BootGroup'],
    ['warm-up', undefined],
    ['Tell the shop', undefined],
    ['Group 2: Start (2)', 'BootGroup'],
    ['Finalizing the recovery plan', undefined],
  ]);
  for (const vm of azure.vms())
    expect([vm.name, vm.onPremisesVm, vm.blocksThatDiffer()]).toEqual([vm.name, 'running', 0]);
  expect(await siteRecovery.plans.read(planId())).toMatchObject({
    allowedOperations: expect.arrayContaining(['Commit']),
    lastScenario: { name: 'PlannedFailover', jobId, status: 'Succeeded' },
  });

  for (const call of ['commit', 'reverseReplicate'] as const) {
    const id = randomUUID();
    const taken = await siteRecovery.plans[call]({ planId: planId(), requestId: id });
    expect([call, taken]).toEqual([call, { outcome: 'accepted' }]);
    clock.move(5 * MINUTE);
    expect(await jobOf(id)).toMatchObject({ state: 'Succeeded', targetType: 'RecoveryPlan' });
  }
  expect(azure.vms().map(({ state }) => state)).toEqual(['protected', 'protected', 'protected']);
});

it('stops the Azure VMs at once in a full download, and skips synchronization and waiting', async () => {
  const { azure, clock } = await withPlan();
  await postAsSomebodyElse(azure, `${planId()}/plannedFailover`, {
    properties: {
      failoverDirection: 'RecoveryToPrimary',
      providerSpecificDetails: [
        {
          instanceType: 'HyperVReplicaAzureFailback',
          dataSyncOption: 'ForSynchronization',
          recoveryVmCreationOption: 'NoAction',
        },
      ],
    },
  });

  clock.move(3 * MINUTE);

  expect(azure.vms().map(({ azureVm }) => azureVm)).toEqual(['stopped', 'stopped', 'stopped']);
});

it('collects the errors of child jobs with the names of their VMs', async () => {
  const { azure, clock } = await withPlan();
  const { requestId } = await start();
  clock.move(5 * MINUTE);

  azure.jobs.failVmOfPlan('shop', 'web-02', [
    { code: '28175', message: 'No space on the volume.' },
  ]);
  clock.move(MINUTE);

  const job = await jobOf(requestId);
  expect(job?.errors).toMatchObject([
    { code: '28175', message: 'No space on the volume.', vm: 'web-02' },
  ]);
});

it('sends nothing for an id that is no plan of the vault', async () => {
  const { azure, siteRecovery } = await withPlan();

  const answer = await siteRecovery.plans.commit({
    planId: azure.itemId('web-01'),
    requestId: randomUUID(),
  });

  expect(answer).toMatchObject({ outcome: 'notSent' });
  expect(azure.calls.received('failoverCommit')).toBe(0);
});

const active = (tasks: readonly JobTask[]) => tasks.filter(({ state }) => state === 'Suspended');
