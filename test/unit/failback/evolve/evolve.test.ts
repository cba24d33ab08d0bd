import { describe, expect, it } from 'vitest';
import { evolve, fold } from '../../../../bot/failback/evolve/evolve.ts';
import type { Proof } from '../../../../bot/failback/on-premises/proofs.ts';
import { sightOf } from '../../../../bot/failback/site-recovery/jobs.ts';
import { isMarked } from '../../../../bot/failback/state/coming-home.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import {
  adoptJob,
  askAgain,
  evidenceOf,
  follow,
  held,
  lookAgain,
  overrideProof,
  startOver,
} from '../../../../bot/failback/state/holds.ts';
import type { LedgerEntry } from '../../../../bot/failback/state/ledger.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import type { Difference } from '../../../../bot/failback/words/facts.ts';
import { job } from '../../../support/azure-records.ts';
import {
  ada,
  FAILOVER_JOB,
  ITEM_ID,
  jun,
  mina,
  NIGHT,
  POLICY,
  requested,
  requestIdOf,
  Story,
  storyAt,
  storyOnHost,
} from '../../../support/failback-story.ts';
import { homeVm } from '../../../support/home-vm.ts';

const release = (choice: string, leadsTo: string): FailbackEvent =>
  ({ type: 'holdReleased', by: ada, choice, leadsTo }) as FailbackEvent;

describe('a failback as the fold of its events', () => {
  it('is none without events', () => {
    expect(fold([])).toBeUndefined();
  });

  it('begins with the request', () => {
    expect(new Story().failback).toMatchObject({
      id: 'FB-TEST',
      revision: 1,
      stage: 'checking',
      stageSince: NIGHT,
      entered: { checking: NIGHT },
      requester: mina,
      asked: 0,
      onPremises: [{ isMarked: false }],
    });
  });

  it('begins with the mark that an earlier failback has left on the VM', () => {
    const [entry] = new Story().entries as [LedgerEntry];
    const event = { ...requested(), doNotStart: true } as const;

    expect(fold([{ ...entry, event }])).toMatchObject({ onPremises: [{ isMarked: true }] });
  });

  it('does not begin with anything else', () => {
    const [entry] = storyAt('awaitingDirection').entries.slice(1);

    expect(() => evolve(undefined, entry as LedgerEntry)).toThrow('FB-TEST begins with checked');
  });

  it('is not wiped by a second request', () => {
    expect(() => storyAt('synchronizing').tell(requested()).failback).toThrow('requested twice');
  });

  it('carries the revision of its last event', () => {
    const story = storyAt('committing');

    expect(story.failback.revision).toBe(story.entries.length);
  });

  it('goes home along the table and remembers when', () => {
    const story = storyAt('reversing').intend('reverseReplicate').accept('reverseReplicate');
    story.later(60_000).see('reverseReplicate', 'succeeded', 'Succeeded');
    story.tell({ type: 'ended', end: 'protected', summary: 'Home and protected again.' });

    expect(Object.keys(story.failback.entered).sort()).toEqual(
      [
        'checking',
        'awaitingDirection',
        'starting',
        'synchronizing',
        'awaitingCompletion',
        'completing',
        'verifying',
        'awaitingCommit',
        'committing',
        'reversing',
        'protected',
      ].sort(),
    );
    expect(story.failback).toMatchObject({
      stage: 'protected',
      endedAt: story.now,
      summary: 'Home and protected again.',
    });
  });

  it('refuses a move that is not in the table', () => {
    const story = storyAt('checking').tell({
      type: 'verified',
      outcome: 'notChecked',
      why: 'none',
    });

    expect(() => story.failback).toThrow('FB-TEST may not move from checking to awaitingCommit');
  });

  it.each<[string, FailbackEvent]>([
    ['no open gate', { type: 'gateExpired', number: 1 }],
    ['no open gate', { type: 'voteCast', by: jun, number: 1, vote: 'approve' }],
    ['no open call', { type: 'callUncertain', requestId: 'r', why: 'reset' }],
    ['no open call', { type: 'callAccepted', requestId: 'r' }],
    ['no grant to void', { type: 'grantVoided', number: 1, why: 'expired', differences: [] }],
    ['was not offered', release('follow', 'verifying')],
  ])('refuses what has %s', (message, event) => {
    expect(() => storyAt('checking').tell(event).failback).toThrow(message);
  });

  it('is not changed by an attempt that was refused', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    const { revision: _, ...before } = story.failback;

    story.tell({ type: 'attemptRefused', by: mina, attempt: 'approve', why: 'ownRequest' });
    expect(story.failback).toMatchObject(before);
  });

  it('is not ready when a check is blocked', () => {
    const blocked = { name: 'activeLocation', outcome: 'blocked', finding: 'At home.' } as const;

    expect(
      new Story().tell({ type: 'checked', checks: [blocked], totalSizeMb: 7 }).failback,
    ).toMatchObject({ stage: 'notReady', endedAt: NIGHT, checks: [blocked], totalSizeMb: 7 });
  });
});

