import { describe, expect, it } from 'vitest';
import { isProtected } from '../../../../bot/failback/observe/judge-protection.ts';
import {
  observeHeldJob,
  observeItem,
  observeJob,
} from '../../../../bot/failback/observe/observe.ts';
import type { Job, ProtectedItem } from '../../../../bot/failback/ports/site-recovery.ts';
import { isMarked } from '../../../../bot/failback/state/coming-home.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { held, lookAgain } from '../../../../bot/failback/state/holds.ts';
import { stageToAskAgain } from '../../../../bot/failback/state/stages.ts';
import { withdraw } from '../../../../bot/failback/state/withdraw.ts';
import { coded, quoted } from '../../../../bot/failback/words/coded.ts';
import { namedState } from '../../../../bot/failback/words/statement.ts';
import {
  committedItem,
  item,
  job,
  protectedItem,
  task,
  waitingJob,
} from '../../../support/azure-records.ts';
import {
  ada,
  FAILOVER_JOB,
  ITEM_ID,
  POLICY,
  type Story,
  storyAt,
} from '../../../support/failback-story.ts';

const seeing = (story: Story, seen: Job) => observeJob(story.failback, { job: seen }, story.now);
const looking = (story: Story, seen: ProtectedItem | undefined) =>
  observeItem(story.failback, seen, { jobs: [], now: story.now });
const typesOf = (events: readonly FailbackEvent[]) => events.map(({ type }) => type);

/** Stores what was observed; the hold that came of it, if any, with where its choices lead. */
function store(story: Story, events: readonly FailbackEvent[]) {
  story.tell(...events);
  const { hold } = story.failback;
  return (
    hold && { reason: hold.reason, choices: hold.choices.map((it) => `${it.name} ${it.leadsTo}`) }
  );
}

const committing = () => storyAt('committing').intend('commit').accept('commit');
const reversing = () => storyAt('reversing').intend('reverseReplicate').accept('reverseReplicate');
const commitJob = (changes: Partial<Job>) =>
  job({ id: 'job-commit', scenario: 'CommitFailover', ...changes });

describe('what is seen of a job', () => {
  it('is recorded when it changes something, and only then', () => {
    const story = storyAt('synchronizing');
    const seen = job({ tasks: [task('DataSync', 'InProgress')] });

    expect(typesOf(seeing(story, seen))).toEqual(['jobObserved']);
    story.tell(...seeing(story, seen));
    expect(seeing(story, { ...seen, startedAt: 1 })).toEqual([]);
  });

  it('leads on to the question when the job waits', () => {
    const story = storyAt('synchronizing');

    expect(store(story, seeing(story, waitingJob()))).toBeUndefined();
    expect(story.failback.stage).toBe('awaitingCompletion');
  });

  it.each([
    ['synchronizing', storyAt('synchronizing'), job({ state: 'Failed' }), 'again checking'],
    ['completing', storyAt('completing'), job({ state: 'Failed' }), 'again checking'],
    ['committing', committing(), commitJob({ state: 'Failed' }), 'again verifying'],
    [
      'reversing',
      reversing(),
      job({ id: 'job-reverseReplicate', state: 'Failed' }),
      'again awaitingReverse',
    ],
  ])('stops and asks when the job failed in %s', (_, story, failed, again) => {
    expect(store(story, seeing(story, failed))).toEqual({
      reason: 'jobFailed',
      choices: [again, 'abandon abandoned'],
    });
  });

  it('stops and asks when the job was cancelled, and the VM must not be started', () => {
    const story = storyAt('synchronizing');

    expect(store(story, seeing(story, job({ state: 'Cancelled' })))).toMatchObject({
      reason: 'jobCancelled',
    });
    expect(isMarked(story.failback)).toBe(true);
  });

  it('shows the errors of the job as evidence', () => {
    const errors = [
      { level: 'Error', code: '28031', message: 'No quota.', recommendedAction: 'Ask for some.' },
      { level: 'Error', code: '1', message: 'Oh.' },
    ];
    const story = storyAt('synchronizing');
    store(story, seeing(story, job({ state: 'Failed', stateDescription: 'Error', errors })));

    expect(story.failback.hold?.evidence).toEqual([
      { name: 'job', value: FAILOVER_JOB },
      {
        name: 'state',
        value: coded('stateByOtherName', { state: namedState('Failed'), own: 'Error' }),
      },
      { name: 'error', value: quoted('Azure', '28031: No quota.') },
      { name: 'recommendedAction', value: quoted('Azure', 'Ask for some.') },
      {
        name: 'meaning',
        value: {
          list: [coded('azureVmNotCreated'), coded('checkQuotaAndPolicies')],
          between: ' ',
        },
      },
      {
        name: 'source',
        value:
          'https://learn.microsoft.com/azure/site-recovery/site-recovery-failover-to-azure-troubleshoot',
      },
      { name: 'error', number: 2, value: quoted('Azure', '1: Oh.') },
    ]);
  });

  it('waits while a job is being cancelled', () => {
    const story = storyAt('synchronizing');

    expect(store(story, seeing(story, job({ state: 'Cancelling' })))).toBeUndefined();
  });

  it('stops and asks at what is unknown, and goes on once a person has accepted it', () => {
    const story = storyAt('synchronizing');
    const strange = job({ tasks: [task('FormatTheDisk', 'InProgress')] });
    expect(store(story, seeing(story, strange))).toEqual({
      reason: 'jobUnknown',
      choices: ['continue synchronizing', 'abandon abandoned'],
    });

    story.tell({
      type: 'holdReleased',
      by: story.failback.requester,
      choice: 'continue',
      leadsTo: 'synchronizing',
    });
    expect(store(story, seeing(story, strange))).toBeUndefined();
    expect(seeing(story, strange)).toEqual([]);
    expect(store(story, seeing(story, waitingJob()))).toBeUndefined();
    expect(story.failback.stage).toBe('awaitingCompletion');
  });

  it('withdraws the open question when the job was resumed by somebody else, and offers to follow', () => {
    const story = storyAt('awaitingCompletion').ask('complete');

    expect(store(story, seeing(story, job()))).toEqual({
      reason: 'changedElsewhere',
      choices: ['follow completing', 'abandon abandoned'],
    });
    expect(story.failback.decisions.at(-1)).toMatchObject({
      kind: 'complete',
      outcome: 'withdrawn',
    });
    expect(story.failback.gate).toBeUndefined();
  });

  it.each(['synchronizing', 'awaitingCompletion'] as const)(
    'offers to follow a failover that somebody else has completed in %s',
    (stage) => {
      const story = storyAt(stage);

      expect(store(story, seeing(story, job({ state: 'Succeeded' })))).toEqual({
        reason: 'changedElsewhere',
        choices: ['follow verifying', 'abandon abandoned'],
      });
    },
  );

  it('is as expected when the failover is through in its own stage', () => {
    const story = storyAt('completing').intend('completeFailover').accept('completeFailover');

    expect(store(story, seeing(story, job({ state: 'Succeeded' })))).toBeUndefined();
    expect(story.failback.stage).toBe('verifying');
  });

  it('stops and asks when the job still waits though Azure took the call, to the millisecond', () => {
    const story = storyAt('completing').intend('completeFailover').accept('completeFailover');

    story.later(POLICY.settleMs - 1);
    expect(store(story, seeing(story, waitingJob()))).toBeUndefined();
    story.later(1);
    expect(store(story, seeing(story, waitingJob()))).toEqual({
      reason: 'callRepeatedInVain',
      choices: ['again awaitingCompletion', 'abandon abandoned'],
    });
  });

  it('stops and asks when the job is gone, and withdraws the open question', () => {
    const story = storyAt('awaitingCompletion').ask('complete');
    const events = observeJob(story.failback, { gone: FAILOVER_JOB }, story.now);

    expect(typesOf(events)).toEqual(['gateWithdrawn', 'held']);
    expect(store(story, events)).toEqual({
      reason: 'jobGone',
      choices: ['again checking', 'abandon abandoned'],
    });
  });
});

