import { GATE_NAMES } from '../chat/gate-names.ts';
import type { Words } from '../chat/phrase.ts';
import type { Evidence } from '../failback/facts.ts';
import { OPERATION_NAMES } from './operation-names.ts';

/** Calls and questions are kept by their own names; people read Azure's. */
const IN_WORDS: Partial<Record<Evidence['name'], Readonly<Record<string, Words>>>> = {
  call: OPERATION_NAMES,
  question: GATE_NAMES,
};

/** What was seen when the bot stopped, as people say it. */
export function evidenceWords({ name, value }: Evidence): Words {
  const words = IN_WORDS[name];
  return words !== undefined && typeof value === 'string' && Object.hasOwn(words, value)
    ? (words[value] ?? value)
    : value;
}
