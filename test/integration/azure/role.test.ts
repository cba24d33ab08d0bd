import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import type { LoggedExchange } from '../../../simulators/azure/calls.ts';
import { type SimulatedVault, startSimulatedVault } from '../../support/azure.ts';

let vault: SimulatedVault;
afterEach(() => vault.azure.close());

const ROLE = new URL('../../../manifest/azure/failback-operator-role.json', import.meta.url);

it('uses every action of the custom role, and no other', async () => {
  vault = await startSimulatedVault();
  const { azure, clock, siteRecovery } = vault;
  azure.addVm({ name: 'web-01' });
  azure.addPlan({ name: 'shop', groups: [{ vms: ['web-01'] }] });
  const planId = azure.planId('shop');
  const itemId = azure.itemId('web-01');
  const requestId = randomUUID();

  await siteRecovery.listProviders();
  await siteRecovery.listFabrics();
  await siteRecovery.listProtectedItems();
  await siteRecovery.readProtectedItem(itemId);
  await siteRecovery.startPlannedFailover({ itemId, requestId, synchronization: 'beforeFailover' });
  clock.move(15 * 60_000);
  await siteRecovery.listJobs(0);
  const jobId = azure.jobs.latest('web-01').id;
  await siteRecovery.readJob(jobId);
  await siteRecovery.resumeJob({ jobId, requestId, comments: 'Approved.' });
  clock.move(15 * 60_000);
  await siteRecovery.commit({ itemId, requestId });
  clock.move(15 * 60_000);
  await siteRecovery.reverseReplicate({ itemId, requestId });
  await siteRecovery.plans.list();
  await siteRecovery.plans.startPlannedFailover({
    planId,
    requestId,
    synchronization: 'beforeFailover',
  });
  await siteRecovery.plans.commit({ planId, requestId });
  await siteRecovery.plans.reverseReplicate({ planId, requestId });

  await siteRecovery.restartJob({ jobId, requestId });
  await siteRecovery.cancelJob({ jobId: azure.jobs.latest('web-01').id, requestId });

  const role: { Actions: string[] } = JSON.parse(readFileSync(ROLE, 'utf8'));
  const used = new Set(azure.calls.log.map(actionOf));
  expect([...used].toSorted()).toEqual(role.Actions.toSorted());
});

/** How Azure names the right to a call: the path without its ids, and `read` or `action` for the method. */
function actionOf({ method, segments }: LoggedExchange): string {
  const names = segments.filter((_, index) => index % 2 === 0).join('/');
  return `Microsoft.RecoveryServices/vaults/${names}/${method === 'GET' ? 'read' : 'action'}`;
}