describe('a question', () => {
  it('is closed by its decision, which keeps the votes', () => {
    const story = storyAt('awaitingDirection').ask('direction').later(1_000).approve(jun);

    expect(story.failback.gate).toBeUndefined();
    expect(story.failback.grant).toEqual({
      kind: 'direction',
      number: 1,
      facts: [{ name: 'vm', value: 'direction' }],
      digest: 'digest-direction',
      askedAt: story.now - 1_000,
      expiresAt: story.now + POLICY.grantMs,
    });
    expect(story.failback.decisions).toMatchObject([
      { kind: 'direction', number: 1, outcome: 'passed', votes: [{ by: jun }], at: story.now },
    ]);
  });

  it('keeps the reason of a vote, and has none where none was given', () => {
    const story = storyAt('awaitingDirection', {
      approvals: { ...POLICY.approvals, direction: 3 },
    });
    story
      .ask('direction')
      .tell(
        { type: 'voteCast', by: jun, number: 1, vote: 'approve', reason: 'Go.' },
        { type: 'voteCast', by: ada, number: 1, vote: 'approve' },
      );

    const [first, second] = story.failback.gate?.votes ?? [];
    expect(first).toMatchObject({ by: jun, reason: 'Go.' });
    expect(second).not.toHaveProperty('reason');
  });

  it('is asked again with what changed when the grant is void, and says so only once', () => {
    const differences: readonly Difference[] = [{ name: 'state', asked: 'a', now: 'b' }];
    const story = storyAt('starting').tell({
      type: 'grantVoided',
      number: 1,
      why: 'changed',
      differences,
    });

    expect(story.failback).toMatchObject({
      stage: 'awaitingDirection',
      voided: differences,
      decisions: [{ outcome: 'voided' }],
    });
    expect(story.failback.grant).toBeUndefined();
    expect(story.ask('direction').failback).toMatchObject({ voided: [], asked: 2 });
  });

  it('that is voided leaves the decisions before it as they were', () => {
    const story = storyAt('completing');
    const number = story.failback.grant?.number ?? 0;
    story.tell({ type: 'grantVoided', number, why: 'expired', differences: [] });

    expect(story.failback.decisions.map(({ outcome }) => outcome)).toEqual(['passed', 'voided']);
    expect(story.failback.stage).toBe('awaitingCompletion');
  });

  it('is withdrawn when the world moves on, and when the failback ends', () => {
    const story = storyAt('awaitingCompletion').ask('complete');
    const number = story.failback.gate?.number ?? 0;
    const withdrawn = story.tell({ type: 'gateWithdrawn', number, why: 'the job is gone' });
    const cancelled = storyAt('awaitingDirection')
      .ask('direction')
      .tell({ type: 'cancelled', by: mina });

    expect(withdrawn.failback.decisions.at(-1)).toMatchObject({ outcome: 'withdrawn' });
    expect(cancelled.failback.decisions).toMatchObject([{ outcome: 'withdrawn' }]);
    expect(cancelled.failback.gate).toBeUndefined();
  });
});

