import { type Held, type HoldChoice, held } from '../state/holds.ts';
import type { Check } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import { type HoldEvidence, subjectOf } from '../words/facts.ts';

/** Goes on although it is not supported as far as the evidence goes. */
const overrideSupport: HoldChoice = {
  name: 'override',
  means: coded('continueUnsupported'),
  leadsTo: 'checking',
  needsReason: true,
};

/** Stops before anything is asked, because the product does not support it as far as the evidence goes. */
export const heldUnsupported = (checks: readonly Check[]): Held =>
  held('notSupported', checks.map(evidence), [overrideSupport]);

const evidence = ({ finding, source, ...check }: Check): HoldEvidence => ({
  ...subjectOf(check),
  value: source === undefined ? finding : { list: [finding, source], between: ' ' },
});
