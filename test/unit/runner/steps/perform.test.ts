import { describe, expect, it } from 'vitest';
import { nextStep, type Step } from '../../../../bot/failback/next/next-step.ts';
import type { ProtectedItem } from '../../../../bot/failback/ports/site-recovery.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { namedState } from '../../../../bot/failback/words/statement.ts';
import type { StepOutcome } from '../../../../bot/runner/scheduling/outcome.ts';
import { perform } from '../../../../bot/runner/steps/perform.ts';
import { FailbackRepository } from '../../../../bot/store/failback-repository.ts';
import { committedItem, item, job, provider, waitingJob } from '../../../support/azure-records.ts';
import {
  FAILOVER_JOB,
  jun,
  POLICY,
  requestIdOf,
  type Story,
  storyAt,
} from '../../../support/failback-story.ts';
import { type Answer, FakeVault } from '../../../support/fakes/fake-vault.ts';
import { MemoryLedger } from '../../../support/fakes/memory-ledger.ts';
import { NO_HOSTS } from '../../../support/fakes/no-hosts.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const FAST_MS = 5_000;

/** A failback that stands where the story ends, in a vault that shows what the story's end asks for. */
class Place {
  readonly clock: ManualClock;
  readonly vault: FakeVault;
  readonly ledger = new MemoryLedger();
  readonly failbacks = new FailbackRepository(this.ledger);
  private readonly story: Story;

  constructor(story: Story, seen: { item?: ProtectedItem; job?: ReturnType<typeof job> } = {}) {
    this.story = story;
    this.clock = new ManualClock(story.now);
    this.vault = new FakeVault(this.clock);
    if (seen.item) this.vault.item = seen.item;
    if (seen.job) this.vault.jobs.set(seen.job.id, seen.job);
  }

  async tell(): Promise<Failback> {
    for (const { at, event } of this.story.entries)
      await this.ledger.append({ stream: 'FB-TEST', expectedRevision: 'any', at, events: [event] });
    return this.failback();
  }

  async failback(): Promise<Failback> {
    return (await this.failbacks.get('FB-TEST')) as Failback;
  }

  /** Takes the next step and stores what it brings, as the runner does; there is no server to be prepared first. */
  async step(): Promise<StepOutcome> {
    const failback = await this.failback();
    const step = nextStep(failback, this.clock.now());
    if (step.do === 'prepareHost') {
      await this.take(step, failback);
      return this.step();
    }
    return this.take(step, failback);
  }

  private async take(step: Step, failback: Failback): Promise<StepOutcome> {
    const { vault, failbacks, clock } = this;
    const outcome = await perform(step, failback, {
      ...NO_HOSTS,
      vault,
      failbacks,
      clock,
      newRequestId: () => 'request-new',
      picture: undefined,
      fastMs: FAST_MS,
    });
    if (outcome.events.length > 0) await failbacks.append(failback, outcome.events, clock.now());
    return outcome;
  }
}

async function at(story: Story, seen: ConstructorParameters<typeof Place>[1] = {}): Promise<Place> {
  const place = new Place(story, seen);
  await place.tell();
  return place;
}

/** The same, with the question asked of the vault as it is, and approved. */
async function granted(
  stage: 'starting' | 'completing' | 'committing' | 'reversing',
): Promise<Place> {
  const before = {
    starting: () => at(storyAt('awaitingDirection')),
    completing: () => at(storyAt('awaitingCompletion'), { job: waitingJob() }),
    committing: () => at(storyAt('awaitingCommit'), { item: homeItem(), job: doneJob() }),
    reversing: () => at(storyAt('awaitingReverse'), { item: committedItem(), job: doneJob() }),
  }[stage];
  const place = await before();
  await place.step();
  const { gate } = await place.failback();
  const number = gate?.number ?? 0;
  const grantExpiresAt = place.clock.now() + POLICY.grantMs;
  const passed: FailbackEvent[] = [
    { type: 'voteCast', by: jun, number, vote: 'approve' },
    { type: 'gatePassed', number, grantExpiresAt },
  ];
  await place.failbacks.append(await place.failback(), passed, place.clock.now());
  return place;
}