describe('a call', () => {
  const requestId = requestIdOf('plannedFailover');

  it('is known from its intent to its answer', () => {
    const story = storyAt('starting').intend('plannedFailover');
    expect(story.failback.call).toMatchObject({ status: 'intended', attempt: 1, requestId });

    story.later(5).tell({ type: 'callUncertain', requestId, why: 'reset' });
    expect(story.failback.call).toMatchObject({ status: 'uncertain', at: story.now });

    story.later(5).tell({ type: 'callNotTaken', requestId, evidence: 'no job' });
    expect(story.failback.call).toMatchObject({ status: 'notTaken', at: story.now });

    story.later(5).tell({ type: 'callPostponed', requestId, why: 'throttled', retryAt: 7 });
    expect(story.failback.call).toMatchObject({ status: 'postponed', retryAt: 7 });
  });

  it('that was taken uses up its grant and names the job', () => {
    const { failback } = storyAt('synchronizing');

    expect(failback).toMatchObject({ failoverJobId: FAILOVER_JOB, call: { status: 'taken' } });
    expect(failback.grant).toBeUndefined();
  });

  it('that was adopted is as good as accepted', () => {
    const { failback } = storyAt('starting')
      .intend('plannedFailover')
      .tell({ type: 'callAdopted', requestId, jobId: 'job-7', evidence: 'carries our id' });

    expect(failback).toMatchObject({ stage: 'synchronizing', failoverJobId: 'job-7' });
  });

  it('that was refused is over', () => {
    const { failback } = storyAt('starting')
      .intend('plannedFailover')
      .tell({ type: 'callRefused', requestId, status: 409, code: 'Conflict', message: 'No.' });

    expect(failback.call).toBeUndefined();
    expect(failback.stage).toBe('starting');
  });

  it('of an earlier stage is history in the next one that calls', () => {
    expect(storyAt('awaitingCompletion').failback.call).toMatchObject({
      operation: 'plannedFailover',
    });
    expect(storyAt('completing').failback.call).toBeUndefined();
  });

  it('for reverse replication is watched by its own job, not by the one of the commit', () => {
    const story = storyAt('reversing').intend('reverseReplicate').accept('reverseReplicate');

    expect(story.failback.job).toBeUndefined();
    expect(story.failback.call).toMatchObject({ jobId: 'job-reverseReplicate' });
  });
});

describe('the clocks', () => {
  it('count the downtime from the accepted complete failover to the VM at home', () => {
    const story = storyAt('verifying');

    expect(story.failback.downFrom).toBe(story.now - 300_000);
    expect(story.failback.downUntil).toBe(story.now);
  });

  it('do not count downtime before complete failover is accepted', () => {
    const { failback } = storyAt('completing').intend('completeFailover');

    expect(failback.downFrom).toBeUndefined();
  });

  it('forget a downtime that never began: Azure took the call, but the job still waits', () => {
    const story = storyAt('completing').intend('completeFailover').accept('completeFailover');
    story.tell(held('callRepeatedInVain', [], [askAgain('awaitingCompletion')]));
    story.later(60_000).tell(release('again', 'awaitingCompletion'));

    expect(story.failback.stage).toBe('awaitingCompletion');
    expect(story.failback.downFrom).toBeUndefined();

    story
      .later(600_000)
      .ask('complete')
      .approve(jun)
      .intend('completeFailover')
      .accept('completeFailover');
    expect(story.failback.downFrom).toBe(story.now);
  });

  it.each([
    ['running', 'completing'],
    ['atAction', 'awaitingAction'],
    ['succeeded', 'verifying'],
  ] as const)(
    'count a downtime that somebody else began before the approved call: the job is %s',
    (phase, stage) => {
      const story = storyAt('completing').later(5_000);
      const { now } = story;

      story.see('plannedFailover', phase);

      expect(story.failback).toMatchObject({ stage, downFrom: now });
    },
  );

  it('count the time without protection from the accepted commit', () => {
    const story = storyAt('committing').intend('commit').later(3).accept('commit');

    expect(story.failback.unprotectedFrom).toBe(story.now);
  });

  it('forget a commit that failed: the Azure VM still exists', () => {
    const story = storyAt('committing').intend('commit').accept('commit').see('commit', 'failed');
    story.tell(held('jobFailed', [], [askAgain('awaitingCommit')]), release('again', 'verifying'));

    expect(story.failback.stage).toBe('verifying');
    expect(story.failback.unprotectedFrom).toBeUndefined();
  });
});

