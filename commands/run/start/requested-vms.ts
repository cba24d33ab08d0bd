import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { InputError } from '../../../bot/chat/input-error.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { shorten, shownName } from '../../../bot/chat/message/shorten.ts';
import { type Destination, ORIGINAL_LOCATION } from '../../../bot/failback/ports/destination.ts';
import type {
  RecoveryProvider,
  Synchronization,
} from '../../../bot/failback/ports/site-recovery.ts';
import type { TypedVm } from '../../../bot/messages/words/typed-run.ts';
import { isOrigin, serverCalled, serverOptions } from '../../find/find-destination.ts';
import { type FoundItem, findAmong, isNameAmong } from '../../find/find-target.ts';
import type { Clause } from './read-run-words.ts';

/** One VM of a run, where it is to go and how. */
export interface RequestedVm {
  readonly found: FoundItem;
  readonly destination: Destination;
  /** Absent where nothing was said of it. */
  readonly synchronization?: Synchronization | undefined;
}

/** The VM as it is typed. */
export const typedVm = ({ found, destination, synchronization }: RequestedVm): TypedVm => ({
  name: found.item.name,
  destination,
  synchronization,
});

type Waves<T> = readonly (readonly T[])[];

/** Puts what was said to the VMs that were found. Throws `InputError` for what contradicts itself, or cannot be. */
export async function wishedVms(
  waves: Waves<FoundItem>,
  clauses: readonly Clause[],
  desk: CommandContext,
): Promise<Waves<RequestedVm>> {
  const all = waves.flat();
  const said = clauses.map((clause) => ({ clause, about: aboutWhom(clause, all) }));
  const isSomewhereElse = clauses.some(({ server }) => server !== undefined);
  const servers = await serversByVault(isSomewhereElse ? all : [], desk);
  return waves.map((wave) =>
    wave.map((found) => wishOf(found, said, servers.get(found.vault) ?? [])),
  );
}

/** The servers to which these VMs may be brought, each vault read once. */
export async function serversByVault(
  found: readonly FoundItem[],
  desk: CommandContext,
): Promise<ReadonlyMap<string, readonly RecoveryProvider[]>> {
  const vaults = [...new Set(found.map(({ vault }) => vault))];
  return new Map(
    await Promise.all(
      vaults.map(async (vault) => [vault, await serverOptions(vault, desk)] as const),
    ),
  );
}

interface Said {
  readonly clause: Clause;
  /** Absent: all of them. */
  readonly about?: readonly FoundItem[] | undefined;
}

/** The VMs for which something is said. Each has to come home in this run. */
const aboutWhom = ({ only }: Clause, all: readonly FoundItem[]) =>
  only?.map((name) => amongThose(all, name));

function amongThose(all: readonly FoundItem[], name: string): FoundItem {
  if (isNameAmong(all, name)) return findAmong(all, name);
  throw new InputError(
    'option-for-unknown',
    phrase(
      '{vm} stands behind "for", but is not one of the VMs that come home. Nothing was done. Name it before the options, too.',
      { vm: shownName(name) },
    ),
  );
}

function wishOf(
  found: FoundItem,
  said: readonly Said[],
  servers: readonly RecoveryProvider[],
): RequestedVm {
  const synchronization = saidOf(found, said, ({ synchronization: kind }) => kind);
  const server = saidOf(found, said, ({ server: name }) => name?.toLowerCase());
  const createsVm = saidOf(found, said, ({ createsVm: creates }) => creates);
  return {
    found,
    synchronization,
    destination: destinationOf(found, { server, createsVm }, servers),
  };
}

function destinationOf(
  found: FoundItem,
  {
    server,
    createsVm,
  }: { readonly server: string | undefined; readonly createsVm: true | undefined },
  servers: readonly RecoveryProvider[],
): Destination {
  if (server !== undefined) return alternate(server, found, servers);
  return createsVm ? { ...ORIGINAL_LOCATION, createsVm } : ORIGINAL_LOCATION;
}

function alternate(
  name: string,
  found: FoundItem,
  servers: readonly RecoveryProvider[],
): Destination {
  const server = serverCalled(name, servers);
  if (!isOrigin(server, found))
    return { kind: 'alternateLocation', providerId: server.id, server: server.name };
  throw new InputError(
    'server-original',
    phrase(
      '{server} is the server of {vm}: that is the original location. Nothing was done. Say which VMs go there: {command}',
      {
        server: shorten(server.name, 64),
        vm: shownName(found.item.name),
        command: { verbatim: `to ${shorten(server.name, 64)} for <vm>` },
      },
    ),
  );
}

/** What is said of this VM by name; else what is said of all. Two different things are none. */
function saidOf<T>(
  found: FoundItem,
  said: readonly Said[],
  what: (clause: Clause) => T | undefined,
): T | undefined {
  const told = said.flatMap(({ clause, about }) => {
    const value = what(clause);
    return value === undefined ? [] : [{ value, about }];
  });
  const own = told.filter(({ about }) => about?.includes(found));
  const meant = own.length > 0 ? own : told.filter(({ about }) => about === undefined);
  const [one, ...others] = new Set(meant.map(({ value }) => value));
  if (others.length > 0) throw contradiction(found);
  return one;
}

const contradiction = ({ item }: FoundItem) =>
  new InputError(
    'options-contradict',
    phrase('Two different things are said of {vm}. Nothing was done. Say one of them.', {
      vm: shownName(item.name),
    }),
  );
