import { describe, expect, it } from 'vitest';
import {
  askForHold,
  askToCancelOrEnd,
  type Ballot,
  castVote,
  expireGate,
  isAnswerOwed,
  isRequester,
  releaseHold,
} from '../../../../bot/failback/decide/decide.ts';
import { isMarked } from '../../../../bot/failback/state/coming-home.ts';
import type { Actor, FailbackEvent } from '../../../../bot/failback/state/events.ts';
import type { HoldChoice } from '../../../../bot/failback/state/holds.ts';
import {
  adoptJob,
  askAgain,
  evidenceOf,
  goOnAnyway,
  held,
  lookAgain,
  overrideProof,
  startOver,
} from '../../../../bot/failback/state/holds.ts';
import { stageToAskAgain } from '../../../../bot/failback/state/stages.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import {
  ada,
  jun,
  mina,
  NIGHT,
  onTeams,
  otto,
  POLICY,
  requestIdOf,
  type Story,
  storyAt,
  vic,
} from '../../../support/failback-story.ts';

const vote = (story: Story, ballot: Partial<Ballot> = {}) =>
  castVote(
    story.failback,
    {
      by: jun,
      number: story.failback.gate?.number ?? 0,
      vote: 'approve',
      typed: typedFor(story),
      ...ballot,
    },
    story.now,
  );

function typedFor(story: Story): string {
  return story.failback.gate?.kind === 'commit' ? 'web-01' : 'azure';
}

/** Tells what was decided; throws where it was refused. */
function tell(story: Story, decided: ReturnType<typeof askToCancelOrEnd>): void {
  if ('refused' in decided) throw new Error(`refused: ${decided.refused}`);
  story.tell(...decided.events);
}

const typesOf = (decided: { events: readonly FailbackEvent[] } | { refused: string }) =>
  'events' in decided ? decided.events.map(({ type }) => type) : decided.refused;

