import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReversed } from '../../bot/failback/observe/judge-protection.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import { namedState } from '../../bot/failback/words/statement.ts';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../simulators/azure/azure-simulator.ts';
import { FAST, FailbackRig } from '../support/failback-rig.ts';

const ID = 'FB-BACK';
const VM = 'web-01';
/** Initial replication goes on until the test ends it. */
const LONG_MS = 3_600_000_000;
let azure: AzureSimulator;
let rig: FailbackRig;

async function set(irCompletionMs: number): Promise<void> {
  azure = await startAzureSimulator({ ...FAST, timings: { irCompletionMs } });
  azure.addVm({ name: VM, writeEveryMs: 10 });
  rig = new FailbackRig(azure);
  await rig.runner.start();
  await rig.request(ID, VM, {}, 'fullDownload');
}

async function uponReversal(): Promise<Failback> {
  for (const gate of ['direction', 'commit']) {
    await rig.until(ID, (failback) => failback.gate?.kind === gate);
    await rig.approve(ID);
  }
  return rig.until(ID, isReversed);
}

afterEach(async () => {
  await rig.runner.stop();
  await azure.close();
});

describe('after the commit', () => {
  beforeEach(() => set(LONG_MS));

  it('a VM counts as not protected while initial replication goes on, though Azure calls it Protected', async () => {
    await uponReversal();
    const { item } = await rig.until(
      ID,
      (failback) => failback.item?.protectionState === 'Protected',
    );
    const later = await rig.until(ID, ({ stage }) => stage === 'reversing');

    expect(item?.allowedOperations).toContain('UnplannedFailover');
    expect(later.unprotectedFrom).toBeDefined();
    expect(later.endedAt).toBeUndefined();
  });

  it('an initial replication that fails is a hold; when it has run again, the VM is protected', async () => {
    await uponReversal();
    azure.jobs.failInitialReplication(VM, [{ code: '70001', message: 'The storage is full.' }]);
    const held = await rig.until(ID, ({ hold }) => hold !== undefined);
    azure.jobs.replicateAgain(VM);
    await rig.choose(ID, 'again');
    const again = await rig.until(
      ID,
      ({ hold, stage }) => hold === undefined && stage === 'reversing',
    );

    expect(held.hold).toMatchObject({
      reason: 'replicationFailed',
      evidence: expect.arrayContaining([{ name: 'health', value: namedState('Critical') }]),
    });
    expect(again.endedAt).toBeUndefined();
  });
});

describe('when initial replication has finished', () => {
  beforeEach(() => set(600_000));

  it('the VM is protected, after progress that the board could show', async () => {
    await uponReversal();
    const ended = await rig.until(ID, ({ stage }) => stage === 'protected');
    const percents = (await rig.events(ID)).flatMap((event) =>
      event.type === 'itemObserved' ? [event.item.initialReplicationPercent ?? 0] : [],
    );

    expect(ended.summary).toEqual(coded('vmProtected'));
    expect(Math.max(...percents)).toBeGreaterThan(0);
    expect(azure.jobs.all().at(-1)?.plan.scenario).toBe('IrCompletion');
  });
});
