import { GATE_NAMES } from '../chat/gate-names.ts';
import { OPERATION_NAMES } from './operation-names.ts';

/** The domain names calls, questions and places by its own words; people read Azure's. */
const IN_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Call: OPERATION_NAMES,
  Question: GATE_NAMES,
  'Data synchronization': { beforeFailover: 'before failover', fullDownload: 'full download' },
  'Active location': { azure: 'Azure', onPremises: 'on-premises', unknown: 'not known' },
};

/** The value of a fact as people say it; anything that the bot has no words for stays as it is. */
export function factWords(name: string, value: string): string {
  const words = IN_WORDS[name] ?? {};
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
