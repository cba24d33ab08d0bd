import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../bot/failback/gates.ts';
import { DyingLedger, Killed } from '../../support/dying-ledger.ts';
import type { Answer } from './fake-vault.ts';
import { ID, newWorld, RunnerRig } from './runner-rig.ts';

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
