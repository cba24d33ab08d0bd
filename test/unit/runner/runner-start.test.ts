import { describe, expect, it } from 'vitest';
import { requested } from '../../support/failback-story.ts';
import { FakeVault } from '../../support/fakes/fake-vault.ts';
import { settle } from '../../support/manual-clock.ts';
import { newWorld, RunnerRig } from '../../support/runner-rig.ts';

/** Holds back every read of a kind until it is let go. */
function holdBack<K extends 'readProtectedItem' | 'listProtectedItems' | 'readJob'>(
  vault: FakeVault,
  kind: K,
): { readonly letGo: () => Promise<void>; readonly asked: () => number } {
  let letGo = () => {};
  let asked = 0;
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const read = vault[kind].bind(vault) as (...args: readonly unknown[]) => Promise<unknown>;
  const held = async (...args: readonly unknown[]) => {
    asked += 1;
    await released;
    return read(...args);
  };
  Object.assign(vault, { [kind]: held });
  return {
    asked: () => asked,
    async letGo() {
      letGo();
      await settle();
      await settle();
    },
  };
}

/** A world in which an earlier life of the bot has come to a question. */
async function worldAsking(gate: 'direction' | 'complete') {
  const world = newWorld();
  const earlier = new RunnerRig(world);
  await earlier.runner.start();
  await earlier.begin();
  await earlier.until((failback) => failback.gate?.kind === gate);
  await earlier.runner.stop();
  return world;
}

describe('a start of the runner', () => {
  it('is over before the first look at what is open', async () => {
    const world = newWorld();
    const rig = new RunnerRig(world);
    await rig.begin();
    const look = holdBack(world.vault, 'readProtectedItem');

    await rig.runner.start();
    await settle();
    expect((await rig.failback()).stage).toBe('checking');
    await look.letGo();
    expect((await rig.failback()).stage).toBe('awaitingDirection');
    await rig.runner.stop();
  });

  it('lets a vault that does not answer hold up no other one', async () => {
    const world = newWorld();
    const south = new FakeVault(world.clock, 'south');
    const rig = new RunnerRig({ ...world, otherVaults: [south] });
    holdBack(world.vault, 'readProtectedItem');
    await rig.begin();
    const { target, ...rest } = requested();
    for (let count = 0; count < 12; count += 1) {
      const itemId = `/items/web-${count}`;
      const { vault } = target;
      const vm = { kind: 'protectedItem', vault, itemId, name: `web-${count}` } as const;
      await rig.failbacks.begin(`FB-N${count}`, { ...rest, target: vm }, world.clock.now());
    }
    const there = { kind: 'protectedItem', vault: 'south', itemId: '/items/x', name: 'x' } as const;
    await rig.failbacks.begin('FB-SOUTH', { ...rest, target: there }, world.clock.now());

    await rig.runner.start();
    await settle();
    expect(await rig.failbacks.get('FB-SOUTH')).toMatchObject({ stage: 'awaitingDirection' });
  });

  it('does not call what is approved at once, when somebody has begun it in the portal meanwhile', async () => {
    const world = await worldAsking('direction');
    world.vault.elsewhere('plannedFailover');
    const picture = holdBack(world.vault, 'listProtectedItems');
    const rig = new RunnerRig(world);

    await rig.runner.start();
    expect(await rig.approve()).toBeUndefined();
    await settle();
    expect(rig.runner.readAt('north')).toBeUndefined();
    expect(world.vault.sent).toEqual([]);
    expect(await rig.typesSeen()).toContain('grantVoided');
    await picture.letGo();
    await rig.runner.stop();
  });

  it('calls what is approved at once, although the vault was not read as a whole yet', async () => {
    const world = await worldAsking('direction');
    const picture = holdBack(world.vault, 'listProtectedItems');
    const rig = new RunnerRig(world);

    await rig.runner.start();
    await rig.approve();
    expect(world.vault.sent).toEqual(['plannedFailover']);
    await picture.letGo();
    await rig.runner.stop();
  });

  it('calls once what is approved while the first look at it is under way', async () => {
    const world = await worldAsking('complete');
    const rig = new RunnerRig(world);
    const look = holdBack(world.vault, 'readJob');
    await rig.runner.start();
    await settle();
    expect(look.asked()).toBe(1);

    await rig.approve();
    expect(world.vault.sent).toEqual(['plannedFailover']);
    await look.letGo();
    expect(world.vault.sent).toEqual(['plannedFailover', 'completeFailover']);
    await rig.runner.stop();
  });
});
