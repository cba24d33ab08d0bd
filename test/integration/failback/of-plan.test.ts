import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMarked } from '../../../bot/failback/state/coming-home.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../../simulators/azure/azure-simulator.ts';
import { ENGLISH } from '../../support/catalogue/spoken.ts';
import { FAST, FailbackRig } from '../../support/failback-rig.ts';

let azure: AzureSimulator;
let rig: FailbackRig;

beforeEach(async () => {
  azure = await startAzureSimulator(FAST);
  for (const name of ['db-01', 'web-01', 'web-02']) azure.addVm({ name });
  rig = new FailbackRig(azure);
});
afterEach(async () => {
  await rig.runner.stop();
  await azure.close();
});

const NOTICE = { name: 'Tell the shop', instructions: 'Tell the shop that the till is down.' };

/** A plan of two groups whose second one waits for a person. */
async function shop(id = 'FB-PLAN') {
  azure.addPlan({
    name: 'shop',
    groups: [{ vms: ['db-01'] }, { vms: ['web-01', 'web-02'], before: [NOTICE] }],
  });
  await rig.requestPlan(id, 'shop');
  await rig.runner.start();
}

const mutationsOfPlan = () => {
  const { calls } = azure;
  const jobs = azure.jobs.all().filter(({ plan }) => plan.recoveryPlan !== undefined);
  return {
    plannedFailover: calls.accepted('plannedFailover', 'shop'),
    resume: jobs.reduce((sum, job) => sum + calls.accepted('resume', job.id), 0),
    commit: calls.accepted('failoverCommit', 'shop'),
    reverse: calls.accepted('reProtect', 'shop'),
  };
};

const isAsked = (kind: string) => (failback: Failback) => failback.gate?.kind === kind;