describe('what is seen of a job while the failback is on hold', () => {
  const onHold = (stage: Parameters<typeof storyAt>[0]) =>
    storyAt(stage).tell(held('askedFor', [], [lookAgain(stage)]));
  const seeingHeld = (story: Story, seen: Job) => observeHeldJob(story.failback, seen);

  it.each(['synchronizing', 'awaitingCompletion', 'completing'] as const)(
    'is in %s only that it was cancelled, once: the VM must not be started',
    (stage) => {
      const story = onHold(stage);
      const { hold } = story.failback;
      expect(seeingHeld(story, job({ state: 'Failed' }))).toEqual([]);
      expect(seeingHeld(story, waitingJob())).toEqual([]);

      const events = seeingHeld(story, job({ state: 'Cancelled' }));
      expect(typesOf(events)).toEqual(['jobObserved']);
      story.tell(...events);
      expect(story.failback).toMatchObject({ stage, onPremises: [{ isMarked: true }], hold });
      expect(seeingHeld(story, job({ state: 'Cancelled' }))).toEqual([]);
    },
  );

  it('is nothing once the VM is home', () => {
    expect(seeingHeld(onHold('awaitingCommit'), job({ state: 'Cancelled' }))).toEqual([]);
  });

  it('is a hold of its own when somebody has the bot look again', () => {
    const story = onHold('synchronizing');
    story.tell(...seeingHeld(story, job({ state: 'Cancelled' })));
    story.tell({ type: 'holdReleased', by: ada, choice: 'again', leadsTo: 'synchronizing' });

    expect(store(story, seeing(story, job({ state: 'Cancelled' })))).toMatchObject({
      reason: 'jobCancelled',
      choices: ['again checking', 'abandon abandoned'],
    });
  });
});

