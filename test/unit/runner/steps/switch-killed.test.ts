import { describe, expect, it } from 'vitest';
import { requested } from '../../../support/failback-story.ts';
import { DyingLedger, isDeath } from '../../../support/fakes/dying-ledger.ts';
import { ELSEWHERE, moveElsewhere } from '../../../support/fakes/elsewhere.ts';
import type { Trouble } from '../../../support/fakes/fake-host.ts';
import { settle } from '../../../support/manual-clock.ts';
import { ID, newWorldWithHost, RunnerRig } from '../../../support/runner-rig.ts';

/** A server that lacks the switch that the VM needs, and has the VM once Azure has brought it home. */
function worldWith(trouble: Trouble | undefined) {
  const world = newWorldWithHost();
  moveElsewhere(world);
  if (trouble) world.host.troubles.createSwitch = [trouble];
  return world;
}

async function live(rig: RunnerRig): Promise<void> {
  try {
    if ((await rig.failback()) === undefined) {
      await rig.failbacks.begin(ID, { ...requested(), destination: ELSEWHERE }, rig.clock.now());
      await settle();
    }
    await rig.runner.start();
    await rig.until(({ stage }) => stage === 'protected', ['again']);
  } catch (error) {
    if (!isDeath(error)) throw error;
  }
  await rig.runner.stop();
}

async function story(trouble: Trouble | undefined) {
  const world = worldWith(trouble);
  const rig = new RunnerRig(world);
  await live(rig);
  return { world, rig, types: await rig.typesSeen(), events: await rig.events() };
}

describe('a virtual switch that is missing', () => {
  it('is asked for, written down, made once and seen before the direction is asked for', async () => {
    const { world, types, rig } = await story(undefined);

    expect((await rig.failback()).stage).toBe('protected');
    expect(types.slice(0, 9)).toEqual([
      'requested',
      'checked',
      'gateOpened',
      'voteCast',
      'gatePassed',
      'switchIntended',
      'switchesObserved',
      'checked',
      'gateOpened',
    ]);
    expect(world.host.writes).toEqual(['createSwitch Lab']);
  });

  it('whose answer was lost is found, and not made again', async () => {
    const { world, types } = await story('unknownButDone');

    expect(types).not.toContain('held');
    expect(world.host.writes).toEqual(['createSwitch Lab']);
  });

  it.each(['unknownAndLost', 'failed', 'forbidden', 'ignored'] as const)(
    'that was not made (%s) is made only after it was asked for once more',
    async (trouble) => {
      const { world, events } = await story(trouble);
      const asked = events.filter(
        (event) => event.type === 'gateOpened' && event.gate === 'switch',
      );

      expect(events).toContainEqual(
        expect.objectContaining({ type: 'held', reason: 'switchNotMade' }),
      );
      expect(asked).toHaveLength(2);
      expect(world.host.writes).toEqual(['createSwitch Lab', 'createSwitch Lab']);
      expect(world.host.switches).toEqual(['production', 'Lab']);
    },
  );

  it('that somebody else makes meanwhile is not made', async () => {
    const world = worldWith(undefined);
    const rig = new RunnerRig(world);
    await rig.failbacks.begin(ID, { ...requested(), destination: ELSEWHERE }, rig.clock.now());
    await rig.runner.start();
    await rig.until(({ gate }) => gate?.kind === 'switch');
    world.host.switches = ['LAB'];
    await rig.until(({ gate }) => gate?.kind === 'direction');
    await rig.runner.stop();

    expect(world.host.writes).toEqual([]);
  });

  it.each([undefined, 'unknownButDone', 'unknownAndLost'] as const)(
    'is never made twice, wherever the bot is killed: %s',
    { timeout: 30_000 },
    async (trouble) => {
      const { types } = await story(trouble);
      const upTo = types.lastIndexOf('switchesObserved') + 3;
      for (let at = 1; at <= upTo; at += 1) {
        for (const when of ['before', 'after'] as const) {
          const world = worldWith(trouble);
          await live(
            new RunnerRig({ ...world, ledger: new DyingLedger(world.ledger, { at, when }) }),
          );
          const next = new RunnerRig(world);
          await live(next);
          const where = `${when} event ${at}, ${types[at - 1]}`;
          const intents = (await next.typesSeen()).filter((type) => type === 'switchIntended');

          expect((await next.failbacks.get(ID))?.stage, where).toBe('protected');
          expect(world.host.switches, where).toEqual(['production', 'Lab']);
          expect(world.host.writes.length, where).toBeLessThanOrEqual(intents.length);
          expect(world.vault.doubles, where).toEqual([]);
        }
      }
    },
  );
});
