import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { goOnUnprepared, held, lookAgain } from '../../../../bot/failback/state/holds.ts';
import { MAX_ATTEMPTS } from '../../../../bot/failback/state/policy.ts';
import { ENDS } from '../../../../bot/failback/state/stages.ts';
import {
  jun,
  mina,
  POLICY,
  requestIdOf,
  type Story,
  storyAt,
} from '../../../support/failback-story.ts';

const stepAt = (story: Story) => nextStep(story.failback, story.now);
const requestId = requestIdOf('plannedFailover');

describe('the next step', () => {
  it.each(ENDS)('is nothing when the failback has ended: %s', (end) => {
    const { failback } = storyAt('checking');

    expect(nextStep({ ...failback, stage: end }, 0)).toEqual({ do: 'nothing' });
  });

  it.each([
    'checking',
    'awaitingDirection',
    'starting',
    'synchronizing',
    'awaitingCompletion',
    'completing',
    'verifying',
    'awaitingCommit',
    'committing',
    'awaitingReverse',
    'reversing',
  ] as const)('is to wait for a person as long as it is on hold in %s', (stage) => {
    const story = storyAt(stage).tell(held('jobUnknown', [], []));

    expect(stepAt(story.later(1_000_000_000))).toEqual({ do: 'wait' });
  });

  it('is to check first', () => {
    expect(stepAt(storyAt('checking'))).toEqual({ do: 'check' });
  });

  it('is to ask where a question is owed', () => {
    expect(stepAt(storyAt('awaitingDirection'))).toEqual({ do: 'openGate', gate: 'direction' });
    expect(stepAt(storyAt('awaitingCompletion'))).toEqual({ do: 'openGate', gate: 'complete' });
    expect(stepAt(storyAt('awaitingCommit'))).toEqual({ do: 'openGate', gate: 'commit' });
    expect(stepAt(storyAt('awaitingReverse'))).toEqual({ do: 'openGate', gate: 'reverse' });
  });

  it('is to wait for the decision until the question expires, to the millisecond', () => {
    const story = storyAt('awaitingDirection').ask('direction');
    const until = story.now + POLICY.questionMs;

    expect(nextStep(story.failback, until - 1)).toEqual({ do: 'wait', until });
    expect(nextStep(story.failback, until)).toEqual({ do: 'expireGate' });
  });

  it('is to call what was approved, until the grant expires, to the millisecond', () => {
    const story = storyAt('starting').prepare();
    const until = story.now + POLICY.grantMs;

    expect(nextStep(story.failback, until - 1)).toEqual({
      do: 'call',
      operation: 'plannedFailover',
      attempt: 1,
    });
    expect(nextStep(story.failback, until)).toEqual({ do: 'voidGrant' });
  });

  it('is to look at the world while nobody knows whether a call was taken', () => {
    const story = storyAt('starting').intend('plannedFailover');

    expect(stepAt(story)).toMatchObject({ do: 'reconcile', call: { requestId } });
    story.tell({ type: 'callUncertain', requestId, why: 'reset' });
    expect(stepAt(story)).toMatchObject({ do: 'reconcile', call: { status: 'uncertain' } });
  });

  it('is to watch what was taken', () => {
    expect(stepAt(storyAt('synchronizing'))).toEqual({ do: 'watch' });
    const story = storyAt('completing').intend('completeFailover').accept('completeFailover');
    expect(stepAt(story)).toEqual({ do: 'watch' });
  });

  it('is to send a postponed call again when its time has come, as the same attempt', () => {
    const story = storyAt('starting').intend('plannedFailover', 2);
    const retryAt = story.now + 5_000;
    story.tell({ type: 'callPostponed', requestId, why: 'throttled', retryAt });

    expect(stepAt(story)).toEqual({ do: 'wait', until: retryAt });
    expect(stepAt(story.later(5_000))).toEqual({ do: 'prepareHost' });
    expect(stepAt(story.prepare())).toMatchObject({ do: 'call', attempt: 2 });
  });

  it('does not send a call for ever that needs no grant, to the millisecond', () => {
    const story = storyAt('reversing');
    const postpone = () =>
      story.intend('reverseReplicate').tell({
        type: 'callPostponed',
        requestId: requestIdOf('reverseReplicate'),
        why: 'throttled',
        retryAt: story.now,
      });

    postpone().later(POLICY.questionMs - 1);
    expect(stepAt(story)).toMatchObject({ do: 'call', operation: 'reverseReplicate', attempt: 1 });
    expect(stepAt(postpone().later(1))).toEqual({
      do: 'giveUpCall',
      operation: 'reverseReplicate',
    });
  });

  it('does not send a postponed call when the grant has expired meanwhile', () => {
    const story = storyAt('starting').intend('plannedFailover');
    const retryAt = story.now + POLICY.grantMs;
    story.tell({ type: 'callPostponed', requestId, why: 'throttled', retryAt });

    expect(stepAt(story.later(POLICY.grantMs))).toEqual({ do: 'voidGrant' });
  });

  it('is to try again what was not taken, and to give up after a few times', () => {
    const story = storyAt('starting');
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      expect(stepAt(story.prepare())).toMatchObject({ do: 'call', attempt });
      story.intend('plannedFailover', attempt);
      story.tell({
        type: 'callNotTaken',
        requestId: requestIdOf('plannedFailover', attempt),
        evidence: 'no job',
      });
    }

    expect(stepAt(story)).toEqual({ do: 'giveUpCall', operation: 'plannedFailover' });
  });

  it('is to verify before the commit is asked for', () => {
    expect(stepAt(storyAt('verifying'))).toEqual({ do: 'verify' });
  });

  it('replicates in reverse without a question only where the policy asks none', () => {
    expect(stepAt(storyAt('reversing', { askBeforeReverse: false }))).toMatchObject({
      do: 'call',
      operation: 'reverseReplicate',
    });
    const { grant: _, ...ungranted } = storyAt('reversing', { askBeforeReverse: true }).failback;
    expect(nextStep(ungranted, 0)).toEqual({ do: 'giveUpCall', operation: 'reverseReplicate' });
  });

  it.each(['starting', 'completing', 'committing'] as const)(
    'never calls without a grant in %s',
    (stage) => {
      const { grant: _, ...ungranted } = storyAt(stage).failback;

      fc.assert(
        fc.property(fc.nat(), (now) => {
          expect(nextStep(ungranted, now)).toMatchObject({ do: 'giveUpCall' });
        }),
      );
    },
  );
});