describe('what is seen of a job', () => {
  it('asks for complete failover when it waits', () => {
    expect(storyAt('awaitingCompletion').failback).toMatchObject({ job: { phase: 'waiting' } });
  });

  it('changes no stage as long as it runs', () => {
    const story = storyAt('synchronizing').see('plannedFailover', 'running', 'InProgress');

    expect(story.failback).toMatchObject({ stage: 'synchronizing', job: { state: 'InProgress' } });
  });

  it.each(['synchronizing', 'awaitingCompletion', 'completing'] as const)(
    'marks the VM as not to be started when it was cancelled in %s',
    (stage) => {
      const story = storyAt(stage).see('plannedFailover', 'cancelled', 'Cancelled');

      expect(isMarked(story.failback)).toBe(true);
    },
  );

  it('marks nothing when the commit was cancelled: the VM is home', () => {
    const story = storyAt('committing').intend('commit').accept('commit');

    expect(isMarked(story.see('commit', 'cancelled').failback)).toBe(false);
  });

  it('keeps the mark when the failback starts over, until the VM has come home', () => {
    const story = storyAt('synchronizing').see('plannedFailover', 'cancelled', 'Cancelled');
    story.tell(held('jobCancelled', [], [startOver]), release('again', 'checking'));
    expect(story.failback).toMatchObject({ stage: 'checking', onPremises: [{ isMarked: true }] });

    story.tell({ type: 'checked', checks: [], totalSizeMb: 1 });
    story.pass('direction', 'plannedFailover').see('plannedFailover', 'waiting', 'Suspended');
    expect(isMarked(story.failback)).toBe(true);

    story.pass('complete', 'completeFailover').see('plannedFailover', 'succeeded', 'Succeeded');
    expect(story.failback).toMatchObject({ stage: 'verifying', onPremises: [{ isMarked: false }] });
  });

  it('asks before reverse replication only where the policy says so', () => {
    const afterCommit = (askBeforeReverse: boolean) =>
      storyAt('committing', { askBeforeReverse })
        .intend('commit')
        .accept('commit')
        .see('commit', 'succeeded').failback.stage;

    expect(afterCommit(true)).toBe('awaitingReverse');
    expect(afterCommit(false)).toBe('reversing');
  });

  it('ends the downtime when the job ended, also where the bot looked later', () => {
    const begun = storyAt('completing').now;
    const downUntil = (endedAt: number | undefined) => {
      const seen = job({ state: 'Succeeded', ...(endedAt !== undefined && { endedAt }) });
      const story = storyAt('completing').intend('completeFailover').accept('completeFailover');
      story.later(600_000).tell({ type: 'jobObserved', job: sightOf(seen, 'succeeded') });
      return story.failback.downUntil;
    };

    expect(downUntil(begun + 60_000)).toBe(begun + 60_000);
    // Azure's clock is another one.
    expect(downUntil(begun - 1)).toBe(begun + 600_000);
    expect(downUntil(begun + 600_001)).toBe(begun + 600_000);
    expect(downUntil(undefined)).toBe(begun + 600_000);
  });

  it('keeps what was seen of the item', () => {
    const item = {
      activeLocation: 'azure',
      protectionState: 'Planned failover committed',
      allowedOperations: ['Failback'],
      replicationHealth: 'Normal',
    };

    expect(storyAt('synchronizing').tell({ type: 'itemObserved', item }).failback.item).toEqual(
      item,
    );
  });
});

