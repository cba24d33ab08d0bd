import { type Held, type HoldChoice, held, startOver } from './holds.ts';
import { phrase, type Words } from './words.ts';

/** The key under which a person accepts that the VM comes up without a network. */
export const WITHOUT_SWITCH = 'a virtual switch is missing';

/** Brings the VM to a server that lacks a switch it needs. */
export const goOnWithoutSwitch: HoldChoice = {
  name: 'without',
  means: phrase(
    'Go on without the switch. The VM comes up without that network: connect it in Hyper-V afterwards. What is proven by its network will not hold until then.',
  ),
  leadsTo: 'checking',
  accepts: WITHOUT_SWITCH,
};

/** Stops because the switch was not made, or nobody knows. It is never made a second time without a new question. */
export const switchNotMade = (name: string, answer: string, why: Words): Held =>
  held('switchNotMade', { 'Virtual switch': name, Answer: answer, Why: why }, [
    startOver,
    goOnWithoutSwitch,
  ]);
