import { describe, expect, it } from 'vitest';
import { judgeCall } from '../../../bot/failback/calls.ts';
import type { Call } from '../../../bot/failback/failback.ts';
import { held, startOver } from '../../../bot/failback/holds.ts';
import { observeRestarted } from '../../../bot/failback/observe-restarted.ts';
import type { Job } from '../../../bot/failback/ports/site-recovery.ts';
import type { Target } from '../../../bot/failback/target.ts';
import { adopt } from '../../../bot/runner/adopt.ts';
import { ITEM_ID, Story, storyAt } from '../../support/failback-story.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { FakeVault } from '../runner/fake-vault.ts';
import { item, job, waitingJob } from './azure-records.ts';

/** A plan that somebody brings home in the portal: its own job, and the part of it that is about web-01. */
const OF_PLAN = { id: 'job-plan', targetType: 'RecoveryPlan', targetId: 'plan-1' };
const OF_VM_IN_PLAN = { id: 'job-child', targetType: 'Vm', targetId: 'vm-web-01' };

const SHOP: Target = {
  kind: 'recoveryPlan',
  vault: 'north',
  planId: '/plans/shop',
  name: 'shop',
  items: [{ itemId: ITEM_ID, name: 'web-01', vmId: 'vm-web-01' }],
};

function judged(seen: Job, target?: Target) {
  const { failback } = storyAt('starting').intend('plannedFailover');
  const look = { item: target ? undefined : item(), jobs: [seen] };
  const about = { ...failback, ...(target && { target }) };
  return judgeCall(about, failback.call as Call, look, 0);
}

describe('the job of a recovery plan is not taken for that of one of its VMs', () => {
  it.each([OF_PLAN, OF_VM_IN_PLAN])('when it is to be taken over: %o', async (changes) => {
    const clock = new ManualClock();
    const vault = new FakeVault(clock);
    vault.jobs.set(changes.id, waitingJob(changes));
    vault.item = item({ runningScenario: { name: 'Failback', jobId: changes.id } });
    const { failback } = new Story();

    const { events } = await adopt(failback, { vault, clock, hosts: [] } as never);

    expect(events).toMatchObject([{ type: 'ended', end: 'notReady' }]);
    expect(JSON.stringify(events)).toContain('A recovery plan brings it home with others');
  });

  it.each([OF_PLAN, OF_VM_IN_PLAN])('when it runs after the own job failed: %o', (changes) => {
    const { failback } = storyAt('synchronizing').tell(held('jobFailed', {}, [startOver]));

    expect(observeRestarted(failback, waitingJob(changes))).toBeUndefined();
    expect(observeRestarted(failback, waitingJob({ id: 'job-own' }))).toBeDefined();
  });

  it('when it was started while a call was under way: it is named, and not offered', () => {
    const judgement = judged(job(OF_VM_IN_PLAN));

    expect(judgement).toMatchObject({ verdict: 'unclear' });
    expect(judgement).not.toHaveProperty('jobId');
    expect(judged(job({ id: 'job-own' }))).toMatchObject({ jobId: 'job-own' });
  });

  it('and the job of one VM is not taken for that of its plan', () => {
    expect(judged(job({ id: 'job-own' }), SHOP)).not.toHaveProperty('jobId');
    const own = job({ ...OF_PLAN, targetName: 'Shop' });
    expect(judged(own, SHOP)).toMatchObject({ verdict: 'unclear', jobId: 'job-plan' });
  });
});