describe('a hold', () => {
  it('is one of the numbered questions, and remembers how it was answered', () => {
    const story = storyAt('synchronizing').tell(
      held('jobUnknown', evidenceOf({ state: 'Odd' }), [lookAgain('synchronizing')]),
    );
    expect(story.failback).toMatchObject({ asked: 2, hold: { number: 2, reason: 'jobUnknown' } });

    story.later(9).tell(release('again', 'synchronizing'));
    expect(story.failback.hold).toBeUndefined();
    expect(story.failback.releases).toEqual([
      { number: 2, reason: 'jobUnknown', choice: 'again', by: ada, at: story.now },
    ]);
    expect(story.failback.stageSince).toBe(story.now);
  });

  it('is over without an answer when the failback is cancelled', () => {
    const story = storyAt('starting').tell(held('notOffered', [], [startOver]), {
      type: 'cancelled',
      by: mina,
    });

    expect(story.failback.releases).toEqual([{ number: 2, reason: 'notOffered', at: story.now }]);
  });

  it('remembers what a person declared to be expected', () => {
    const choice = { ...lookAgain('synchronizing'), name: 'continue', accepts: 'state: Odd' };
    const story = storyAt('synchronizing').tell(
      held('jobUnknown', [], [choice]),
      release('continue', 'synchronizing'),
    );

    expect(story.failback).toMatchObject({ stage: 'synchronizing', accepted: ['state: Odd'] });
  });

  it('that starts over forgets the job, the call and the grant, but not since when the VM is down', () => {
    const story = storyAt('completing').intend('completeFailover').accept('completeFailover');
    story
      .see('plannedFailover', 'failed')
      .tell(held('jobFailed', [], [startOver]), release('again', 'checking'));

    expect(story.failback.stage).toBe('checking');
    for (const key of ['job', 'call', 'grant', 'failoverJobId']) {
      expect(story.failback).not.toHaveProperty(key);
    }
    const { downFrom } = story.failback;
    expect(downFrom).toBe(story.now);

    story.later(60_000).tell({ type: 'checked', checks: [], totalSizeMb: 1 });
    story.pass('direction', 'plannedFailover').see('plannedFailover', 'waiting', 'Suspended');
    story.pass('complete', 'completeFailover').see('plannedFailover', 'succeeded', 'Succeeded');
    expect(story.failback).toMatchObject({ stage: 'verifying', downFrom, downUntil: story.now });
  });

  it('that asks again takes the grant back', () => {
    const story = storyAt('committing')
      .intend('commit')
      .tell(
        {
          type: 'callRefused',
          requestId: requestIdOf('commit'),
          status: 409,
          code: 'C',
          message: 'M',
        },
        held('callRefused', [], [askAgain('awaitingCommit')]),
        release('again', 'verifying'),
      );

    expect(story.failback.stage).toBe('verifying');
    expect(story.failback.grant).toBeUndefined();
    expect(story.failback.call).toBeUndefined();
  });

  it('that is left by letting go ends the failback', () => {
    const story = storyAt('reversing').tell(
      held('jobFailed', [], []),
      release('abandon', 'abandoned'),
    );

    expect(story.failback).toMatchObject({ stage: 'abandoned', endedAt: story.now });
    expect(story.failback.hold).toBeUndefined();
  });

  it('that adopts a job watches it as if the call had been accepted', () => {
    const story = storyAt('starting')
      .intend('plannedFailover')
      .tell(
        held('callUnclear', [], [adoptJob('synchronizing', 'job-9')]),
        release('adopt', 'synchronizing'),
      );

    expect(story.failback).toMatchObject({ stage: 'synchronizing', failoverJobId: 'job-9' });
    expect(story.failback.grant).toBeUndefined();
  });

  it('that follows a complete failover of somebody else runs the clock and watches the job', () => {
    const story = storyAt('awaitingCompletion').tell(
      held('changedElsewhere', [], [follow('completing', 'Go on.')]),
      release('follow', 'completing'),
    );

    expect(story.failback).toMatchObject({
      stage: 'completing',
      downFrom: story.now,
      call: { status: 'taken', jobId: FAILOVER_JOB },
    });
  });

  it('that follows a finished failover goes on with the VM at home', () => {
    const story = storyAt('synchronizing').tell(
      held('changedElsewhere', [], [follow('verifying', 'Go on.')]),
      release('follow', 'verifying'),
    );

    expect(story.failback).toMatchObject({
      stage: 'verifying',
      downFrom: story.now,
      downUntil: story.now,
    });
  });

  it('that follows a commit counts the time without protection', () => {
    const story = storyAt('awaitingCommit').tell(
      held('changedElsewhere', [], [follow('reversing', 'Go on.')]),
      release('follow', 'reversing'),
    );

    expect(story.failback).toMatchObject({ stage: 'reversing', unprotectedFrom: story.now });
  });

  it('that follows an unclear commit does not take the approval of the commit along', () => {
    const story = storyAt('committing')
      .intend('commit')
      .tell(
        { type: 'callUncertain', requestId: requestIdOf('commit'), why: 'reset' },
        held('callUnclear', [], [follow('reversing', 'Go on.')]),
        release('follow', 'reversing'),
      );

    expect(story.failback.stage).toBe('reversing');
    expect(story.failback.grant).toBeUndefined();
    expect(story.failback.call).toBeUndefined();
  });
});

