import { fold } from '../../bot/failback/evolve.ts';
import type { Failback } from '../../bot/failback/failback.ts';
import type { Run } from '../../bot/failback/run.ts';
import { runNamedAfter } from '../../bot/failback/wave-place.ts';
import type { Story } from './failback-story.ts';

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
        member(vm, story, { run, number: index + 1, waves: ids }),
      ),
    ),
  };
}

export const idOf = (vm: string): string => `FB-${vm.toUpperCase()}`;

/** The failback of this VM. */
export function vmOf({ waves }: Run, vm: string): Failback {
  const found = waves.flat().find(({ id }) => id === idOf(vm));
  if (found === undefined) throw new Error(`${vm} is not in the run`);
  return found;
}

function member(vm: string, story: Story, wave: NonNullable<Failback['wave']>): Failback {
  const entries = story.entries.map((entry) => {
    const { event } = entry;
    const retold =
      event.type === 'requested'
        ? { ...event, wave, target: { ...event.target, name: vm, itemId: `item-${vm}` } }
        : event;
    return { ...entry, stream: idOf(vm), event: retold };
  });
  return fold(entries) as Failback;
}
