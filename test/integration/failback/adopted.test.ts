import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../../simulators/azure/azure-simulator.ts';
import { FAST, FailbackRig } from '../../support/failback-rig.ts';

const ID = 'FB-TAKE';
const VM = 'web-01';
/** Long enough to be seen in the middle. */
const SLOW = { prerequisitesMs: 4_000_000, shutdownMs: 4_000_000, synchronizationMs: 2_000_000 };

let azure: AzureSimulator;
let rig: FailbackRig;

async function setUp(timings = {}): Promise<void> {
  azure = await startAzureSimulator({ ...FAST, timings });
  azure.addVm({ name: VM, writeEveryMs: 10 });
  rig = new FailbackRig(azure);
  await rig.runner.start();
}

afterEach(async () => {
  await rig.runner.stop();
  await azure.close();
});

const isHeld = ({ hold }: Failback) => hold !== undefined;
const choicesOf = ({ hold }: Failback) => hold?.choices.map(({ name, leadsTo }) => [name, leadsTo]);

/** Waits until the job in Azure is as far as that. */
async function untilJob(isThere: () => boolean): Promise<void> {
  while (!isThere()) await new Promise((resolve) => setImmediate(resolve));
}

const taskRuns = (name: string) => () =>
  azure.jobs
    .latest(VM)
    .times(azure.now())
    .some(
      ({ step, startedAt, endedAt }) =>
        step.name === name && startedAt !== undefined && endedAt === undefined,
    );

describe('a failback that was started in the portal', () => {
  it('waits for complete failover: it is taken over there, and brought home whole', async () => {
    await setUp();
    azure.jobs.failBackInPortal(VM, 'beforeFailover');
    await untilJob(taskRuns('WaitForUserInputForFailback'));

    await rig.adopt(ID, VM);
    const asked = await rig.until(ID, isHeld);
    await rig.choose(ID, 'adopt');
    const ended = await rig.approveAll(ID);

    expect(asked).toMatchObject({ stage: 'adopting', hold: { reason: 'adoptAsked' } });
    expect(choicesOf(asked)).toEqual([
      ['adopt', 'awaitingCompletion'],
      ['abandon', 'abandoned'],
    ]);
    expect(ended).toMatchObject({ stage: 'protected', synchronization: 'beforeFailover' });
    expect(rig.mutations(VM)).toEqual({ plannedFailover: 0, resume: 1, commit: 1, reverse: 1 });
    expect(azure.vm(VM).blocksThatDiffer()).toBe(0);
  });

  it('downloads everything: its tasks tell, and the downtime counts from its beginning', async () => {
    await setUp(SLOW);
    const job = azure.jobs.failBackInPortal(VM, 'fullDownload');
    await untilJob(taskRuns('VmShutdownVmOnPrimary'));

    await rig.adopt(ID, VM);
    const asked = await rig.until(ID, isHeld);
    await rig.choose(ID, 'adopt');
    const taken = await rig.until(ID, ({ stage }) => stage === 'transferring');
    const ended = await rig.approveAll(ID);

    expect(choicesOf(asked)?.[0]).toEqual(['adopt', 'transferring']);
    expect(taken).toMatchObject({ synchronization: 'fullDownload', downFrom: job.plan.startedAt });
    expect(ended.stage).toBe('protected');
    expect(rig.mutations(VM)).toEqual({ plannedFailover: 0, resume: 0, commit: 1, reverse: 1 });
    expect(azure.vm(VM).blocksThatDiffer()).toBe(0);
  });

  it('is home already: what is missing is the commit', async () => {
    await setUp();
    azure.jobs.failBackInPortal(VM, 'fullDownload');
    await untilJob(() => azure.vm(VM).state === 'failedBack');

    await rig.adopt(ID, VM);
    const asked = await rig.until(ID, isHeld);
    await rig.choose(ID, 'adopt');
    const ended = await rig.approveAll(ID);

    expect(choicesOf(asked)?.[0]).toEqual(['adopt', 'verifying']);
    expect(ended.stage).toBe('protected');
    expect(rig.mutations(VM)).toEqual({ plannedFailover: 0, resume: 0, commit: 1, reverse: 1 });
  });

  it('that does not run is nothing to take over, and nothing is called', async () => {
    await setUp();

    await rig.adopt(ID, VM);
    const ended = await rig.until(ID, ({ stage }) => stage === 'notReady');

    expect(ended.summary).toMatchObject({ code: 'nothingToTakeOver' });
    expect(rig.mutations(VM)).toEqual({ plannedFailover: 0, resume: 0, commit: 0, reverse: 0 });
  });

  it('is for nobody but an approver who did not ask: letting go leaves it alone', async () => {
    await setUp();
    azure.jobs.failBackInPortal(VM, 'beforeFailover');
    await untilJob(taskRuns('WaitForUserInputForFailback'));
    await rig.adopt(ID, VM);
    await rig.until(ID, isHeld);

    await rig.choose(ID, 'abandon');
    const ended = await rig.until(ID, ({ stage }) => stage === 'abandoned');

    expect(ended.isTouched).toBe(false);
    expect(azure.jobs.latest(VM).isWaiting(azure.now())).toBe(true);
  });
});

