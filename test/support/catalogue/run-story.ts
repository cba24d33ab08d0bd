import { fold } from '../../../bot/failback/evolve/evolve.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import type { Run } from '../../../bot/failback/state/run.ts';
import { runNamedAfter, type WavePlace } from '../../../bot/failback/state/wave-place.ts';
import type { Story } from '../failback-story.ts';

/** The VMs of a wave by name, each with its story. */
export type Wave = Readonly<Record<string, Story>>;

/** A run of these waves: the stories as they would have been told of these VMs. The ids are `FB-` and the VM's name. */
export function runOf(...waves: readonly Wave[]): Run {
  const ids = waves.map((wave) => Object.keys(wave).map(idOf));
  const run = runNamedAfter(ids[0]?.[0] ?? '');
  return {
    id: run,
    waves: waves.map((wave, index) =>
      Object.entries(wave).map(([vm, story]) =>
        memberOf(story, idOf(vm), vm, { run, number: index + 1, waves: ids }),
      ),
    ),
  };
}

const idOf = (vm: string): string => `FB-${vm.toUpperCase()}`;

/** The failback of this VM. */
export function vmOf({ waves }: Run, vm: string): Failback {
  const found = waves.flat().find(({ id }) => id === idOf(vm));
  if (found === undefined) throw new Error(`${vm} is not in the run`);
  return found;
}

/** The story as it would have been told of another VM, in its place in a run. */
export function memberOf(story: Story, id: string, vm: string, wave: WavePlace): Failback {
  const entries = story.entries.map((entry) => {
    const { event } = entry;
    const retold =
      event.type === 'requested'
        ? { ...event, wave, target: { ...event.target, name: vm, itemId: `item-${id}` } }
        : event;
    return { ...entry, stream: id, event: retold };
  });
  return fold(entries) as Failback;
}
