import { describe, expect, it } from 'vitest';
import type { JobTask } from '../../../../bot/failback/ports/site-recovery.ts';
import { isSameSight, judgeJob, sightOf } from '../../../../bot/failback/site-recovery/jobs.ts';
import { job, task, waitingJob } from '../../../support/azure-records.ts';

const judge = (changes: Parameters<typeof job>[0], accepted: readonly string[] = []) =>
  judgeJob(job(changes), accepted);
const running = (...tasks: readonly JobTask[]) => judge({ tasks });

describe('the phase of a job', () => {
  it.each([
    ['NotStarted', 'running'],
    ['InProgress', 'running'],
    ['INPROGRESS', 'running'],
    ['Cancelling', 'cancelling'],
    ['Succeeded', 'succeeded'],
    ['Failed', 'failed'],
    ['Cancelled', 'cancelled'],
  ])('of a job that is %s is %s', (state, phase) => {
    expect(judge({ state, stateDescription: state })).toEqual({ phase });
  });

  it('is unknown for a state that is not on the list, until a person accepts it', () => {
    expect(judge({ state: 'Levitating' })).toEqual({
      phase: 'unknown',
      unknown: 'state: Levitating',
    });
    expect(judge({ state: 'Levitating' }, ['state: Levitating'])).toEqual({ phase: 'running' });
  });

  it('is unknown for a partial success, until a person accepts it as one', () => {
    const partial = { state: 'Succeeded', stateDescription: 'PartiallySucceeded' };

    expect(judge(partial)).toEqual({ phase: 'unknown', unknown: 'state: Succeeded, partially' });
    expect(judge(partial, ['state: Succeeded, partially'])).toEqual({ phase: 'succeeded' });
  });

  it('is waiting when the waiting task is active and the job may be resumed', () => {
    expect(judgeJob(waitingJob(), [])).toEqual({ phase: 'waiting' });
    expect(judgeJob(waitingJob({ state: 'InProgress' }), [])).toEqual({ phase: 'waiting' });
  });

  it('is waiting wherever in the tree the waiting task is', () => {
    const nested = task('Unknown', 'InProgress', [
      task('WaitForUserInputForFailback', 'Suspended'),
    ]);

    expect(judgeJob(waitingJob({ tasks: [nested] }), [])).toEqual({ phase: 'waiting' });
  });

  it.each([
    ['the job may not be resumed', waitingJob({ allowedActions: ['Cancel'] })],
    [
      'the task has not begun',
      waitingJob({ tasks: [task('WaitForUserInputForFailback', 'NotStarted')] }),
    ],
    ['the tasks are not told', waitingJob({ tasks: [] })],
    ['it is no failback', waitingJob({ scenario: 'TestFailover' })],
  ])('is not waiting when %s', (_, suspended) => {
    expect(judgeJob(suspended, [])).toEqual({ phase: 'unknown', unknown: 'waits for: Suspended' });
  });

  it('is unknown when the job waits for something else, whatever it calls that', () => {
    const other = waitingJob({ tasks: [], stateDescription: 'WaitingForStopTestFailover' });
    const silent = waitingJob({ tasks: [], stateDescription: '' });

    expect(judgeJob(other, []).unknown).toBe('waits for: WaitingForStopTestFailover');
    expect(judgeJob(silent, []).unknown).toBe('waits for: something');
    expect(judgeJob(other, ['waits for: WaitingForStopTestFailover'])).toEqual({
      phase: 'running',
    });
  });
});

describe('the tasks of a running job', () => {
  it('are expected when they are on the list, in whatever settled state', () => {
    expect(
      running(
        task('VmPfoPrerequisitesCheck', 'Succeeded'),
        task('PrepareVmOnPremForFailback', 'InProgress'),
        task('DataSync', 'NotStarted'),
        task('VmShutdownVmOnPrimary', 'Other'),
      ),
    ).toEqual({ phase: 'running' });
  });

  it('make the job unknown when one is not on the list and active', () => {
    expect(running(task('FormatTheDisk', 'InProgress'))).toEqual({
      phase: 'unknown',
      unknown: 'task: FormatTheDisk (InProgress)',
    });
  });

  it('may be unknown to us as long as they do not run', () => {
    expect(running(task('FormatTheDisk', 'NotStarted'))).toEqual({ phase: 'running' });
  });

  it('make the job unknown by a state that is not on the list', () => {
    expect(running(task('DataSync', 'Levitating'))).toMatchObject({
      unknown: 'task: DataSync (Levitating)',
    });
  });

  it('are judged below what the service itself calls Unknown or leaves without a name', () => {
    const group = task('Unknown', 'InProgress', [
      task('', 'InProgress', [task('DataSync', 'InProgress')]),
    ]);
    const strange = task('Unknown', 'InProgress', [task('FormatTheDisk', 'InProgress')]);

    expect(running(group)).toEqual({ phase: 'running' });
    expect(running(strange)).toMatchObject({ phase: 'unknown' });
  });

  it('are called by their friendly name where they have no other', () => {
    expect(running(task('', 'Levitating')).unknown).toBe('task: The task  (Levitating)');
  });

  it('are expected once a person has said so, and the next strange one is not', () => {
    const tasks = [task('FormatTheDisk', 'InProgress'), task('SellTheHost', 'InProgress')];
    const accepted = ['task: FormatTheDisk (InProgress)'];

    expect(judge({ tasks }, accepted)).toEqual({
      phase: 'unknown',
      unknown: 'task: SellTheHost (InProgress)',
    });
  });
});

describe('what is kept of a job', () => {
  it('is what a person needs: the state, the deepest task that is active, the times and the errors', () => {
    const errors = [{ level: 'Error', code: '28031', message: 'No quota.' }];
    const seen = job({
      tasks: [task('Unknown', 'InProgress', [task('DataSync', 'InProgress')])],
      startedAt: 1,
      endedAt: 2,
      errors,
    });

    expect(sightOf(seen, 'running')).toEqual({
      jobId: seen.id,
      scenario: 'Failback',
      state: 'InProgress',
      stateDescription: 'InProgress',
      phase: 'running',
      task: 'The task DataSync',
      startedAt: 1,
      endedAt: 2,
      issues: errors,
    });
  });

  it('names a task by its name where it has no friendly one, and none where none is active', () => {
    const bare = { ...task('DataSync', 'Suspended'), friendlyName: '' };

    expect(sightOf(job({ tasks: [bare] }), 'running').task).toBe('DataSync');
    expect('task' in sightOf(job(), 'running')).toBe(false);
  });

  it('is the same as long as nothing changed for a person', () => {
    const sight = sightOf(job(), 'running');

    expect(isSameSight(undefined, sight)).toBe(false);
    expect(isSameSight(sight, { ...sight, startedAt: 99 })).toBe(true);
    for (const change of [
      { jobId: 'job-2' },
      { state: 'Failed' },
      { stateDescription: 'Skipped' },
      { phase: 'waiting' as const },
      { task: 'Shut down' },
      { issues: [{ level: 'Error', code: '1', message: 'Oh.' }] },
    ]) {
      expect(isSameSight(sight, { ...sight, ...change })).toBe(false);
    }
  });
});
