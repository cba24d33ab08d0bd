import type { Check } from './check.ts';
import { type Held, type HoldChoice, held } from './holds.ts';
import { phrase, type Words } from './words.ts';

/** Goes on although it is not supported as far as the evidence goes. */
const overrideSupport: HoldChoice = {
  name: 'override',
  means: phrase(
    'Go on although this is not supported. Your name and your reason are recorded and shown where the direction is decided.',
  ),
  leadsTo: 'checking',
  needsReason: true,
};

/** Stops before anything is asked, because the product does not support it as far as the evidence goes. */
export const heldUnsupported = (checks: readonly Check[]): Held =>
  held('notSupported', Object.fromEntries(checks.map(evidence)), [overrideSupport]);

const evidence = ({ name, finding, source }: Check): [name: string, value: Words] => [
  name,
  source === undefined ? finding : phrase('{finding} {source}', { finding, source }),
];
