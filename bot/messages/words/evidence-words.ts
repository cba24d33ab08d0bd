import type { Words } from '../../chat/message/phrase.ts';
import type { HoldEvidence } from '../../failback/words/facts.ts';
import { GATE_NAMES } from './gate-names.ts';
import { OPERATION_NAMES } from './operation-names.ts';

/** Calls and questions are kept by their own names; people read Azure's. */
const IN_WORDS: Partial<Record<HoldEvidence['name'], Readonly<Record<string, Words>>>> = {
  call: OPERATION_NAMES,
  question: GATE_NAMES,
};

/** What was seen when the bot stopped, as people say it. */
export function evidenceWords({ name, value }: HoldEvidence): Words {
  const words = IN_WORDS[name];
  return words !== undefined && typeof value === 'string' && Object.hasOwn(words, value)
    ? (words[value] ?? value)
    : value;
}