describe('a vote', () => {
  const asked = () => storyAt('awaitingDirection').ask('direction');

  it('passes the gate when it completes the quorum, and the grant runs from now', () => {
    const story = asked().later(5_000);

    expect(vote(story)).toEqual({
      events: [
        { type: 'voteCast', by: jun, number: 1, vote: 'approve', typed: 'azure' },
        { type: 'gatePassed', number: 1, grantExpiresAt: story.now + POLICY.grantMs },
      ],
    });
  });

  it('does not pass a gate that needs more', () => {
    const story = storyAt('awaitingDirection', {
      approvals: { ...POLICY.approvals, direction: 2 },
    }).ask('direction');

    const first = vote(story);
    expect(typesOf(first)).toEqual(['voteCast']);
    story.tell(...('events' in first ? first.events : []));
    expect(typesOf(vote(story, { by: ada }))).toEqual(['voteCast', 'gatePassed']);
  });

  it('counts once per person, on whichever chat', () => {
    const story = storyAt('awaitingDirection', {
      approvals: { ...POLICY.approvals, direction: 2 },
    }).ask('direction');
    story.tell({ type: 'voteCast', by: jun, number: 1, vote: 'approve' });

    expect(vote(story, { by: onTeams(jun) })).toEqual({ refused: 'alreadyVoted' });
    expect(vote(story, { by: onTeams(jun), vote: 'decline' })).toEqual({ refused: 'alreadyVoted' });
  });

  it('is never an approval of the own request, on whichever chat, whatever the role', () => {
    expect(vote(asked(), { by: mina })).toEqual({ refused: 'ownRequest' });
    expect(vote(asked(), { by: { ...onTeams(mina), roles: ['admin'] } })).toEqual({
      refused: 'ownRequest',
    });
  });

  it('is never an approval of who had a check passed over, on whichever chat', () => {
    const overridden = (choice: 'override' | 'anyway') =>
      storyAt('verifying')
        .tell(
          held(
            'notProven',
            [],
            [choice === 'override' ? overrideProof([]) : goOnAnyway('verifying')],
          ),
        )
        .tell({ type: 'holdReleased', by: jun, choice, leadsTo: 'verifying', reason: 'So be it.' })
        .tell({ type: 'verified', outcome: 'notChecked', why: 'nobody looks' })
        .ask('commit');
    for (const choice of ['override', 'anyway'] as const) {
      const story = overridden(choice);

      expect(vote(story, { typed: 'web-01' })).toEqual({ refused: 'ownOverride' });
      expect(vote(story, { by: onTeams(jun), typed: 'web-01' })).toEqual({
        refused: 'ownOverride',
      });
      expect(vote(story, { by: ada, typed: 'web-01' })).toHaveProperty('events');
      // To decline is the way back to what is safe.
      expect(vote(story, { vote: 'decline' })).toHaveProperty('events');
    }
  });

  it('is an approval of who has chosen another way out of a hold', () => {
    const story = storyAt('verifying')
      .tell(held('notProven', [], [lookAgain('verifying')]))
      .tell({ type: 'holdReleased', by: jun, choice: 'again', leadsTo: 'verifying' })
      .tell({ type: 'verified', outcome: 'notChecked', why: 'nobody looks' })
      .ask('commit');

    expect(vote(story, { typed: 'web-01' })).toHaveProperty('events');
  });

  it('is never an approval of who had the question asked now, and of the next one again', () => {
    const hurried = storyAt('awaitingCompletion')
      .tell({ type: 'askedNow', by: jun, reason: 'It burns.' })
      .ask('complete');

    expect(vote(hurried)).toEqual({ refused: 'ownHurry' });
    expect(vote(hurried, { vote: 'decline' })).toHaveProperty('events');
    expect(vote(hurried, { by: ada })).toHaveProperty('events');
    hurried.approve(ada).intend('completeFailover').accept('completeFailover');
    hurried.see('plannedFailover', 'succeeded', 'Succeeded');
    hurried.tell({ type: 'verified', outcome: 'notChecked', why: 'nobody looks' }).ask('commit');
    expect(vote(hurried, { typed: 'web-01' })).toHaveProperty('events');
  });

  it('is that of the same account, whatever the settings call its person', () => {
    const renamed = { ...mina, person: 'mina-example' };

    expect(vote(asked(), { by: renamed })).toEqual({ refused: 'ownRequest' });
  });

  it('is not given to those who may not decide', () => {
    expect(vote(asked(), { by: otto })).toEqual({ refused: 'notApprover' });
    expect(vote(asked(), { by: vic, vote: 'decline' })).toEqual({ refused: 'notApprover' });
  });

  it('is not given to somebody whom the settings do not name, whatever roles they come with', () => {
    const { person: _, ...unmapped } = jun;

    expect(vote(asked(), { by: unmapped })).toEqual({ refused: 'notApprover' });
    expect(vote(asked(), { by: unmapped, vote: 'decline' })).toEqual({ refused: 'notApprover' });
  });

  it('needs what has to be typed to approve, and nothing to decline', () => {
    expect(vote(asked(), { typed: 'on-premises' })).toEqual({ refused: 'wrongAnswer' });
    expect(vote(asked(), { typed: 'on-premises', vote: 'decline' })).toHaveProperty('events');
    expect(vote(storyAt('awaitingCommit').ask('commit'), { typed: 'azure' })).toEqual({
      refused: 'wrongAnswer',
    });
  });

  it('owes an answer where a yes is not enough, and only somebody who may approve owes it', () => {
    const owes = (story: Story, by = jun, number = story.failback.gate?.number ?? 0) =>
      isAnswerOwed(story.failback, { by, number }, story.now);

    expect(owes(asked())).toBe(true);
    expect(owes(storyAt('awaitingCommit').ask('commit'))).toBe(true);
    expect(owes(storyAt('awaitingCompletion').ask('complete'))).toBe(false);
    expect(owes(storyAt('synchronizing'))).toBe(false);
    expect(owes(asked(), mina)).toBe(false);
    expect(owes(asked(), otto)).toBe(false);
    expect(owes(asked(), jun, 9)).toBe(false);
    expect(owes(asked().later(POLICY.questionMs))).toBe(false);
  });

  it('comes too late for an old question, for an expired one and for none', () => {
    const story = asked();

    expect(vote(story, { number: 0 })).toEqual({ refused: 'outdated' });
    expect(vote(story.later(POLICY.questionMs - 1))).toHaveProperty('events');
    expect(vote(story.later(1))).toEqual({ refused: 'expired' });
    expect(vote(storyAt('synchronizing'))).toEqual({ refused: 'nothingAsked' });
    expect(vote(storyAt('checking').tell({ type: 'cancelled', by: mina }))).toEqual({
      refused: 'hasEnded',
    });
  });

  it('that declines the direction ends the failback, and keeps the reason', () => {
    const decided = vote(asked(), { vote: 'decline', reason: 'Not tonight.' });

    expect(typesOf(decided)).toEqual(['voteCast', 'gateDeclined', 'ended']);
    expect(decided).toMatchObject({
      events: [
        { reason: 'Not tonight.' },
        {},
        {
          end: 'declined',
          summary: coded('directionDeclined', { left: coded('nothingChanged') }),
        },
      ],
    });
  });

  it.each([
    ['awaitingCompletion', 'complete'],
    ['awaitingCommit', 'commit'],
    ['awaitingReverse', 'reverse'],
  ] as const)('that declines in %s leaves it to a person what comes next', (stage, gate) => {
    const story = storyAt(stage).ask(gate);
    const decided = vote(story, { vote: 'decline' });

    expect(typesOf(decided)).toEqual(['voteCast', 'gateDeclined', 'held']);
    story.tell(...('events' in decided ? decided.events : []));
    expect(story.failback).toMatchObject({ stage, hold: { reason: 'gateDeclined' } });
    expect(story.failback.decisions.at(-1)).toMatchObject({ kind: gate, outcome: 'declined' });
  });
});