describe('the next step on a server', () => {
  const intended = { type: 'startActionIntended', vmId: 'vm-9', before: 'Start' } as const;
  const restored = { type: 'hostRestored', outcome: 'done' } as const;
  const again = (leadsTo: 'starting') =>
    ({ type: 'holdReleased', by: jun, choice: 'again', leadsTo }) as const;

  it('is to prepare it before the failover is started, and not once the approval has run out', () => {
    const story = storyAt('starting');

    expect(stepAt(story)).toEqual({ do: 'prepareHost' });
    expect(stepAt(story.later(POLICY.grantMs))).toEqual({ do: 'voidGrant' });
  });

  it('is to prepare it again after a new decision', () => {
    const story = storyAt('starting').prepare('done').later(POLICY.grantMs);
    story.tell({ type: 'grantVoided', number: 1, why: 'expired', differences: [] });
    story.ask('direction').approve(jun);

    expect(stepAt(story)).toEqual({ do: 'prepareHost' });
  });

  it('is to prepare it again after a hold, and after a call that was not taken', () => {
    const story = storyAt('starting').prepare('done');
    story.tell(held('askedFor', [], [lookAgain('starting')]), again('starting'));
    expect(stepAt(story)).toEqual({ do: 'prepareHost' });

    story.prepare('done').intend('plannedFailover');
    story.tell({ type: 'callNotTaken', requestId, evidence: 'no job' });
    expect(stepAt(story)).toEqual({ do: 'prepareHost' });
  });

  it('is to look at the world first while nobody knows whether the call was taken', () => {
    const story = storyAt('starting').prepare('done').intend('plannedFailover');
    story.tell({ type: 'callUncertain', requestId, why: 'reset' });

    expect(stepAt(story)).toMatchObject({ do: 'reconcile' });
  });

  it('is to prepare as much as can be where a person goes on without it', () => {
    const story = storyAt('starting').tell(
      held('hostNotPrepared', [], [goOnUnprepared('starting')]),
      { type: 'holdReleased', by: jun, choice: 'without', leadsTo: 'starting' },
    );

    expect(stepAt(story)).toEqual({ do: 'prepareHost' });
    story.prepare('without');
    expect(stepAt(story)).toMatchObject({ do: 'call', operation: 'plannedFailover' });
  });

  it.each(['synchronizing', 'awaitingCommit', 'committing'] as const)(
    'is not to put anything back in %s',
    (stage) => {
      expect(stepAt(storyAt(stage).tell(intended)).do).not.toBe('restoreHost');
    },
  );

  it('is to put back what was changed as soon as reverse replication was started, once', () => {
    const story = storyAt('reversing').tell(intended);
    expect(stepAt(story)).toMatchObject({ do: 'call', operation: 'reverseReplicate' });

    story.intend('reverseReplicate').accept('reverseReplicate');
    expect(stepAt(story)).toEqual({ do: 'restoreHost' });
    expect(stepAt(story.tell(restored))).toEqual({ do: 'watch' });
  });

  it('is to put it back after a good end, and after an end before anything was started', () => {
    const home = storyAt('reversing').tell(intended, {
      type: 'ended',
      end: 'protected',
      summary: '',
    });
    const cancelled = storyAt('starting').tell(intended, { type: 'cancelled', by: mina });

    for (const story of [home, cancelled]) {
      expect(stepAt(story)).toEqual({ do: 'restoreHost' });
      expect(stepAt(story.tell(restored))).toEqual({ do: 'nothing' });
    }
  });

  it('is to leave it as it is where a failback was let go of half-way: the VM must not start', () => {
    const story = storyAt('synchronizing').tell(intended, held('askedFor', [], []), {
      type: 'holdReleased',
      by: jun,
      choice: 'abandon',
      leadsTo: 'abandoned',
    });

    expect(stepAt(story)).toEqual({ do: 'nothing' });
  });
});
