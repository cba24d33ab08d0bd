import type { Failback } from './failback.ts';
import { type Held, type HoldChoice, held } from './holds.ts';
import { STAGES } from './stages.ts';
import { phrase, type Words } from './words.ts';

/** Stops a failback whose wave cannot begin: VMs of the wave before are not home, and do not go on by themselves. */
export function waveBroken(missing: readonly Failback[]): Held {
  return held('waveBroken', Object.fromEntries(missing.map(whereItIs)), [
    WAIT,
    goOnWithout(missing),
  ]);
}

const whereItIs = ({ id, target, hold, stage }: Failback): readonly [string, Words] => [
  `${target.name} (${id})`,
  hold === undefined ? STAGES[stage].meaning : phrase('On hold: the bot waits for a choice.'),
];

const WAIT: HoldChoice = {
  name: 'wait',
  means: phrase('Look at the wave before again, and wait for it if it goes on.'),
  leadsTo: 'checking',
};

const goOnWithout = (missing: readonly Failback[]): HoldChoice => ({
  name: 'without',
  means: phrase('Begin this wave although these VMs are not home.'),
  leadsTo: 'checking',
  accepts: [WITHOUT, ...missing.map(({ id }) => id)].join(' '),
});

/** Begins what is accepted with that choice; the ids follow. */
const WITHOUT = 'the wave begins without';

/** Whether a person has decided that this failback begins although that one is not home. */
export const isDoneWithout = ({ accepted }: Failback, { id }: Failback): boolean =>
  accepted.some((key) => key.startsWith(`${WITHOUT} `) && key.split(' ').includes(id));