describe('a question that nobody decided', () => {
  it('ends the failback when it was the first one', () => {
    const { failback } = storyAt('awaitingDirection').ask('direction');

    expect(expireGate(failback, NIGHT).map(({ type }) => type)).toEqual(['gateExpired', 'ended']);
  });

  it('is left to a person later', () => {
    const story = storyAt('awaitingCommit').ask('commit');

    story.tell(...expireGate(story.failback, story.now));
    expect(story.failback).toMatchObject({
      stage: 'awaitingCommit',
      hold: { reason: 'gateExpired' },
    });
  });

  it('does not exist where none is open', () => {
    expect(expireGate(storyAt('awaitingCommit').failback, NIGHT)).toEqual([]);
  });
});

describe('cancelling', () => {
  const cancelled = (story: Story, by: Actor = mina, reason?: string) =>
    askToCancelOrEnd(story.failback, by, reason);
  const requestId = requestIdOf('plannedFailover');
  const intended = () => storyAt('starting').intend('plannedFailover');

  it('is for the requester and for operators', () => {
    expect(cancelled(storyAt('checking'), mina, 'Wrong VM.')).toEqual({
      events: [{ type: 'cancelled', by: mina, reason: 'Wrong VM.' }],
    });
    expect(cancelled(storyAt('checking'), otto)).toEqual({
      events: [{ type: 'cancelled', by: otto }],
    });
    expect(cancelled(storyAt('checking'), jun)).toEqual({ refused: 'notOperator' });
    expect(cancelled(storyAt('checking'), { ...onTeams(mina), roles: ['viewer'] })).toHaveProperty(
      'events',
    );
  });

  it('is not for somebody whom the settings do not name', () => {
    const { person: _, ...unmapped } = otto;

    expect(cancelled(storyAt('checking'), unmapped)).toEqual({ refused: 'notOperator' });
  });

  it.each([
    ['while it is checked', storyAt('checking')],
    ['while the direction is asked', storyAt('awaitingDirection').ask('direction')],
    ['before the call is made', storyAt('starting')],
    [
      'while the call is postponed',
      intended().tell({ type: 'callPostponed', requestId, why: 'throttled', retryAt: 1 }),
    ],
    [
      'when Azure has shown that the call was not taken',
      intended().tell({ type: 'callNotTaken', requestId, evidence: 'no job' }),
    ],
  ])('is possible %s, and ends the failback', (_, story) => {
    const decided = cancelled(story);

    expect(typesOf(decided)).toEqual(['cancelled']);
    story.tell(...('events' in decided ? decided.events : []));
    expect(story.failback).toMatchObject({ stage: 'cancelled', endedAt: story.now });
    expect(story.failback.gate).toBeUndefined();
    expect(story.failback.grant).toBeUndefined();
  });

  it.each([
    ['the call was written down', intended()],
    [
      'nobody knows whether it was taken',
      intended().tell({ type: 'callUncertain', requestId, why: 'reset' }),
    ],
  ])('waits when %s', (_, story) => {
    expect(cancelled(story)).toEqual({ refused: 'callUnderWay' });
  });

  it('is too late when the VM is home', () => {
    expect(cancelled(storyAt('awaitingCommit'))).toEqual({ refused: 'tooLateToCancel' });
  });

  it.each(['synchronizing', 'awaitingCompletion'] as const)(
    'stops and asks in %s, and withdraws the open question',
    (stage) => {
      const story = storyAt(stage);
      if (stage === 'awaitingCompletion') story.ask('complete');
      tell(story, cancelled(story));

      expect(story.failback).toMatchObject({ stage, hold: { reason: 'cancelAsked', by: mina } });
      expect(story.failback.hold?.choices.map(({ name }) => name)).toEqual([
        'finish',
        'cancel',
        'cancel-again',
        'abandon',
      ]);
      expect(story.failback.gate).toBeUndefined();
      expect(isMarked(story.failback)).toBe(false);
    },
  );

  it('is an approver who did not ask for the failback, with a reason', () => {
    const story = storyAt('synchronizing');
    tell(story, cancelled(story));
    const choose = (by: Actor, reason?: string) =>
      releaseHold(story.failback, by, {
        number: story.failback.hold?.number ?? 0,
        name: 'cancel',
        ...(reason !== undefined && { reason }),
      });

    expect(choose(mina, 'enough')).toEqual({ refused: 'ownRequest' });
    expect(choose(otto, 'enough')).toEqual({ refused: 'notApprover' });
    expect(choose(jun)).toEqual({ refused: 'reasonMissing' });
    tell(story, choose(jun, 'enough'));
    expect(story.failback).toMatchObject({
      stage: 'cancelling',
      cancelling: { by: jun, reason: 'enough', from: 'synchronizing', andThen: 'end' },
    });
    expect(cancelled(story)).toEqual({ refused: 'cancelUnderWay' });
  });

  it('is no way around what an open hold demands', () => {
    const story = storyAt('synchronizing');
    story.tell(held('vmStarted', [], [goOnAnyway('synchronizing')]));
    tell(story, cancelled(story));

    expect(story.failback.releases).toMatchObject([{ reason: 'vmStarted' }]);
    expect(story.failback.hold?.choices.map(({ name }) => name)).toEqual([
      'anyway',
      'cancel',
      'cancel-again',
      'abandon',
    ]);
  });

  it('is pointless when it has ended', () => {
    expect(cancelled(storyAt('checking').tell({ type: 'cancelled', by: mina }))).toEqual({
      refused: 'hasEnded',
    });
  });
});

