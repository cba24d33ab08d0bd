import type { Failback } from './failback.ts';
import { type Held, type HoldChoice, held } from './holds.ts';
import { stageMeaning } from './stages.ts';
import { coded } from './words/coded.ts';
import type { Statement } from './words/statement.ts';

/** Stops a failback whose wave cannot begin: VMs of the wave before are not home, and do not go on by themselves. */
export function waveBroken(missing: readonly Failback[]): Held {
  return held('waveBroken', Object.fromEntries(missing.map(whereItIs)), [
    WAIT,
    goOnWithout(missing),
  ]);
}

const whereItIs = ({ id, target, hold, stage }: Failback): readonly [string, Statement] => [
  `${target.name} (${id})`,
  hold === undefined ? stageMeaning(stage) : coded('onHold'),
];

const WAIT: HoldChoice = {
  name: 'wait',
  means: coded('waitForWave'),
  leadsTo: 'checking',
};

const goOnWithout = (missing: readonly Failback[]): HoldChoice => ({
  name: 'without',
  means: coded('beginWaveWithout'),
  leadsTo: 'checking',
  accepts: [WITHOUT, ...missing.map(({ id }) => id)].join(' '),
});

/** Begins what is accepted with that choice; the ids follow. */
const WITHOUT = 'the wave begins without';

/** Whether a person has decided that this failback begins although that one is not home. */
export const isDoneWithout = ({ accepted }: Failback, { id }: Failback): boolean =>
  accepted.some((key) => key.startsWith(`${WITHOUT} `) && key.split(' ').includes(id));
