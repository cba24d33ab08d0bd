import type { CommandContext } from '../../bot/chat/command-context.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import { phrase } from '../../bot/chat/message/phrase.ts';
import { shownName } from '../../bot/chat/message/shorten.ts';
import type { ProtectedItem } from '../../bot/failback/ports/site-recovery.ts';
import type { Target } from '../../bot/failback/site-recovery/target.ts';
import { shortKey } from './short-key.ts';

/** A protected item and the vault it is in. */
export interface FoundItem {
  readonly vault: string;
  readonly item: ProtectedItem;
}

/** Longest name that is looked up; a VM's name in Azure has at most 64 characters, an ARM id some hundreds. */
const MAX_NAME_LENGTH = 600;

const MAX_SUGGESTIONS = 5;

/** Every protected item of every vault. Throws `UpstreamError` when one of them can not be read. */
export async function listItems({ vaults }: CommandContext): Promise<readonly FoundItem[]> {
  const lists = await Promise.all(
    vaults.map(async (vault) =>
      (await vault.listProtectedItems()).map((item): FoundItem => ({ vault: vault.vault, item })),
    ),
  );
  return lists.flat();
}

/**
 * The one item that a person means: by the VM's name in any case, by the protected item's own name, or by its ARM id.
 * Throws `InputError` when there is none or more than one.
 */
export async function findItem(name: string, desk: CommandContext): Promise<FoundItem> {
  if (name === '')
    throw new InputError(
      'vm-missing',
      phrase('Say which VM: /failback check web-01. /failback list shows them.'),
    );
  if (name.length > MAX_NAME_LENGTH)
    throw new InputError(
      'vm-unknown',
      phrase('That is too long to be the name of a VM. /failback list shows them.'),
    );
  return findAmong(await listItems(desk), name);
}

/** As `findItem`, among items that were listed before. */
export function findAmong(items: readonly FoundItem[], name: string): FoundItem {
  const [found, ...others] = itemsCalled(name, items);
  if (found === undefined) throw unknownVm(name, items);
  if (others.length > 0) throw severalVms(name, [found, ...others]);
  return found;
}

/** Whether a person could mean an item by this name. */
export async function isName(name: string, desk: CommandContext): Promise<boolean> {
  return isNameAmong(await listItems(desk), name);
}

export const isNameAmong = (items: readonly FoundItem[], name: string): boolean =>
  itemsCalled(name, items).length > 0;

function itemsCalled(name: string, items: readonly FoundItem[]): readonly FoundItem[] {
  const wanted = name.toLowerCase();
  const byId = items.filter(
    ({ item }) => item.id.toLowerCase() === wanted || ownName(item) === wanted,
  );
  const byName = items.filter(({ item }) => item.name.toLowerCase() === wanted);
  return byName.length > 0 ? byName : byId;
}

/** A short name of an item for a form's list. */
export const keyOf = ({ item }: FoundItem): string => shortKey(item.id);

/** The item that was chosen from a form's list. Throws `InputError` when it is no longer there. */
export async function findChosen(key: string, desk: CommandContext): Promise<FoundItem> {
  return findChosenAmong(await listItems(desk), key);
}

/** As `findChosen`, among items that were listed before. */
export function findChosenAmong(items: readonly FoundItem[], key: string): FoundItem {
  const found = items.find((candidate) => keyOf(candidate) === key);
  if (found !== undefined) return found;
  throw new InputError(
    'vm-unknown',
    phrase(
      'That VM is no longer in the list. Nothing was done. /failback list shows what is protected.',
    ),
  );
}

export function targetOf({ vault, item }: FoundItem): Target {
  return { kind: 'protectedItem', vault, itemId: item.id, name: item.name };
}

const ownName = (item: ProtectedItem) => item.id.split('/').at(-1)?.toLowerCase() ?? '';

/** The id of a failback, or of a run of several. */
const LOOKS_LIKE_ID = /^(?:FB|RUN)-[0-9A-Z]{4}$/i;

function unknownVm(name: string, items: readonly FoundItem[]): InputError {
  if (LOOKS_LIKE_ID.test(name))
    return new InputError(
      'vm-unknown',
      phrase(
        '{id} is not the name of a VM, but looks like an id. This command takes names; where something is that was started: /failback status {id}',
        { id: name.toUpperCase() },
      ),
    );
  const similar = items
    .map(({ item }) => item.name)
    .filter((candidate) => isSimilar(candidate.toLowerCase(), name.toLowerCase()))
    .slice(0, MAX_SUGGESTIONS)
    .map(shownName);
  const vm = shownName(name);
  return new InputError(
    'vm-unknown',
    similar.length === 0
      ? phrase('No protected VM is called {vm}. /failback list shows them.', { vm })
      : phrase(
          'No protected VM is called {vm}. Did you mean {similar}? /failback list shows them.',
          { vm, similar: { list: similar } },
        ),
  );
}

/** Rough on purpose: it only suggests. */
const isSimilar = (a: string, b: string) =>
  a.includes(b) || b.includes(a) || a.slice(0, 3) === b.slice(0, 3);

/** What tells the items apart: their own names where that is enough, else their ids. */
function severalVms(name: string, found: readonly FoundItem[]): InputError {
  const isEnough = new Set(found.map(({ item }) => ownName(item))).size === found.length;
  const list = found.slice(0, MAX_SUGGESTIONS).map(({ vault, item }) =>
    phrase('{item} ({fabric}, vault {vault})', {
      item: isEnough ? ownName(item) : item.id,
      fabric: item.fabricName,
      vault,
    }),
  );
  const values = {
    count: found.length,
    vm: shownName(name),
    items: { list, between: '; ' },
  };
  return new InputError(
    'vm-ambiguous',
    isEnough
      ? phrase(
          '{count} protected VMs are called {vm}. Use the name of the protected item instead: {items}.',
          values,
        )
      : phrase(
          '{count} protected VMs are called {vm}. Use the id of the protected item instead: {items}.',
          values,
        ),
  );
}
