import { describe, expect, it } from 'vitest';
import { askToCancelOrEnd } from '../../../bot/failback/decide/decide.ts';
import type { Operation } from '../../../bot/failback/state/gates.ts';
import { mina } from '../../support/failback-story.ts';
import { DyingLedger, Killed } from '../../support/fakes/dying-ledger.ts';
import type { Trouble } from '../../support/fakes/fake-host.ts';
import type { Answer } from '../../support/fakes/fake-vault.ts';
import { ID, newWorld, newWorldWithHost, RunnerRig } from '../../support/runner-rig.ts';

const CALLS: readonly Operation[] = [
  'plannedFailover',
  'completeFailover',
  'commit',
  'reverseReplicate',
];
const UNCLEAR: readonly Answer[] = ['acceptedWithoutId', 'unknownButTaken', 'unknownAndLost'];

interface Case {
  readonly operation?: Operation;
  readonly answer?: Answer;
  readonly lagMs?: number;
}

const CASES: readonly Case[] = [
  {},
  { lagMs: 20_000 },
  ...CALLS.flatMap((operation) => UNCLEAR.map((answer) => ({ operation, answer, lagMs: 20_000 }))),
];

function worldOf({ operation, answer, lagMs = 0 }: Case) {
  const world = newWorld();
  world.vault.lagMs = lagMs;
  if (operation && answer) world.vault.answers[operation] = [answer];
  return world;
}

/** Lives until the failback has ended, or until the ledger dies. */
async function live(rig: RunnerRig): Promise<void> {
  try {
    await rig.runner.start();
    if ((await rig.ledger.read(ID)).length === 0) await rig.begin();
    await rig.until(() => false);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    await rig.runner.stop();
  }
}

/** One whole life without a death; answers at which events it is worth dying. */
async function undisturbed(one: Case): Promise<readonly number[]> {
  const rig = new RunnerRig(worldOf(one));
  await live(rig);
  expect((await rig.failback()).stage).toBe('protected');
  const events = await rig.events();
  const intent = events.findIndex(
    (event) => event.type === 'callIntended' && event.operation === one.operation,
  );
  // Without an unclear call: everywhere. With one: around it, for the rest of such a life is the same.
  const everywhere = events.map((_, index) => index + 1);
  return one.operation ? everywhere.slice(intent, intent + 7) : everywhere;
}

/** A life that dies at an event, and the next one that takes up what is in the ledger. */
async function killedAt(one: Case, at: number, when: 'before' | 'after'): Promise<RunnerRig> {
  const world = worldOf(one);
  await live(new RunnerRig({ ...world, ledger: new DyingLedger(world.ledger, { at, when }) }));
  const next = new RunnerRig(world);
  await live(next);
  return next;
}

describe('a runner that is killed at every event in turn', () => {
  it.each(CASES)('ends at home, each call taken once: $operation $answer', async (one) => {
    for (const at of await undisturbed(one)) {
      for (const when of ['before', 'after'] as const) {
        const { vault, ...rig } = await killedAt(one, at, when);
        const failback = await rig.failbacks.get(ID);
        const where = `${when} event ${at}`;

        expect(failback?.stage, where).toBe('protected');
        expect(vault.taken, where).toEqual(CALLS);
        expect(vault.doubles, where).toEqual([]);
      }
    }
  });
});

const WRITES: readonly (Trouble | undefined)[] = [undefined, 'unknownButDone', 'unknownAndLost'];

describe('a runner with a server that is killed at every event in turn', () => {
  const worldWith = (first: Trouble | undefined, startAction: string) => {
    const world = newWorldWithHost();
    world.host.touch({ startAction });
    if (first) world.host.troubles.setStartAction = [first];
    return world;
  };

  it.each(
    WRITES.flatMap((trouble) =>
      ['StartIfRunning', 'Start', 'Nothing'].map((startAction) => ({ trouble, startAction })),
    ),
  )('leaves $startAction behind as it was: $trouble', async ({ trouble, startAction }) => {
    const whole = new RunnerRig(worldWith(trouble, startAction));
    await liveOn(whole);
    const events = await whole.events();
    expect((await whole.failback()).stage).toBe('protected');

    for (const [index] of events.entries()) {
      for (const when of ['before', 'after'] as const) {
        const world = worldWith(trouble, startAction);
        const dies = { at: index + 1, when };
        await liveOn(new RunnerRig({ ...world, ledger: new DyingLedger(world.ledger, dies) }));
        const next = new RunnerRig(world);
        await liveOn(next);
        const where = `${when} event ${index + 1}, ${events[index]?.type}`;

        expect((await next.failbacks.get(ID))?.stage, where).toBe('protected');
        expect(world.host.vm.startAction, where).toBe(startAction);
        expect(world.vault.taken, where).toEqual(CALLS);
        expect(world.vault.doubles, where).toEqual([]);
      }
    }
  });

  it.each(['before', 'after'] as const)(
    'puts it back too when it dies %s the end of a failback that was cancelled in time',
    async (when) => {
      const world = worldWith(undefined, 'Start');
      world.vault.answers.plannedFailover = ['throttled'];
      const first = new RunnerRig(world);
      await first.begin();
      await first.runner.start();
      await first.until(({ call }) => call?.status === 'postponed');
      expect(world.host.vm.startAction).toBe('Nothing');
      await first.runner.stop();

      const dying = new RunnerRig({
        ...world,
        ledger: new DyingLedger(world.ledger, { at: 1, when }),
      });
      await dying.runner.start();
      await cancelIt(dying);
      await dying.runner.stop();

      const next = new RunnerRig(world);
      await next.runner.start();
      // A click would wake it up: it has to take this up by itself.
      if ((await next.failback()).stage !== 'cancelled') await cancelIt(next);
      await next.clock.advance(10_000);
      await next.runner.stop();
      expect((await next.failback()).stage).toBe('cancelled');
      expect(world.host.vm.startAction).toBe('Start');
      const types = await next.typesSeen();
      expect(types.filter((type) => type === 'hostRestored')).toHaveLength(1);
    },
  );
});

async function cancelIt(rig: RunnerRig): Promise<void> {
  const at = rig.clock.now();
  try {
    await rig.failbacks.decide(ID, { by: mina, attempt: 'cancel', at }, (failback) =>
      askToCancelOrEnd(failback, mina, undefined),
    );
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

/** As `live`, and people have the bot try again; then what is left to be put back has its time. */
async function liveOn(rig: RunnerRig): Promise<void> {
  try {
    await rig.runner.start();
    if ((await rig.ledger.read(ID)).length === 0) await rig.begin();
    await rig.until(() => false, ['again']);
    await rig.clock.advance(10_000);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    await rig.runner.stop();
  }
}
