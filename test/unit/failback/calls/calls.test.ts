import { describe, expect, it } from 'vitest';
import type { AzureSnapshot } from '../../../../bot/failback/calls/azure-snapshot.ts';
import { jobsOf, judgeCall, obstacleTo } from '../../../../bot/failback/calls/calls.ts';
import type { Call } from '../../../../bot/failback/state/failback.ts';
import type { Operation } from '../../../../bot/failback/state/gates.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { namedState } from '../../../../bot/failback/words/statement.ts';
import { committedItem, item, job, task, waitingJob } from '../../../support/azure-records.ts';
import { POLICY, requestIdOf, type Story, storyAt } from '../../../support/failback-story.ts';

const obstacle = (operation: Operation, look: AzureSnapshot) =>
  obstacleTo(operation, storyAt('starting').failback, look);

describe('what stands in the way of a call', () => {
  it('is that the item is gone, for every call', () => {
    for (const operation of ['plannedFailover', 'completeFailover', 'commit'] as const) {
      expect(obstacle(operation, { item: undefined, job: waitingJob() })).toEqual(
        coded('itemNotKnown'),
      );
    }
  });

  it('is nothing where Azure offers it', () => {
    expect(obstacle('plannedFailover', { item: item() })).toBeUndefined();
    expect(
      obstacle('plannedFailover', { item: item({ allowedOperations: ['PlannedFailover'] }) }),
    ).toBeUndefined();
    expect(obstacle('commit', { item: item({ allowedOperations: ['Commit'] }) })).toBeUndefined();
    expect(obstacle('reverseReplicate', { item: committedItem() })).toBeUndefined();
  });

  it('is that Azure does not offer it', () => {
    expect(obstacle('commit', { item: item() })).toMatchObject({
      code: 'operationNotOffered',
      facts: { wanted: 'Commit' },
    });
    expect(obstacle('reverseReplicate', { item: item({ allowedOperations: [] }) })).toEqual(
      coded('operationNotOffered', { offered: coded('nothing'), wanted: 'ReverseReplicate' }),
    );
  });

  it('is that something runs on the item', () => {
    const runningScenario = { name: 'TestFailover', jobId: 'job-t' };

    expect(obstacle('plannedFailover', { item: item({ runningScenario }) })).toEqual(
      coded('itemBusy', { scenario: 'TestFailover' }),
    );
  });

  it('is that the VM does not run in Azure, though a planned failover is offered', () => {
    const home = item({ activeLocation: 'onPremises', allowedOperations: ['PlannedFailover'] });

    expect(obstacle('plannedFailover', { item: home })).toEqual(
      coded('vmNotInAzure', { activeLocation: 'onPremises' }),
    );
  });

  it('is, for complete failover, that the job does not wait', () => {
    const runningScenario = { name: 'Failback', jobId: 'job-failover' };
    const look = (seen: AzureSnapshot['job']) => ({ item: item({ runningScenario }), job: seen });

    expect(obstacle('completeFailover', look(waitingJob()))).toBeUndefined();
    expect(obstacle('completeFailover', look(job()))).toEqual(
      coded('failoverJobDoesNotWait', { state: namedState('InProgress') }),
    );
    expect(obstacle('completeFailover', look(undefined))).toEqual(coded('failoverJobNotKnown'));
  });
});

describe('the jobs of a VM', () => {
  it('name the item or its VM, in any case', () => {
    const { failback } = storyAt('starting');
    const jobs = [
      job({ id: 'a', targetId: 'ITEM-WEB-01' }),
      job({ id: 'b', targetId: 'VM-web-01' }),
      job({ id: 'c', targetId: 'item-web-02' }),
    ];

    expect(jobsOf(failback, { item: item(), jobs }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(jobsOf(failback, { item: undefined, jobs }).map(({ id }) => id)).toEqual(['a']);
    expect(jobsOf(failback, { item: item() })).toEqual([]);
  });
});

const judge = (story: Story, look: AzureSnapshot, after: number) =>
  judgeCall(story.failback, story.failback.call as Call, look, story.now + after);

describe('a call that may have been taken', () => {
  const story = storyAt('starting').intend('plannedFailover');
  const requestId = requestIdOf('plannedFailover');
  const ours = job({ id: 'job-new', requestId: requestId.toUpperCase() });
  const theirs = job({ id: 'job-new', requestId: 'somebody-else' });

  it('was taken when a job carries its request id', () => {
    const old = job({ id: 'job-old' });

    expect(judge(story, { item: item(), jobs: [old, ours] }, 0)).toMatchObject({
      verdict: 'taken',
      jobId: 'job-new',
    });
  });

  it('is unclear when a new job fits that does not carry the id', () => {
    const { requestId: _, ...silent } = theirs;

    for (const other of [theirs, silent]) {
      expect(judge(story, { item: item(), jobs: [other] }, 0)).toMatchObject({
        verdict: 'unclear',
        jobId: 'job-new',
      });
    }
  });

  it('is not judged by jobs that were there before, or are about something else', () => {
    const jobs = [
      job({ id: 'JOB-OLD' }),
      job({ id: 'job-x', scenario: 'TestFailover' }),
      job({ id: 'job-y', targetId: 'item-web-02' }),
    ];

    expect(judge(story, { item: item(), jobs }, 0)).toEqual({ verdict: 'lookAgain' });
  });

  it('was not taken only after Azure had its time to show it, to the millisecond', () => {
    const look = { item: item(), jobs: [] };

    expect(judge(story, look, POLICY.settleMs - 1)).toEqual({ verdict: 'lookAgain' });
    expect(judge(story, look, POLICY.settleMs)).toMatchObject({ verdict: 'notTaken' });
  });

  it('is unclear when no job was found but Azure does not offer it any more', () => {
    const gone = { item: undefined, jobs: [] };
    const busy = item({ runningScenario: { name: 'Failback', jobId: 'job-z' } });

    expect(judge(story, gone, POLICY.settleMs)).toMatchObject({ verdict: 'unclear' });
    expect(judge(story, { item: busy, jobs: [] }, POLICY.settleMs)).toMatchObject({
      verdict: 'unclear',
    });
  });
});

describe('a complete failover that may have been taken', () => {
  const story = storyAt('completing').intend('completeFailover');
  const seen = (changes: Parameters<typeof job>[0]) =>
    judge(story, { item: item(), job: job(changes) }, POLICY.settleMs);

  it('was taken when the job goes on or is through', () => {
    expect(seen({})).toMatchObject({ verdict: 'taken', jobId: 'job-failover' });
    expect(seen({ state: 'Succeeded' })).toMatchObject({ verdict: 'taken' });
  });

  it('was not taken when the job still waits after Azure had its time', () => {
    const look = { item: item(), job: waitingJob() };

    expect(judge(story, look, POLICY.settleMs - 1)).toEqual({ verdict: 'lookAgain' });
    expect(judge(story, look, POLICY.settleMs)).toMatchObject({ verdict: 'notTaken' });
  });

  it.each([
    ['is gone', undefined],
    ['has failed', job({ state: 'Failed' })],
    ['is being cancelled', job({ state: 'Cancelling' })],
    ['runs something unknown', job({ tasks: [task('FormatTheDisk', 'InProgress')] })],
  ])('is unclear at once when the job %s', (_, gone) => {
    expect(judge(story, { item: item(), job: gone }, 0)).toMatchObject({ verdict: 'unclear' });
  });

  it('is not judged by other jobs of the VM', () => {
    const look = { item: item(), job: waitingJob(), jobs: [job({ id: 'job-x' })] };

    expect(judge(story, look, 0)).toEqual({ verdict: 'lookAgain' });
  });
});
