import type { Channel } from '../../../bot/chat/channels.ts';
import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { InputError } from '../../../bot/chat/input-error.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { shorten, shownName } from '../../../bot/chat/message/shorten.ts';
import { findNamedChannel, findOnlyChannel } from '../../find/find-channel.ts';
import { type FoundItem, findAmong, isNameAmong, listItems } from '../../find/find-target.ts';
import { type RunWords, readRunWords } from './read-run-words.ts';
import { type RequestedVm, wishedVms } from './requested-vms.ts';

/** What is to come home together, wave after wave, and the channel in which it is decided. */
export interface RunStartRequest {
  readonly waves: readonly (readonly RequestedVm[])[];
  readonly home: Channel;
  /** Where nothing is said of how the data of a VM travels, it is as advised. */
  readonly isAsAdvised?: boolean;
}

/** So many VMs fit into one question, with what has to be known of each. */
const MAX_VMS = 20;

/**
 * `web-01 web-02`, `db-01 then web-01 web-02`, with what is said of them and `in <channel>` behind it; names that have spaces
 * in them are parted by commas. Undefined when one VM is meant: it may be called so as a whole, and where no word is the name
 * of a VM, all of them are one unknown name. Throws `InputError` for VMs that cannot be found.
 */
export async function readRunRequest(
  request: CommandRequest,
  desk: CommandContext,
): Promise<RunStartRequest | undefined> {
  if (request.words.length < 2) return undefined;
  const items = await listItems(desk);
  if (isNameAmong(items, request.words.join(' '))) return undefined;
  const read = readRunWords(request.words);
  if (!areSeveral(read, items)) return undefined;
  const [stray] = read.stray;
  if (stray !== undefined) throw strayed(stray);
  const waves = read.waves.map((wave) => wave.map((name) => findAmong(items, name)));
  refuse(waves.flat());
  const first = read.waves[0]?.[0] ?? '';
  const home =
    read.channel === undefined
      ? findOnlyChannel(first, request, desk)
      : findNamedChannel(read.channel, first, desk);
  return { waves: await wishedVms(waves, read.clauses, desk), home };
}

function areSeveral({ waves, stray }: RunWords, items: readonly FoundItem[]): boolean {
  const each = [...waves.flat(), ...stray];
  const isOneName = isNameAmong(items, waves.flat().join(' ')) && stray.length === 0;
  return each.length > 1 && !isOneName && each.some((name) => isNameAmong(items, name));
}

/** Refuses what cannot come home as one run. Throws `InputError`. */
export function refuse(found: readonly FoundItem[]): void {
  if (found.length > MAX_VMS) throw tooMany(found.length);
  const twice = found.find(
    ({ item }, index) => found.findIndex((other) => other.item.id === item.id) !== index,
  );
  if (twice === undefined) return;
  throw new InputError(
    'vm-twice',
    phrase('{vm} is named twice, so nothing was done. A VM comes home once.', {
      vm: shownName(twice.item.name),
    }),
  );
}

const strayed = (word: string) =>
  new InputError(
    'option-unclear',
    phrase(
      'It is not clear for which VMs the option before {word} is meant, so nothing was done. Name all VMs first, then the options: {example}',
      {
        word: shorten(word, 64),
        example: { verbatim: '/failback start db-01 then web-01 web-02 full-download for db-01' },
      },
    ),
  );

const tooMany = (count: number) =>
  new InputError(
    'vms-too-many',
    phrase(
      'Those are {count} VMs, so nothing was done. At most {max} can be decided on together: start several runs.',
      { count, max: MAX_VMS },
    ),
  );
