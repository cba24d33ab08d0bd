import { describe, expect, it } from 'vitest';
import {
  askForHold,
  askToCancelOrEnd,
  releaseHold,
} from '../../../../bot/failback/decide/decide.ts';
import { takeOverAtHome } from '../../../../bot/failback/holds/take-over.ts';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { observeItem } from '../../../../bot/failback/observe/observe.ts';
import { observeRestarted } from '../../../../bot/failback/observe/restarted.ts';
import { held, lookAgain, restart } from '../../../../bot/failback/state/holds.ts';
import { stageToAskAgain } from '../../../../bot/failback/state/stages.ts';
import { obstructed } from '../../../../bot/runner/steps/obstacle.ts';
import { FailbackRepository } from '../../../../bot/store/failback-repository.ts';
import { waitingJob } from '../../../support/azure-records.ts';
import { ada, mina, POLICY, requested, Story, storyAt } from '../../../support/failback-story.ts';
import { MemoryLedger } from '../../../support/fakes/memory-ledger.ts';

/** Takes each way out of the open hold, one after the other, and says where each has led. */
function everyWayOut({ failback, entries }: Story): readonly string[] {
  return (failback.hold?.choices ?? []).map(({ name }) => {
    const story = new Story();
    story.entries.splice(0, story.entries.length, ...entries);
    const number = failback.hold?.number ?? 0;
    const decided = releaseHold(failback, ada, { number, name, reason: 'So it is.' });
    if ('refused' in decided) throw new Error(`${name}: ${decided.refused}`);
    return `${name} ${story.tell(...decided.events).failback.stage}`;
  });
}

/** A VM whose failover somebody else has run: the bot knows no job of it. */
const takenOverAtHome = () => {
  const story = new Story();
  const [first] = story.entries;
  if (first?.event.type === 'requested')
    story.entries[0] = { ...first, event: { ...first.event, adopts: true } };
  return story
    .tell({ type: 'adoptionSeen', totalSizeMb: 1 }, held('adoptAsked', [], [takeOverAtHome]))
    .tell({ type: 'holdReleased', by: ada, choice: 'adopt', leadsTo: 'verifying' });
};

const toCommit = () =>
  takenOverAtHome().tell({ type: 'verified', outcome: 'notChecked', why: 'no host connector' });

describe('every way out that is offered can be taken', () => {
  it.each(['resuming', 'awaitingAction', 'completing', 'transferring', 'synchronizing'] as const)(
    'when somebody asks to cancel in %s',
    (stage) => {
      const story = storyAt(stage);
      const decided = askToCancelOrEnd(story.failback, mina, 'It takes too long.');
      if ('refused' in decided) throw new Error(decided.refused);

      expect(everyWayOut(story.tell(...decided.events))).toHaveLength(4);
    },
  );

  it.each(['resuming', 'awaitingAction', 'synchronizing', 'completing'] as const)(
    'when the failed job is restarted elsewhere in %s and waits for complete failover',
    (stage) => {
      const story = storyAt(stage).tell(held('jobFailed', [], [lookAgain(stage)]));
      const restarted = observeRestarted(story.failback, waitingJob());
      if (restarted === undefined) throw new Error('it was not noticed');

      expect(everyWayOut(story.tell(restarted))).toContain('adopt awaitingCompletion');
    },
  );

  it('when the commit of a VM that was taken over at home is not offered any more', async () => {
    const story = toCommit().later(POLICY.settleMs);
    const clock = { now: () => story.now };
    const { events } = obstructed({ look: {} } as never, story.failback, { clock } as never);

    expect(everyWayOut(story.tell(...events))).toEqual(['again verifying', 'abandon abandoned']);
  });

  it.each([
    ['verified', takenOverAtHome],
    ['asked about', toCommit],
  ])('when the item of a VM that was taken over at home is gone while it is %s', (_, tell) => {
    const story = tell();
    story.tell(...observeItem(story.failback, undefined, { jobs: [], now: story.now }));

    expect(everyWayOut(story)).toEqual([
      `again ${stageToAskAgain(tell().failback.stage)}`,
      'abandon abandoned',
    ]);
  });
});

describe('what has not been called', () => {
  const cancelledFrom = (story: Story, choice: string) => {
    const asked = askToCancelOrEnd(story.failback, mina, 'It takes too long.');
    if ('refused' in asked) throw new Error(asked.refused);
    story.tell(...asked.events);
    const number = story.failback.hold?.number ?? 0;
    const chosen = releaseHold(story.failback, ada, { number, name: choice, reason: 'So it is.' });
    if ('refused' in chosen) throw new Error(chosen.refused);
    return story.tell(...chosen.events).failback;
  };

  it.each([
    ['completing', 'awaitingCompletion'],
    ['resuming', 'awaitingAction'],
  ] as const)(
    'is asked again when nothing comes of cancelling it, and no downtime is claimed: %s',
    (stage, from) => {
      const { cancelling } = cancelledFrom(storyAt(stage), 'cancel');

      expect(cancelling?.from).toBe(from);
      if (stage === 'completing') expect(cancelling?.wasDown).toBe(false);
    },
  );

  it('is not said to leave the Azure VM running where an action of the plan interrupts the downtime', () => {
    const { failback } = storyAt('awaitingAction');
    const asked = askToCancelOrEnd(failback, mina, undefined);

    expect(failback.interrupted).toBe('completing');
    expect(JSON.stringify(asked)).not.toContain('It keeps running');
  });
});

describe('a state that cannot be read', () => {
  it('is never stored: the failback stays as it was', async () => {
    const failbacks = new FailbackRepository(new MemoryLedger());
    const failback = await failbacks.begin('FB-TEST', requested(), 1);

    const impossible = { type: 'gatePassed', number: 1, grantExpiresAt: 2 } as const;
    await expect(failbacks.append(failback, [impossible], 2)).rejects.toThrow('no open gate');
    const change = { failback, events: [impossible] };
    await expect(failbacks.appendAll([change], 2)).rejects.toThrow('no open gate');

    expect(await failbacks.get('FB-TEST')).toMatchObject({ stage: 'checking', revision: 1 });
  });
});

describe('a failed job that is being restarted', () => {
  const restarting = () =>
    storyAt('synchronizing')
      .see('plannedFailover', 'failed')
      .tell(held('jobFailed', [], [restart]))
      .tell({ type: 'holdReleased', by: ada, choice: 'restart', leadsTo: 'restarting' });

  it('is not restarted twice because somebody stopped the bot in between', () => {
    const story = restarting().intend('restartJob').accept('restartJob');
    const asked = askForHold(story.failback, mina, 'Wait.');
    if ('refused' in asked) throw new Error(asked.refused);
    story.tell(...asked.events);

    story.tell({ type: 'holdReleased', by: ada, choice: 'again', leadsTo: 'restarting' });

    expect(nextStep(story.failback, story.now)).toEqual({ do: 'watch' });
  });

  it('cannot be cancelled before it runs again', () => {
    expect(askToCancelOrEnd(restarting().failback, mina, undefined)).toEqual({
      refused: 'callUnderWay',
    });
  });
});
