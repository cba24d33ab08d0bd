import type { EventOf } from '../../../../bot/failback/state/events.ts';
import type { Policy } from '../../../../bot/failback/state/policy.ts';
import { runNamedAfter } from '../../../../bot/failback/state/wave-place.ts';
import { provider } from '../../../support/azure-records.ts';
import { requested } from '../../../support/failback-story.ts';
import { moveElsewhere } from '../../../support/fakes/elsewhere.ts';
import { FakePlanVault, SHOP } from '../../../support/fakes/fake-plan-vault.ts';
import { FakeVault } from '../../../support/fakes/fake-vault.ts';
import { ID, newWorldWithHost } from '../../../support/runner-rig.ts';
import type { Setting } from './stories.ts';

/** One failback of a life, and the vault that its VM or plan is in. */
export interface Member {
  readonly id: string;
  readonly vault: FakeVault;
  readonly request: EventOf<'requested'>;
}

export type LifeWorld = ReturnType<typeof newWorldWithHost>;

/** What a setting describes: the world, and all that is asked for in it. */
export function newParty(
  setting: Setting,
  policy: Partial<Policy>,
): { readonly world: LifeWorld; readonly members: readonly Member[] } {
  const { party, isElsewhere, lagMs, startAction, synchronization } = setting;
  const world = newWorldWithHost(party === 'plan' ? FakePlanVault : FakeVault);
  world.host.touch({ startAction });
  if (isElsewhere && party !== 'plan') moveElsewhere(world);
  const vaults = [world.vault, ...(party === 'run' ? othersIn(world) : [])];
  for (const vault of vaults) vault.lagMs = lagMs;
  if (party === 'adopted') beginInPortal(world, setting.hasBegunDowntime);
  const ids = party === 'run' ? [ID, 'FB-EAST', 'FB-WEST'] : [ID];
  const waves = [ids.slice(0, 2), ids.slice(2)];
  const asked = requested(policy, synchronization);
  const members = vaults.map((vault, index): Member => {
    const id = ids[index] ?? ID;
    const number = waves.findIndex((wave) => wave.includes(id)) + 1;
    const target = party === 'plan' ? SHOP : { ...asked.target, vault: vault.vault };
    const request = {
      ...asked,
      target,
      ...(vault.destination && { destination: vault.destination }),
      ...(party === 'adopted' && { adopts: true as const }),
      ...(party === 'run' && { wave: { run: runNamedAfter(ID), number, waves } }),
    };
    return { id, vault, request };
  });
  return { world, members };
}

/** Their servers have no host connector. */
function othersIn({ clock }: LifeWorld): readonly FakeVault[] {
  return ['east', 'west'].map((name) => {
    const vault = new FakeVault(clock, name);
    vault.providers = [provider({ name: 'host-z' })];
    return vault;
  });
}

/** Somebody has started the planned failover in the portal, and may have completed it, too. */
function beginInPortal({ vault, clock }: LifeWorld, hasBegunDowntime: boolean): void {
  vault.elsewhere('plannedFailover');
  if (!hasBegunDowntime) return;
  clock.pass(120_000);
  vault.elsewhere('completeFailover');
}
