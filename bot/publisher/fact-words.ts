import { GATE_NAMES } from '../chat/gate-names.ts';
import { phrase, type Words } from '../chat/phrase.ts';
import { quoted } from '../failback/words/coded.ts';
import { namedState } from '../failback/words/statement.ts';

import { STATE_WORDS } from '../messages/words/states.ts';
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
  none: phrase('nothing'),
  'not known': phrase('not known'),
  'not known to Azure': phrase('not known to Azure'),
  'not said': phrase('not said'),
  'not seen': phrase('not seen'),
  'not checked': phrase('not checked'),
  'not seen: unreachable': phrase('not seen, its server was not reached'),
  'not seen: forbidden': phrase('not seen, the account of the bot may not look'),
  'not seen: absent': phrase('not seen, its server has no such VM'),
  'not seen: failed': phrase('not seen, its server could not say'),
  'not seen: unknown': phrase('not seen, its server gave no certain answer'),
  holds: phrase('proven'),
  'does not hold': phrase('not proven'),
  'let pass': phrase('let pass without proof'),
  'unknown: not seen': phrase('not seen'),
  true: phrase('yes'),
  false: phrase('no'),
  given: phrase('given'),
  'not used in time': phrase('not used in time'),
};

const stateOrQuote = (value: string): Words => {
  return Object.hasOwn(STATE_WORDS, value) ? namedState(value) : quoted('Azure', value);
};

/** `HV-01: Connected, HV-02: Disconnected`, as it is approved. */
function serverStates(value: string): Words {
  const list = value.split(', ').map((one): Words => {
    const [, name, state] = /^(.+): (\w+)$/.exec(one) ?? [];
    return name === undefined || state === undefined
      ? one
      : phrase('{name}: {state}', { name, state: namedState(state) });
  });
  return phrase('{all}', { all: { list, between: ', ' } });
}

/** Entries of before hold what Azure said as it is; later ones have it quoted. */
const SAID_BY_AZURE =
  /^(Message|Azure says|Task|Errors|(Error|Possible causes|Recommended action)( [0-9])?)$/;

/** Of a VM, or of one of several: `web-01: On-premises power`. */
const POWER = /(^|: )On-premises power$/;

/** The value of a fact as people say it; anything that the bot has no words for stays as it is. */
export function factWords(name: string, value: Words): Words {
  if (typeof value !== 'string') return value;
  if (SAID_BY_AZURE.test(name)) return quoted('Azure', value);
  if (name === 'State') return stateOrQuote(value);
  if (POWER.test(name)) return namedState(value);
  if (name === 'Health') return namedState(value);
  if (name === 'On-premises server' && !Object.hasOwn(ANYWHERE, value)) return serverStates(value);
  const words = { ...ANYWHERE, ...IN_WORDS[name] };
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
