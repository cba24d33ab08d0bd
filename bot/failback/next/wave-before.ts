import type { Failback } from '../state/failback.ts';
import { type Held, type HoldChoice, held } from '../state/holds.ts';
import { stageMeaning } from '../state/stages.ts';
import { coded } from '../words/coded.ts';
import type { HoldEvidence } from '../words/facts.ts';

/** Stops a failback whose wave cannot begin: VMs of the wave before are not home, and do not go on by themselves. */
export function waveBroken(missing: readonly Failback[]): Held {
  return held('waveBroken', missing.map(whereItIs), [WAIT, goOnWithout(missing)]);
}

const whereItIs = ({ id, target, hold, stage }: Failback): HoldEvidence => ({
  name: 'oneVm',
  vm: target.name,
  failback: id,
  value: hold === undefined ? stageMeaning(stage) : coded('onHold'),
});

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
const WITHOUT = 'waveWithout';

/** Whether a person has decided that this failback begins although that one is not home. */
export const isDoneWithout = ({ accepted }: Failback, { id }: Failback): boolean =>
  accepted.some((key) => key.startsWith(`${WITHOUT} `) && key.split(' ').includes(id));