describe('a planned failover that runs again while the bot asks what to do', () => {
  beforeEach(async () => {
    await setUp();
    await rig.request(ID, VM);
    await rig.until(ID, ({ gate }) => gate?.kind === 'direction');
    await rig.approve(ID);
    await rig.until(ID, ({ gate }) => gate?.kind === 'complete');
    azure.jobs.fail(VM, [
      {
        code: '0x800700EA',
        message: 'VSS failed.',
        possibleCauses: 'Disks.',
        recommendedAction: 'Look.',
      },
    ]);
    await rig.until(ID, ({ hold }) => hold?.reason === 'jobFailed');
  });

  it('as a new job can be taken over', async () => {
    azure.jobs.failBackInPortal(VM, 'beforeFailover');
    const held = await rig.until(ID, ({ hold }) => hold?.reason === 'restartedElsewhere');
    const job = azure.jobs.latest(VM).id;
    await rig.choose(ID, held.hold?.choices[0]?.name ?? '');
    const taken = await rig.until(ID, ({ failoverJobId }) => failoverJobId === job);
    const ended = await rig.approveAll(ID);

    expect(held.releases.at(-1)).toMatchObject({ reason: 'jobFailed' });
    expect(taken.hold).toBeUndefined();
    expect(ended.stage).toBe('protected');
    expect(rig.mutations(VM)).toEqual({ plannedFailover: 1, resume: 1, commit: 1, reverse: 1 });
    expect(azure.vm(VM).blocksThatDiffer()).toBe(0);
  });

  it('as the same job can be gone on with', async () => {
    const own = (await rig.failbacks.get(ID))?.failoverJobId;
    azure.jobs.restartInPortal(VM);
    const held = await rig.until(ID, ({ hold }) => hold?.reason === 'restartedElsewhere');
    await rig.choose(ID, 'adopt');
    const ended = await rig.approveAll(ID);

    expect(held.hold?.evidence).toContainEqual({ name: 'seen', value: coded('jobRunsAgain') });
    expect(ended).toMatchObject({ stage: 'protected', failoverJobId: own });
    expect(azure.vm(VM).blocksThatDiffer()).toBe(0);
  });

  it('was told with its cause, the advice, and what is known of the code', async () => {
    const failback = await rig.failbacks.get(ID);

    expect(failback?.hold?.evidence.map(({ name }) => name)).toEqual([
      'job',
      'state',
      'error',
      'possibleCauses',
      'recommendedAction',
      'meaning',
      'source',
    ]);
  });
});

describe('a failed job', () => {
  async function failing(): Promise<void> {
    await setUp();
    await rig.request(ID, VM);
    await rig.until(ID, ({ gate }) => gate?.kind === 'direction');
    await rig.approve(ID);
    await rig.until(ID, ({ gate }) => gate?.kind === 'complete');
    azure.jobs.fail(VM, [{ code: '1', message: 'Out of luck.' }]);
    await rig.until(ID, ({ hold }) => hold?.reason === 'jobFailed');
  }

  it('is restarted once by a person, and brings the VM home whole', async () => {
    await failing();
    const own = (await rig.failbacks.get(ID))?.failoverJobId;

    await rig.choose(ID, 'restart');
    const ended = await rig.approveAll(ID);

    expect(ended).toMatchObject({ stage: 'protected', failoverJobId: own });
    expect(rig.jobCalls(VM, 'restart')).toBe(1);
    expect(rig.mutations(VM)).toEqual({ plannedFailover: 1, resume: 1, commit: 1, reverse: 1 });
    expect(azure.vm(VM).blocksThatDiffer()).toBe(0);
  });

  it('is restarted once though the answer was lost', async () => {
    await failing();
    azure.faults.next({ method: 'POST', operation: 'restart' }, { kind: 'reset', taken: true });

    await rig.choose(ID, 'restart');
    const ended = await rig.approveAll(ID);

    expect(ended.stage).toBe('protected');
    expect(azure.jobs.all().filter(({ plan }) => plan.scenario === 'RestartJob')).toHaveLength(1);
  });

  it('that Azure does not offer to restart is not restarted', async () => {
    await failing();
    azure.jobs.override(VM, { allowedActions: [] });

    await rig.choose(ID, 'restart');
    const held = await rig.until(ID, ({ hold }) => hold?.reason === 'notOffered');

    expect(held.hold?.evidence[0]?.value).toMatchObject({ code: 'restartNotOffered' });
    expect(rig.jobCalls(VM, 'restart')).toBe(0);
  });
});
