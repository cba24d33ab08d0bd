import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failback } from '../../bot/failback/state/failback.ts';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../simulators/azure/azure-simulator.ts';
import { FAST, FailbackRig, ONCE_EACH } from '../support/failback-rig.ts';

const ID = 'FB-DOWN';
const VM = 'web-01';
let azure: AzureSimulator;
let rig: FailbackRig;

beforeEach(async () => {
  azure = await startAzureSimulator(FAST);
  azure.addVm({ name: VM, writeEveryMs: 10 });
  rig = new FailbackRig(azure);
  await rig.runner.start();
  await rig.request(ID, VM, {}, 'fullDownload');
});

afterEach(async () => {
  await rig.runner.stop();
  await azure.close();
});

const asks = (gate: string) => (failback: Failback) => failback.gate?.kind === gate;
const isHeld = ({ hold }: Failback) => hold !== undefined;

describe('a full download', () => {
  it('changes nothing before its direction is approved', async () => {
    await rig.until(ID, asks('direction'));

    expect(azure.vm(VM).azureVm).toBe('running');
    expect(azure.calls.received('plannedFailover')).toBe(0);
  });

  it('takes the VM down at once, asks nothing on the way, and every block arrives', async () => {
    const before = azure.vm(VM).blocksThatDiffer();
    const ended = await rig.approveAll(ID);

    expect(before).toBeGreaterThan(0);
    expect(ended.stage).toBe('protected');
    expect(ended.decisions.map(({ kind }) => kind)).toEqual(['direction', 'commit']);
    expect(rig.mutations(VM)).toEqual({ ...ONCE_EACH, resume: 0 });
    expect(azure.vm(VM).blocksThatDiffer()).toBe(0);
    expect(ended.downFrom).toBeLessThanOrEqual(ended.entered.transferring ?? 0);
    expect(ended.downUntil).toBeLessThanOrEqual(ended.entered.verifying ?? 0);
  });

  it('that is cancelled in the portal leaves a mix of blocks; the next one makes them equal', async () => {
    await rig.until(ID, asks('direction'));
    await rig.approve(ID);
    await rig.until(ID, ({ stage }) => stage === 'transferring');
    azure.jobs.cancelInPortal(VM);
    const held = await rig.until(ID, isHeld);
    const differing = azure.vm(VM).blocksThatDiffer();
    await rig.choose(ID, 'again');
    const ended = await rig.approveAll(ID);

    expect(held).toMatchObject({
      onPremises: [{ isMarked: true }],
      hold: { reason: 'jobCancelled' },
    });
    expect(differing).toBeGreaterThan(0);
    expect(ended).toMatchObject({ stage: 'protected', onPremises: [{ isMarked: false }] });
    expect(ended.downFrom).toBe(held.downFrom);
    expect(azure.vm(VM).blocksThatDiffer()).toBe(0);
  });

  it('that waits for complete failover after all is on hold, with the Azure VM untouched by the bot', async () => {
    await rig.until(ID, asks('direction'));
    await rig.approve(ID);
    await rig.until(ID, ({ stage }) => stage === 'transferring');
    azure.jobs.override(VM, {
      state: 'Suspended',
      allowedActions: ['Cancel', 'Resume'],
      tasks: { WaitForUserInputForFailback: { state: 'Suspended' } },
    });
    const held = await rig.until(ID, isHeld);

    expect(held).toMatchObject({ stage: 'transferring', hold: { reason: 'changedElsewhere' } });
    expect(azure.calls.received('resume')).toBe(0);
  });
});
