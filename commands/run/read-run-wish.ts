import type { Channel } from '../../bot/chat/channels.ts';
import type { Request } from '../../bot/chat/command.ts';
import type { Desk } from '../../bot/chat/desk.ts';
import { findNamedChannel, findOnlyChannel } from '../../bot/chat/find-channel.ts';
import { readPlacement } from '../../bot/chat/find-destination.ts';
import { type FoundItem, findAmong, isNameAmong, listItems } from '../../bot/chat/find-target.ts';
import { shownName } from '../../bot/chat/shorten.ts';
import { InputError } from '../../bot/failback/errors.ts';
import { phrase } from '../../bot/failback/words.ts';
import { readWaves } from './read-waves.ts';

/** What is to come home together, wave after wave, and the channel in which it is decided. */
export interface RunWish {
  readonly waves: readonly (readonly FoundItem[])[];
  readonly home: Channel;
}

/** So many VMs fit into one question, with what has to be known of each. */
const MAX_VMS = 20;

/**
 * `web-01 web-02`, `db-01 then web-01 web-02`, with `in <channel>` behind it; names that have spaces in them are parted by
 * commas. Undefined when one VM is meant: it may be called so as a whole, and where no word is the name of a VM, all of them
 * are one unknown name. Throws `InputError` for VMs that cannot be found.
 */
export async function readRunWish(request: Request, desk: Desk): Promise<RunWish | undefined> {
  if (request.words.length < 2) return undefined;
  const placed = await readPlacement(request.words, desk);
  const items = await listItems(desk);
  const { vms, channel } = partsOf(placed.words, items);
  const names = readWaves(vms);
  if (!areSeveral(names, vms, items)) return undefined;
  if (placed.server !== undefined || placed.createsVm) throw onlyOriginal();
  if (names.flat().length > MAX_VMS) throw tooMany(names.flat().length);
  const waves = names.map((wave) => wave.map((name) => findAmong(items, name)));
  refuseTwice(waves.flat());
  const first = names[0]?.[0] ?? '';
  const home =
    channel === undefined
      ? findOnlyChannel(first, request, desk)
      : findNamedChannel(channel, first, desk);
  return { waves, home };
}

function partsOf(words: readonly string[], items: readonly FoundItem[]) {
  const at = words.findLastIndex((word) => word.toLowerCase() === 'in');
  if (at < 1 || isNameAmong(items, words.join(' '))) return { vms: words };
  return { vms: words.slice(0, at), channel: words.slice(at + 1).join(' ') };
}

function areSeveral(
  names: readonly (readonly string[])[],
  vms: readonly string[],
  items: readonly FoundItem[],
): boolean {
  const each = names.flat();
  return (
    each.length > 1 &&
    !isNameAmong(items, vms.join(' ')) &&
    each.some((name) => isNameAmong(items, name))
  );
}

function refuseTwice(found: readonly FoundItem[]): void {
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

const onlyOriginal = () =>
  new InputError(
    'run-elsewhere',
    phrase(
      'Several VMs come home together to the original location only, so nothing was done. Start a VM by itself to bring it to another server or to have it made.',
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