describe('what is seen of the protected item', () => {
  it('is recorded when it changes something, and only then', () => {
    const story = storyAt('synchronizing');

    expect(typesOf(looking(story, item()))).toEqual(['itemObserved']);
    story.tell(...looking(story, item()));
    const shuffled = item({ allowedOperations: item().allowedOperations.toReversed() });
    expect(looking(story, shuffled)).toEqual([]);
    expect(typesOf(looking(story, item({ replicationHealth: 'Critical' })))).toEqual([
      'itemObserved',
    ]);
  });

  it('stops and asks when it is gone: to start over where nothing was called', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    const events = looking(story, undefined);

    expect(typesOf(events)).toEqual(['gateWithdrawn', 'held']);
    expect(store(story, events)).toEqual({
      reason: 'itemGone',
      choices: ['again checking', 'abandon abandoned'],
    });
    expect(story.failback.hold?.evidence).toEqual([{ name: 'protectedItem', value: ITEM_ID }]);
  });

  it.each(['synchronizing', 'verifying', 'awaitingCommit', 'committing', 'reversing'] as const)(
    'stops and asks when it is gone in %s: to look again from there',
    (stage) => {
      const story = storyAt(stage);

      expect(store(story, looking(story, undefined))).toEqual({
        reason: 'itemGone',
        choices: [`again ${stageToAskAgain(stage)}`, 'abandon abandoned'],
      });
    },
  );

  it.each([
    [true, 'follow awaitingReverse'],
    [false, 'follow reversing'],
  ])(
    'offers to follow a commit of somebody else, asking before reverse: %s',
    (askBeforeReverse, way) => {
      const story = storyAt('awaitingCommit', { askBeforeReverse }).ask('commit');

      expect(store(story, looking(story, committedItem()))).toEqual({
        reason: 'changedElsewhere',
        choices: [way, 'abandon abandoned'],
      });
      expect(story.failback.decisions.at(-1)).toMatchObject({ outcome: 'withdrawn' });
    },
  );

  it('does not take an item that still offers the commit for a committed one', () => {
    const both = item({ allowedOperations: ['Commit', 'ReverseReplicate'] });
    const story = storyAt('awaitingCommit');

    expect(store(story, looking(story, both))).toBeUndefined();
  });

  it('withdraws the direction when somebody else starts something', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    const runningScenario = { name: 'PlannedFailover', jobId: 'job-x' };

    expect(store(story, looking(story, item({ runningScenario })))).toEqual({
      reason: 'changedElsewhere',
      choices: ['again checking', 'abandon abandoned'],
    });
    expect(story.failback.gate).toBeUndefined();
  });

  it('ends well when reverse replication is through and the item is protected', () => {
    const story = reversing();
    expect(typesOf(looking(story, protectedItem()))).toEqual(['itemObserved']);

    story.see('reverseReplicate', 'succeeded', 'Succeeded');
    story.tell(...looking(story, protectedItem()));
    expect(story.failback).toMatchObject({ stage: 'protected' });
  });

  it('ends well when somebody else has started reverse replication while the bot was asking', () => {
    const story = storyAt('awaitingReverse').ask('reverse');

    story.tell(...looking(story, protectedItem()));
    expect(story.failback).toMatchObject({ stage: 'protected' });
    expect(story.failback.decisions.at(-1)).toMatchObject({
      kind: 'reverse',
      outcome: 'withdrawn',
    });
  });

  it('ends well when somebody else has committed and reversed while the bot was asking for the commit', () => {
    const story = storyAt('awaitingCommit').ask('commit');

    story.tell(...looking(story, protectedItem()));
    expect(story.failback).toMatchObject({ stage: 'protected' });
    expect(story.failback.decisions.at(-1)).toMatchObject({ kind: 'commit', outcome: 'withdrawn' });
  });

  it('does not take a VM for protected as long as the commit is owed, whatever else Azure offers', () => {
    const allowedOperations = ['Commit', ...protectedItem().allowedOperations];
    const story = storyAt('awaitingCommit').ask('commit');

    story.tell(...looking(story, protectedItem({ allowedOperations })));
    expect(story.failback).toMatchObject({ stage: 'awaitingCommit', gate: { kind: 'commit' } });
  });

  it('does not end as long as the item is not healthy', () => {
    const story = reversing().see('reverseReplicate', 'succeeded');

    story.tell(...looking(story, protectedItem({ replicationHealth: 'Warning' })));
    expect(story.failback.stage).toBe('reversing');
  });
});

describe('being protected', () => {
  it('is to be at home, idle, healthy and able to fail over', () => {
    const runningScenario = { name: 'ReverseReplicate', jobId: 'job-r' };

    expect(isProtected(protectedItem())).toBe(true);
    expect(isProtected(protectedItem({ replicationHealth: 'NORMAL' }))).toBe(true);
    expect(isProtected(protectedItem({ replicationHealth: 'Critical' }))).toBe(false);
    expect(isProtected(protectedItem({ activeLocation: 'azure' }))).toBe(false);
    expect(isProtected(protectedItem({ runningScenario }))).toBe(false);
    expect(isProtected(committedItem())).toBe(false);
  });
});

describe('withdrawing a question', () => {
  it('needs one that is open', () => {
    expect(withdraw(storyAt('awaitingCommit').failback, 'why')).toEqual([]);
    expect(withdraw(storyAt('awaitingCommit').ask('commit').failback, 'why')).toMatchObject([
      { type: 'gateWithdrawn', why: 'why' },
    ]);
  });
});