const homeItem = () => item({ activeLocation: 'onPremises', allowedOperations: ['Commit'] });
const doneJob = () => job({ state: 'Succeeded', stateDescription: 'Completed' });

const choicesOf = ({ hold }: Failback) => hold?.choices.map((it) => `${it.name} ${it.leadsTo}`);

describe('a step', () => {
  it('that checks reads the vault and sums up the disks', async () => {
    const place = await at(storyAt('checking'));

    await place.step();
    expect(await place.failback()).toMatchObject({
      stage: 'awaitingDirection',
      totalSizeMb: 40_960,
    });
  });

  it('that checks what Azure does not know ends the failback', async () => {
    const place = await at(storyAt('checking'));
    place.vault.item = undefined;

    await place.step();
    expect(await place.failback()).toMatchObject({ stage: 'notReady', totalSizeMb: 0 });
  });

  it('that asks shows the world as it is now, and how many must agree until when', async () => {
    const place = await at(
      storyAt('awaitingDirection', { approvals: { ...POLICY.approvals, direction: 2 } }),
    );

    await place.step();
    const { gate } = await place.failback();
    expect(gate).toMatchObject({
      kind: 'direction',
      number: 1,
      needed: 2,
      expiresAt: place.clock.now() + POLICY.questionMs,
      because: [],
    });
    expect(gate?.facts).toContainEqual({
      name: 'onPremisesServer',
      value: coded('serverInState', { server: 'host-a', state: namedState('Connected') }),
    });
    expect(gate?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that asks waits for Azure to offer it, and then for a person, to the millisecond', async () => {
    const place = await at(storyAt('awaitingCommit'), { item: item(), job: doneJob() });

    expect(await place.step()).toEqual({ events: [], wakeAt: place.clock.now() + FAST_MS });
    await place.clock.advance(POLICY.settleMs - 1);
    expect((await place.step()).events).toEqual([]);
    await place.clock.advance(1);
    await place.step();
    expect(choicesOf(await place.failback())).toEqual(['again verifying', 'abandon abandoned']);
  });

  it('that cannot ask for the direction offers to check again', async () => {
    const place = await at(storyAt('awaitingDirection').later(POLICY.settleMs), {
      item: committedItem(),
    });

    await place.step();
    expect(choicesOf(await place.failback())).toEqual(['again checking', 'abandon abandoned']);
  });

  it('that cannot ask because the item is gone says so', async () => {
    const place = await at(storyAt('awaitingCommit').later(POLICY.settleMs));
    place.vault.item = undefined;

    await place.step();
    expect((await place.failback()).hold?.evidence).toMatchObject([
      { value: coded('itemNotKnown') },
    ]);
  });

  it('that expires, voids, verifies, waits or watches does what the domain says', async () => {
    const expired = await at(
      storyAt('awaitingDirection').ask('direction').later(POLICY.questionMs),
    );
    await expired.step();
    expect((await expired.failback()).stage).toBe('expired');

    const voided = await at(storyAt('committing').later(POLICY.grantMs));
    await voided.step();
    expect(await voided.failback()).toMatchObject({
      stage: 'verifying',
      voided: [
        { name: 'approval', asked: coded('approvalGiven'), now: coded('approvalNotUsedInTime') },
      ],
    });

    const verified = await at(storyAt('verifying'));
    await verified.step();
    expect((await verified.failback()).stage).toBe('awaitingCommit');

    const asked = storyAt('awaitingDirection').ask('direction');
    expect(await (await at(asked)).step()).toEqual({
      events: [],
      wakeAt: asked.now + POLICY.questionMs,
    });
    expect(await (await at(storyAt('synchronizing'))).step()).toEqual({ events: [] });
    expect(
      await (await at(storyAt('checking').tell({ type: 'cancelled', by: jun }))).step(),
    ).toEqual({
      events: [],
    });
  });

  it('that may not call gives up and asks', async () => {
    const story = storyAt('starting');
    for (const attempt of [1, 2, 3]) {
      story.intend('plannedFailover', attempt).tell({
        type: 'callNotTaken',
        requestId: requestIdOf('plannedFailover', attempt),
        evidence: 'no job',
      });
    }
    const place = await at(story);

    await place.step();
    expect(await place.failback()).toMatchObject({ hold: { reason: 'callRepeatedInVain' } });
    expect(choicesOf(await place.failback())).toEqual(['again checking', 'abandon abandoned']);
  });
});

describe('a call', () => {
  it.each([
    ['starting', 'synchronizing'],
    ['completing', 'completing'],
    ['committing', 'committing'],
    ['reversing', 'reversing'],
  ] as const)('of %s is written down before it is made, and answered', async (stage, next) => {
    const place = await granted(stage);
    const seen: (string | undefined)[] = [];
    place.vault.meanwhile = async () => {
      seen.push((await place.failback()).call?.status);
    };

    expect(await place.step()).toEqual({ events: [], again: true });
    expect(seen).toEqual(['intended']);
    expect(await place.failback()).toMatchObject({ stage: next, call: { status: 'taken' } });
    expect(place.vault.taken).toHaveLength(1);
  });

  it('is not made when the world has changed since it was approved, and the change is shown', async () => {
    const place = await granted('completing');
    place.vault.providers = [provider({ connectionStatus: 'Disconnected' })];

    await place.step();
    expect(place.vault.sent).toEqual([]);
    expect(await place.failback()).toMatchObject({
      stage: 'awaitingCompletion',
      voided: [
        {
          name: 'onPremisesServer',
          now: coded('serverInState', { server: 'host-a', state: namedState('Disconnected') }),
        },
      ],
    });
    await place.step();
    expect((await place.failback()).gate?.because).toHaveLength(1);
  });

  it('is not made when the item vanished since it was approved', async () => {
    const place = await granted('committing');
    place.vault.item = undefined;

    await place.step();
    expect(place.vault.sent).toEqual([]);
    expect((await place.failback()).stage).toBe('verifying');
  });

  it('is not made when the approval ran out while Azure was read', async () => {
    const place = await granted('starting');
    place.vault.whileReading = () => place.clock.pass(POLICY.grantMs);

    await place.step();
    expect(place.vault.sent).toEqual([]);
    expect((await place.failback()).stage).toBe('awaitingDirection');
  });

  it('that nobody has to approve waits for Azure to offer it', async () => {
    const place = await at(storyAt('reversing'), { item: homeItem(), job: doneJob() });

    expect(await place.step()).toEqual({ events: [], wakeAt: place.clock.now() + FAST_MS });
    await place.clock.advance(POLICY.settleMs);
    await place.step();
    expect(choicesOf(await place.failback())).toEqual([
      'again awaitingReverse',
      'abandon abandoned',
    ]);
    expect(place.vault.sent).toEqual([]);
  });

  it.each([
    ['starting', 'again checking'],
    ['completing', 'again awaitingCompletion'],
    ['committing', 'again verifying'],
    ['reversing', 'again awaitingReverse'],
  ] as const)('of %s that Azure refuses is left to a person', async (stage, again) => {
    const place = await granted(stage);
    answerWith(place, 'refused');

    await place.step();
    expect(await place.failback()).toMatchObject({ stage, hold: { reason: 'callRefused' } });
    expect(choicesOf(await place.failback())).toEqual([again, 'abandon abandoned']);
  });

  it('that was throttled waits as long as Azure asks, or longer the longer it takes', async () => {
    const place = await granted('starting');
    answerWith(place, 'throttled');
    await place.step();
    expect((await place.failback()).call).toMatchObject({
      status: 'postponed',
      retryAt: place.clock.now() + 5_000,
    });

    await place.clock.advance(100_000);
    answerWith(place, 'throttled');
    await place.step();
    expect((await place.failback()).call?.retryAt).toBe(place.clock.now() + 50_000);
  });

  it('that was accepted without an id, or not answered, is looked for', async () => {
    for (const answer of ['acceptedWithoutId', 'unknownButTaken'] as const) {
      const place = await granted('starting');
      answerWith(place, answer);
      await place.step();
      expect((await place.failback()).call?.status).toBe('uncertain');

      await place.step();
      expect(await place.failback()).toMatchObject({
        stage: 'synchronizing',
        failoverJobId: `${FAILOVER_JOB}-1`,
      });
      expect(place.vault.taken).toHaveLength(1);
    }
  });

  it('that was lost is sent again only after Azure had its time to show it', async () => {
    const place = await granted('starting');
    answerWith(place, 'unknownAndLost');
    await place.step();
    await place.clock.advance(POLICY.settleMs - 1);
    expect(await place.step()).toEqual({ events: [], wakeAt: place.clock.now() + FAST_MS });

    await place.clock.advance(1);
    await place.step();
    expect((await place.failback()).call?.status).toBe('notTaken');
    await place.step();
    expect(await place.failback()).toMatchObject({ stage: 'synchronizing', call: { attempt: 2 } });
  });

  it('is not found to be lost by a look that began too early and took long', async () => {
    const place = await granted('starting');
    place.vault.lagMs = 10_000;
    answerWith(place, 'unknownButTaken');
    await place.step();

    place.vault.whileReading = () => place.clock.pass(POLICY.settleMs);
    await place.step();
    expect((await place.failback()).call?.status).toBe('uncertain');
    place.vault.whileReading = () => {};
    await place.step();
    expect((await place.failback()).stage).toBe('synchronizing');
  });

  it.each([
    ['starting', ['adopt synchronizing', 'again checking', 'abandon abandoned']],
    ['reversing', ['adopt reversing', 'again awaitingReverse', 'abandon abandoned']],
  ] as const)(
    'of %s is left to a person when somebody else started the like',
    async (stage, choices) => {
      const place = await granted(stage);
      answerWith(place, 'unknownAndLost');
      await place.step();
      place.vault.elsewhere(stage === 'starting' ? 'plannedFailover' : 'reverseReplicate');

      await place.step();
      expect(choicesOf(await place.failback())).toEqual(choices);
      const by = jun;
      const [adoption] = (await place.failback()).hold?.choices ?? [];
      const { name: choice = '', leadsTo = 'abandoned' } = adoption ?? {};
      await place.failbacks.append(
        await place.failback(),
        [{ type: 'holdReleased', by, choice, leadsTo }],
        place.clock.now(),
      );
      expect(await place.failback()).toMatchObject({ call: { status: 'taken' } });
    },
  );

  it('for the commit is left to a person when no job is found but Azure shows it as done', async () => {
    const place = await granted('committing');
    answerWith(place, 'unknownAndLost');
    await place.step();
    place.vault.item = committedItem();
    await place.clock.advance(POLICY.settleMs);

    await place.step();
    expect(choicesOf(await place.failback())).toEqual([
      'follow reversing',
      'again verifying',
      'abandon abandoned',
    ]);
  });

  it('that goes on after an unclear commit replicates in reverse once, without the old approval', async () => {
    const place = await granted('committing');
    answerWith(place, 'unknownAndLost');
    await place.step();
    place.vault.item = committedItem();
    await place.clock.advance(POLICY.settleMs);
    await place.step();
    const follow: FailbackEvent = {
      type: 'holdReleased',
      by: jun,
      choice: 'follow',
      leadsTo: 'reversing',
    };
    await place.failbacks.append(await place.failback(), [follow], place.clock.now());
    place.vault.answers.reverseReplicate = [];

    await place.step();
    expect(await place.failback()).toMatchObject({ stage: 'reversing', call: { status: 'taken' } });
    expect(place.vault.taken).toEqual(['reverseReplicate']);
  });
});

/** What the next call gets for an answer, whichever it is. */
function answerWith({ vault }: Place, answer: Answer): void {
  for (const operation of [
    'plannedFailover',
    'completeFailover',
    'commit',
    'reverseReplicate',
  ] as const)
    vault.answers[operation] = [answer];
}
