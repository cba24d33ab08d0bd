import type { Check } from './check.ts';
import { type Held, type HoldChoice, held } from './holds.ts';
import { coded } from './words/coded.ts';
import type { Statement } from './words/statement.ts';

/** Goes on although it is not supported as far as the evidence goes. */
const overrideSupport: HoldChoice = {
  name: 'override',
  means: coded('continueUnsupported'),
  leadsTo: 'checking',
  needsReason: true,
};

/** Stops before anything is asked, because the product does not support it as far as the evidence goes. */
export const heldUnsupported = (checks: readonly Check[]): Held =>
  held('notSupported', Object.fromEntries(checks.map(evidence)), [overrideSupport]);

const evidence = ({ name, finding, source }: Check): [name: string, value: Statement] => [
  name,
  source === undefined ? finding : { list: [finding, source], between: ' ' },
];