describe('an answer to a hold', () => {
  const onHold = (...choices: readonly HoldChoice[]) =>
    storyAt('synchronizing').tell(held('jobFailed', [], choices));
  const release = (story: Story, by: Actor, choice: string, number = 0) =>
    releaseHold(story.failback, by, {
      number: number || (story.failback.hold?.number ?? 0),
      name: choice,
    });

  it("that goes on is an approver's, who did not ask for the failback", () => {
    const story = onHold(startOver);

    expect(release(story, jun, 'again')).toEqual({
      events: [{ type: 'holdReleased', by: jun, choice: 'again', leadsTo: 'checking' }],
    });
    expect(release(story, mina, 'again')).toEqual({ refused: 'ownRequest' });
    expect(release(story, onTeams(mina), 'again')).toEqual({ refused: 'ownRequest' });
    expect(release(story, otto, 'again')).toEqual({ refused: 'notApprover' });
  });

  it("that lets go is an operator's too, also of the one who asked", () => {
    const story = onHold();

    for (const by of [jun, otto, mina])
      expect(release(story, by, 'abandon')).toHaveProperty('events');
    expect(release(story, vic, 'abandon')).toEqual({ refused: 'notOperator' });
  });

  it('is never taken from somebody whom the settings do not name', () => {
    const { person: _, ...unmapped } = { ...jun, roles: ['admin'] };

    expect(release(onHold(startOver), unmapped, 'again')).toEqual({ refused: 'notApprover' });
    expect(release(onHold(startOver), unmapped, 'abandon')).toEqual({ refused: 'notOperator' });
  });

  it('must answer this hold with what it offers', () => {
    const story = onHold(startOver);

    expect(release(story, jun, 'follow')).toEqual({ refused: 'notOffered' });
    expect(release(story, jun, 'again', 99)).toEqual({ refused: 'outdated' });
    expect(release(storyAt('synchronizing'), jun, 'again')).toEqual({ refused: 'nothingAsked' });
    expect(
      release(storyAt('checking').tell({ type: 'cancelled', by: mina }), jun, 'again'),
    ).toEqual({ refused: 'hasEnded' });
  });

  it('lets a job be adopted by an approver alone', () => {
    const story = storyAt('starting')
      .intend('plannedFailover')
      .tell(
        held('callUnclear', [], [adoptJob('synchronizing', 'job-9'), askAgain('awaitingCommit')]),
      );

    expect(release(story, otto, 'adopt')).toEqual({ refused: 'notApprover' });
    expect(release(story, ada, 'adopt')).toMatchObject({ events: [{ leadsTo: 'synchronizing' }] });
  });
});

