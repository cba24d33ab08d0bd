import { GATE_NAMES } from '../chat/gate-names.ts';
import { stateWords } from '../failback/state-words.ts';
import { phrase, quoted, type Words } from '../failback/words.ts';
import { OPERATION_NAMES } from './operation-names.ts';

/** The domain names calls, questions and places by its own words; people read Azure's. */
const IN_WORDS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  Call: OPERATION_NAMES,
  Question: GATE_NAMES,
  'Data synchronization': {
    beforeFailover: phrase('before failover'),
    fullDownload: phrase('full download'),
  },
  'Active location': {
    azure: 'Azure',
    onPremises: phrase('on-premises'),
    unknown: phrase('not known'),
  },
  Answer: {
    ok: phrase('ok'),
    unreachable: phrase('not reached'),
    forbidden: phrase('not allowed'),
    absent: phrase('not there'),
    failed: phrase('failed'),
    unknown: phrase('not certain'),
  },
};

/** What stands in a fact where nothing is known. */
const ANYWHERE: Readonly<Record<string, Words>> = {
  nothing: phrase('nothing'),
  'not known': phrase('not known'),
  'not said': phrase('not said'),
  'not seen': phrase('not seen'),
  'unknown: not seen': phrase('not seen'),
  true: phrase('yes'),
  false: phrase('no'),
  given: phrase('given'),
  'not used in time': phrase('not used in time'),
};

/** Entries of before hold what Azure said as it is; later ones have it quoted. */
const SAID_BY_AZURE =
  /^(Message|Azure says|Task|Errors|(Error|Possible causes|Recommended action)( [0-9])?)$/;

/** The value of a fact as people say it; anything that the bot has no words for stays as it is. */
export function factWords(name: string, value: Words): Words {
  if (typeof value !== 'string') return value;
  if (SAID_BY_AZURE.test(name)) return quoted('Azure', value);
  if (name === 'State' || name === 'Health') return stateWords(value);
  const words = { ...ANYWHERE, ...IN_WORDS[name] };
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