describe('what is left behind', () => {
  const requestId = requestIdOf('plannedFailover');
  const intended = () => storyAt('starting').intend('plannedFailover');
  const unclear = held('callUnclear', [], [startOver]);
  const blocked = { name: 'replication', outcome: 'blocked', finding: 'Broken.' } as const;

  it.each([
    ['nothing was called', storyAt('starting')],
    [
      'the call was not sent',
      intended().tell({ type: 'callPostponed', requestId, why: 'throttled', retryAt: 1 }),
    ],
    [
      'the call was refused',
      intended().tell(
        { type: 'callRefused', requestId, status: 409, code: 'C', message: 'M' },
        held('callRefused', [], [startOver]),
      ),
    ],
  ])('is nothing where %s', (_, story) => {
    const { isTouched, summary = '' } = story.tell({ type: 'cancelled', by: mina }).failback;

    expect(isTouched).toBe(false);
    expect(summary).toEqual(coded('failbackCancelled', { left: coded('nothingChanged') }));
  });

  it.each([
    ['the call was taken', storyAt('synchronizing').tell(unclear)],
    [
      'nobody knows what came of the call',
      intended().tell({ type: 'callUncertain', requestId, why: 'reset' }, unclear),
    ],
    ['the bot died during the call, and Azure shows nothing certain', intended().tell(unclear)],
    [
      'Azure showed no trace of the call',
      intended().tell({ type: 'callNotTaken', requestId, evidence: 'no job' }, unclear),
    ],
  ])('is not certain where %s', (_, story) => {
    story.tell(release('again', 'checking'));
    story.tell({ type: 'checked', checks: [blocked], totalSizeMb: 1 });

    expect(story.failback).toMatchObject({
      isTouched: true,
      stage: 'notReady',
    });
    expect(story.failback.summary).toEqual(
      coded('vmNotReady', { left: { list: [coded('earlierAttemptLeft')], between: ' ' } }),
    );
  });
});

describe('what is known of the server', () => {
  it('is kept from the check on, and the old value from the moment the change is intended', () => {
    const story = storyOnHost('starting');
    expect(homeVm(story.failback)).toMatchObject({ host: { name: 'HV-A', vmId: 'vm-web-01' } });
    expect(homeVm(story.failback).startAction).toBeUndefined();

    story.tell({ type: 'startActionIntended', vmId: 'vm-9', before: 'Start' });
    expect(homeVm(story.failback)).toMatchObject({
      startAction: { vmId: 'vm-9', before: 'Start' },
      isPrepared: false,
      isRestored: false,
    });
    expect(homeVm(story.prepare('done').failback).isPrepared).toBe(true);
    story.tell({ type: 'hostRestored', outcome: 'failed', why: 'No session.' });
    expect(homeVm(story.failback).isRestored).toBe(true);
  });

  it('keeps the old value through a new start, and nothing of the old proofs', () => {
    const story = storyOnHost('synchronizing').tell(
      { type: 'startActionIntended', vmId: 'vm-9', before: 'Start' },
      { type: 'proofsObserved', proofs: [{ name: 'running', holds: true, finding: 'It runs.' }] },
      held('jobFailed', [], [startOver]),
      release('again', 'checking'),
    );

    expect(story.failback).toMatchObject({
      stage: 'checking',
      onPremises: [{ isPrepared: false, startAction: { before: 'Start' }, proofs: [] }],
    });
  });

  it('shows the proofs, and who went on without them and why', () => {
    const proofs: readonly Proof[] = [{ name: 'heartbeat', holds: false, finding: 'Silent.' }];
    const story = storyOnHost('verifying').tell(
      { type: 'proofsObserved', proofs },
      held('notProven', [], [overrideProof([{ itemId: ITEM_ID, proof: 'heartbeat' }])]),
      {
        type: 'holdReleased',
        by: jun,
        choice: 'override',
        leadsTo: 'verifying',
        reason: 'No integration services.',
      },
    );

    expect(story.failback).toMatchObject({
      stage: 'verifying',
      onPremises: [{ proofs }],
      proofOverrides: [
        {
          by: jun,
          reason: 'No integration services.',
          proofs: [{ itemId: ITEM_ID, proof: 'heartbeat' }],
        },
      ],
    });
    const passed = storyOnHost('verifying');
    const vms = [{ itemId: ITEM_ID, proofs }];
    passed.tell({ type: 'verified', outcome: 'passed', why: 'all proofs hold', vms });
    expect(passed.failback).toMatchObject({ stage: 'awaitingCommit', onPremises: [{ proofs }] });
    expect(passed.failback.proofOverrides).toEqual([]);
  });

  it('belongs to the server where it is about download threads: nothing of it touches a failback', () => {
    const story = storyOnHost('synchronizing');
    const before = story.failback;
    story.tell(
      { type: 'threadsIntended', by: jun, host: 'HV-A', threads: 8 },
      { type: 'threadsSet', host: 'HV-A', threads: 8 },
      { type: 'threadsRestored', host: 'HV-A' },
    );

    expect(story.failback).toEqual({ ...before, revision: before.revision + 3 });
  });
});
