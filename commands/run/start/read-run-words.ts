import type { Synchronization } from '../../../bot/failback/ports/site-recovery.ts';
import {
  SYNCHRONIZATION_KEYWORDS,
  SYNCHRONIZATIONS,
} from '../../../bot/messages/words/synchronization-words.ts';
import { namesIn, readWaves } from './read-waves.ts';

/** Something that is said of all VMs of a run, or of those that are named behind `for`. */
export interface Clause {
  readonly synchronization?: Synchronization;
  /** The server of an alternate location, as it was typed. */
  readonly server?: string;
  readonly createsVm?: true;
  /** Absent: all of them. */
  readonly only?: readonly string[];
}

/** What was typed of several VMs. */
export interface RunWords {
  /** The names, wave after wave. */
  readonly waves: readonly (readonly string[])[];
  readonly clauses: readonly Clause[];
  readonly channel?: string;
  /** Words behind an option that belong to nothing. */
  readonly stray: readonly string[];
}

/**
 * `db-01 then web-01 web-02 full-download for db-01 to HV-02 in incident`: first the VMs, then what is said of them. The
 * channel's name ends where an option begins.
 */
export function readRunWords(words: readonly string[]): RunWords {
  const { rest, channel } = readChannel(words);
  const at = rest.findIndex((word, index) => index > 0 && isOption(word));
  const [vms, options] = at < 0 ? [rest, []] : [rest.slice(0, at), rest.slice(at)];
  const read = groupsOf(options).map(readClause);
  return {
    waves: readWaves(vms),
    clauses: read.map(({ clause }) => clause),
    stray: read.flatMap(({ stray }) => stray),
    ...(channel !== undefined && { channel }),
  };
}

const CREATE = 'create-vm';
const TO = 'to';
const FOR = 'for';
const OPTIONS: readonly string[] = [TO, CREATE, ...Object.values(SYNCHRONIZATION_KEYWORDS)];

const isOption = (word: string): boolean => OPTIONS.includes(word.toLowerCase());

function readChannel(words: readonly string[]) {
  const at = words.findLastIndex((word) => word.toLowerCase() === 'in');
  if (at < 1) return { rest: words };
  const behind = words.slice(at + 1);
  const end = behind.findIndex(isOption);
  const name = end < 0 ? behind : behind.slice(0, end);
  return {
    rest: [...words.slice(0, at), ...behind.slice(name.length)],
    channel: name.join(' '),
  };
}

/** Every option with the words behind it. */
function groupsOf(words: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const word of words) {
    if (isOption(word)) groups.push([word]);
    else groups.at(-1)?.push(word);
  }
  return groups;
}

function readClause([option = '', ...words]: readonly string[]) {
  const { said, behind } = readOption(option.toLowerCase(), words);
  const isLimited = behind[0]?.toLowerCase() === FOR;
  const clause: Clause = { ...said, ...(isLimited && { only: namesIn(behind.slice(1)) }) };
  return { clause, stray: isLimited ? [] : behind };
}

function readOption(option: string, words: readonly string[]) {
  const [server = '', ...behind] = words;
  if (option === TO) return { said: { server }, behind };
  if (option === CREATE) return { said: { createsVm: true as const }, behind: words };
  const kind = SYNCHRONIZATIONS.find((one) => SYNCHRONIZATION_KEYWORDS[one] === option);
  return { said: kind === undefined ? {} : { synchronization: kind }, behind: words };
}