describe('a recovery plan', () => {
  it('comes home with all of its blocks, one call each, and ends protected', async () => {
    await shop();

    const ended = await rig.approveAll('FB-PLAN');

    expect(ended.stage).toBe('protected');
    expect(isMarked(ended)).toBe(false);
    for (const vm of azure.vms())
      expect([vm.name, vm.blocksThatDiffer(), vm.state]).toEqual([vm.name, 0, 'protected']);
    // Once for complete failover, once for the plan's own action.
    expect(mutationsOfPlan()).toEqual({ plannedFailover: 1, resume: 2, commit: 1, reverse: 1 });
    expect(ended.decisions.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'direction passed',
      'complete passed',
      'action passed',
      'commit passed',
    ]);
  });

  it('waits at its own action with the instructions, and goes on when it is approved', async () => {
    await shop();
    for (const kind of ['direction', 'complete']) {
      await rig.until('FB-PLAN', isAsked(kind));
      await rig.approve('FB-PLAN');
    }

    const asked = await rig.until('FB-PLAN', isAsked('action'));

    expect(asked).toMatchObject({
      stage: 'awaitingAction',
      interrupted: 'completing',
      job: { phase: 'atAction', action: { kind: 'manual', ...NOTICE } },
    });
    expect(asked.downFrom).toBeDefined();
    expect(azure.vm('db-01').onPremisesVm).toBe('running');
    expect(azure.vm('web-01').onPremisesVm).toBe('off');
    await rig.approve('FB-PLAN');
    const home = await rig.until('FB-PLAN', isAsked('commit'));
    expect(home.downFrom).toBe(asked.downFrom);
    expect(home.interrupted).toBeUndefined();
  });

  it('does not ask any more when somebody completes the action in the portal', async () => {
    await shop();
    for (const kind of ['direction', 'complete']) {
      await rig.until('FB-PLAN', isAsked(kind));
      await rig.approve('FB-PLAN');
    }
    await rig.until('FB-PLAN', isAsked('action'));

    azure.jobs.resumePlanInPortal('shop');

    const home = await rig.until('FB-PLAN', isAsked('commit'));
    expect(home.decisions.at(-1)).toMatchObject({ kind: 'action', outcome: 'withdrawn' });
    expect(mutationsOfPlan().resume).toBe(1);
  });

  it('downloads in full at once where that was asked for', async () => {
    azure.addPlan({ name: 'shop', groups: [{ vms: ['db-01', 'web-01', 'web-02'] }] });
    await rig.requestPlan('FB-PLAN', 'shop', 'fullDownload');
    await rig.runner.start();

    const ended = await rig.approveAll('FB-PLAN');

    expect(ended.stage).toBe('protected');
    expect(azure.vms().map((vm) => vm.blocksThatDiffer())).toEqual([0, 0, 0]);
    expect(mutationsOfPlan()).toEqual({ plannedFailover: 1, resume: 0, commit: 1, reverse: 1 });
  });

  it('is not started when some of its VMs are home already, and says which', async () => {
    azure.addVm({ name: 'mail-01', state: 'protected' });
    azure.addPlan({ name: 'office', groups: [{ vms: ['db-01', 'mail-01'] }] });
    await rig.requestPlan('FB-MIX', 'office');
    await rig.runner.start();

    const ended = await rig.until('FB-MIX', ({ stage }) => stage === 'notReady');

    const mix = ended.checks.find(({ name }) => name === 'mixedPlan');
    expect(mix?.finding).toEqual(
      coded('mixedPlan', {
        away: { list: ['db-01'] },
        others: {
          list: [
            coded('vmWithState', {
              vm: 'mail-01',
              state: coded('quotation', { text: 'Protected' }),
            }),
          ],
        },
        vm: 'db-01',
      }),
    );
    expect(azure.calls.received('plannedFailover')).toBe(0);
  });

  it('stops when some VMs went wrong, with their names and the errors of their child jobs', async () => {
    await shop();
    await rig.until('FB-PLAN', isAsked('direction'));
    await rig.approve('FB-PLAN');
    await rig.until('FB-PLAN', ({ stage }) => stage === 'synchronizing');

    azure.jobs.failVmOfPlan('shop', 'web-02', [
      { code: '31000', message: 'The disk of the VM is full.', recommendedAction: 'Make room.' },
    ]);
    for (const kind of ['complete', 'action']) {
      await rig.until('FB-PLAN', isAsked(kind));
      await rig.approve('FB-PLAN');
    }

    const held = await rig.until('FB-PLAN', ({ hold }) => hold !== undefined);
    expect(held.hold?.reason).toBe('jobPartly');
    const facts = Object.fromEntries(
      held.hold?.evidence.map((f) => [f.name, ENGLISH.text(f.value)]) ?? [],
    );
    expect(facts['failedVms']).toContain('web-02');
    expect(facts['otherVms']).toBe('2');
    expect(facts['error']).toContain('web-02');
    expect(facts['error']).toContain('31000: The disk of the VM is full.');
    expect(held.vms[azure.itemId('web-02').toLowerCase()]?.task).toMatchObject({ isFailed: true });
    expect(azure.calls.received('failoverCommit')).toBe(0);
  });

  it('keeps its VMs from coming home a second time, and they keep it', async () => {
    await shop();

    await expect(rig.request('FB-VM', 'web-01')).rejects.toMatchObject({
      code: 'targetBusy',
      failbackId: 'FB-PLAN',
    });
  });

  it('is asked about again when a VM was put into the plan meanwhile', async () => {
    await shop();
    await rig.until('FB-PLAN', isAsked('direction'));
    azure.addVm({ name: 'mail-01' });

    azure.changePlan('shop', [{ vms: ['db-01'] }, { vms: ['web-01', 'web-02', 'mail-01'] }]);
    await rig.approve('FB-PLAN');

    const held = await rig.until('FB-PLAN', ({ hold }) => hold !== undefined);
    expect(held.hold?.reason).toBe('notOffered');
    expect(azure.calls.received('plannedFailover')).toBe(0);
  });

  it('takes as many reads for three VMs as for thirty', async () => {
    const count = async (vms: number) => {
      const names = Array.from({ length: vms }, (_, at) => `vm${vms}-${at}`);
      for (const name of names) azure.addVm({ name });
      azure.addPlan({ name: `plan-${vms}`, groups: [{ vms: names }] });
      const before = azure.calls.reads();
      await rig.vault.plans.list();
      await rig.vault.listProtectedItems();
      return azure.calls.reads() - before;
    };

    expect(await count(3)).toBe(await count(30));
  });
});
