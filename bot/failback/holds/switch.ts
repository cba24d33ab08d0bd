import {
  evidenceOf,
  type Held,
  type HoldChoice,
  held,
  startOver,
  WITHOUT_SWITCH,
} from '../state/holds.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';
/** Brings the VM to a server that lacks a switch it needs. */
export const goOnWithoutSwitch: HoldChoice = {
  name: 'without',
  means: coded('continueWithoutSwitch'),
  leadsTo: 'checking',
  accepts: WITHOUT_SWITCH,
};

/** Stops because the switch was not made, or nobody knows. It is never made a second time without a new question. */
export const switchNotMade = (name: string, answer: Statement, why: Statement): Held =>
  held('switchNotMade', evidenceOf({ virtualSwitch: name, answer, why }), [
    startOver,
    goOnWithoutSwitch,
  ]);