describe('an override of a missing proof', () => {
  const unproven = () =>
    storyAt('verifying').tell(
      held('notProven', evidenceOf({ heartbeat: 'Silent.' }), [overrideProof([])]),
    );
  const override = (by: Actor, reason?: string) => {
    const { failback } = unproven();
    const number = failback.hold?.number ?? 0;
    return releaseHold(failback, by, {
      number,
      name: 'override',
      ...(reason !== undefined && { reason }),
    });
  };

  it('needs a reason, which is recorded with the name', () => {
    expect(override(jun)).toEqual({ refused: 'reasonMissing' });
    expect(override(jun, 'The guest has no integration services.')).toEqual({
      events: [
        {
          type: 'holdReleased',
          by: jun,
          choice: 'override',
          leadsTo: 'verifying',
          reason: 'The guest has no integration services.',
        },
      ],
    });
  });

  it("is an approver's, who did not ask for the failback, whatever the reason", () => {
    expect(override(mina, 'Because.')).toEqual({ refused: 'ownRequest' });
    expect(override(otto, 'Because.')).toEqual({ refused: 'notApprover' });
    expect(override(vic)).toEqual({ refused: 'notApprover' });
  });
});

describe('asking for a hold', () => {
  const requestId = requestIdOf('plannedFailover');
  const asking = (story: Story, by: Actor = otto) => askForHold(story.failback, by, 'Wait.');

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
  ] as const)('stops the bot in %s, and an approver has it go on from there', (stage) => {
    const story = storyAt(stage);
    const decided = asking(story);
    story.tell(...('events' in decided ? decided.events : []));

    expect(story.failback).toMatchObject({
      stage,
      hold: {
        reason: 'askedFor',
        by: otto,
        evidence: [{ name: 'reason', value: 'Wait.' }],
        choices: [{ name: 'again', leadsTo: stageToAskAgain(stage) }, { name: 'abandon' }],
      },
    });
    const leadsTo = stageToAskAgain(stage);
    story.tell({ type: 'holdReleased', by: ada, choice: 'again', leadsTo });
    expect(story.failback.stage).toBe(leadsTo);
    expect(story.failback.grant).toEqual(storyAt(stage).failback.grant);
  });

  it('withdraws the open question', () => {
    const decided = asking(storyAt('awaitingCommit').ask('commit'));

    expect(typesOf(decided)).toEqual(['gateWithdrawn', 'held']);
  });

  it('is for operators and approvers, also for the one who asked for the failback', () => {
    const { person: _, ...unmapped } = otto;

    for (const by of [otto, jun, mina])
      expect(asking(storyAt('synchronizing'), by)).toHaveProperty('events');
    expect(asking(storyAt('synchronizing'), vic)).toEqual({ refused: 'notOperator' });
    expect(asking(storyAt('synchronizing'), unmapped)).toEqual({ refused: 'notOperator' });
  });

  it('waits until it is known what came of a call', () => {
    const story = storyAt('starting').intend('plannedFailover');
    expect(asking(story)).toEqual({ refused: 'callUnderWay' });

    story.tell({ type: 'callUncertain', requestId, why: 'reset' });
    expect(asking(story)).toEqual({ refused: 'callUnderWay' });

    story.tell({ type: 'callNotTaken', requestId, evidence: 'no job' });
    expect(asking(story)).toHaveProperty('events');
  });

  it('is pointless on hold, and when it has ended', () => {
    expect(asking(storyAt('synchronizing').tell(held('jobFailed', [], [])))).toEqual({
      refused: 'onHold',
    });
    expect(asking(storyAt('checking').tell({ type: 'cancelled', by: mina }))).toEqual({
      refused: 'hasEnded',
    });
  });
});

describe('the requester', () => {
  it('is a person, not an account', () => {
    const { failback } = storyAt('checking');
    const { person: _, ...unmapped } = mina;

    expect(isRequester(failback, onTeams(mina))).toBe(true);
    expect(isRequester(failback, jun)).toBe(false);
    expect(isRequester(failback, unmapped)).toBe(false);
  });
});
