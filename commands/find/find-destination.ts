import type { CommandContext } from '../../bot/chat/command-context.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import type { Field } from '../../bot/chat/message/message.ts';
import { phrase, type Words } from '../../bot/chat/message/phrase.ts';
import { shorten, shownName } from '../../bot/chat/message/shorten.ts';
import {
  type AlternateLocation,
  type Destination,
  ORIGINAL_LOCATION,
} from '../../bot/failback/ports/destination.ts';
import type { RecoveryProvider } from '../../bot/failback/ports/site-recovery.ts';
import { CREATE } from '../../bot/messages/words/typed-run.ts';
import { type FoundItem, isName } from './find-target.ts';
import { shortKey } from './short-key.ts';

/** All names, where there are not too many of them. */
const MAX_NAMES = 500;

/** A form's list holds at most this many choices. */
const MAX_OPTIONS = 100;

/** What was typed, without the words that say where the VM is brought to. */
export interface Placed {
  readonly words: readonly string[];
  /** The server of an alternate location, as it was typed. */
  readonly server?: string;
  readonly createsVm: boolean;
}

/** `web-01 to HV-HOST-02`, or `web-01 create-vm`; a VM may be called so as a whole, too. */
export async function readPlacement(
  words: readonly string[],
  desk: CommandContext,
): Promise<Placed> {
  const plain = words.filter((word) => word.toLowerCase() !== CREATE);
  const at = plain.findIndex((word, index) => index > 0 && word.toLowerCase() === 'to');
  const isPlain = at < 0 && plain.length === words.length;
  if (isPlain || plain.length === 0 || (await isName(words.join(' '), desk)))
    return { words, createsVm: false };
  const createsVm = plain.length < words.length;
  if (at < 0) return { words: plain, createsVm };
  const [server = ''] = plain.slice(at + 1);
  return { words: plain.toSpliced(at, 2), server, createsVm };
}

/** The destination that was typed. Throws `InputError` when no server of the vault is called so. */
export async function findDestination(
  { server, createsVm }: Placed,
  found: FoundItem,
  desk: CommandContext,
): Promise<Destination> {
  if (server !== undefined)
    return alternate(serverCalled(server, await serverOptions(found.vault, desk)), found);
  return createsVm ? { ...ORIGINAL_LOCATION, createsVm } : ORIGINAL_LOCATION;
}

/** The destination that was chosen in a form. Throws `InputError` when it is not one of this VM's vault. */
export async function findChosenDestination(
  key: string,
  found: FoundItem,
  desk: CommandContext,
): Promise<Destination> {
  const isElsewhere = key !== ORIGINAL && key !== CREATE;
  return chosenDestination(key, found, isElsewhere ? await serverOptions(found.vault, desk) : []);
}

/** As `findChosenDestination`, among the servers of the VM's vault. */
export function chosenDestination(
  key: string,
  found: FoundItem,
  servers: readonly RecoveryProvider[],
): Destination {
  if (key === ORIGINAL) return ORIGINAL_LOCATION;
  if (key === CREATE) return { ...ORIGINAL_LOCATION, createsVm: true };
  const chosen = servers.find((one) => keyOfServer(one) === key);
  if (chosen !== undefined) return alternate(chosen, found);
  throw new InputError(
    'server-elsewhere',
    phrase('That server is not registered in the vault of {vm}. Nothing was done.', {
      vm: shownName(found.item.name),
    }),
  );
}

const ORIGINAL = 'original';

/** Whether the original location was chosen, where the VM is. */
export const isOriginal = (key: string): boolean => key === ORIGINAL;

/** A destination as the list of a form knows it. */
function keyOfDestination(destination: Destination): string {
  if (destination.kind === 'alternateLocation') return shortKey(destination.providerId);
  return destination.createsVm ? CREATE : ORIGINAL;
}

/** A destination in the list of a form. */
function labelOfDestination(destination: Destination): Words {
  if (destination.kind === 'alternateLocation')
    return phrase('Alternate location: {server}', { server: shorten(destination.server, 40) });
  return destination.createsVm
    ? phrase('Original location; make the VM if it is not there')
    : phrase('Original location');
}

/** The list of destinations of a form. */
export async function destinationField(desk: CommandContext): Promise<Field> {
  const lists = await Promise.all(desk.vaults.map(({ vault }) => serverOptions(vault, desk)));
  const servers = lists.flat().slice(0, MAX_OPTIONS - 2);
  return {
    kind: 'choice',
    name: 'destination',
    label: phrase('Where to'),
    optional: true,
    options: [
      optionOfDestination(ORIGINAL_LOCATION),
      optionOfDestination({ ...ORIGINAL_LOCATION, createsVm: true }),
      ...servers.map(({ id, name }) =>
        optionOfDestination({ kind: 'alternateLocation', providerId: id, server: name }),
      ),
    ],
  };
}

/** A destination as one choice of a form's list. */
export const optionOfDestination = (destination: Destination) => ({
  value: keyOfDestination(destination),
  label: labelOfDestination(destination),
});

/** The servers of a vault to which a VM may be brought: an alternate location is possible within Hyper-V sites only. */
export async function serverOptions(
  name: string,
  { vaults }: CommandContext,
): Promise<readonly RecoveryProvider[]> {
  const providers = await vaults.find(({ vault }) => vault === name)?.listProviders();
  return (providers ?? []).filter(({ fabricType }) => fabricType.toLowerCase() === 'hypervsite');
}

const keyOfServer = ({ id }: RecoveryProvider): string => shortKey(id);

/** The server of that name. Throws `InputError` when there is none, or more than one. */
export function serverCalled(name: string, servers: readonly RecoveryProvider[]): RecoveryProvider {
  const named = servers.filter((server) => isCalled(server, name.toLowerCase()));
  const [server, another] = named;
  if (server !== undefined && another === undefined) return server;
  const called = shorten(name, 64);
  const names = shorten(servers.map((one) => one.name).join(', '), MAX_NAMES);
  if (server !== undefined)
    throw new InputError(
      'server-unknown',
      phrase(
        'Several registered servers are called {name}. Use the whole name: {names}. Nothing was done.',
        { name: called, names },
      ),
    );
  throw new InputError(
    'server-unknown',
    servers.length === 0
      ? phrase(
          'No Hyper-V server of a Hyper-V site is registered as {name}. There are: none. An alternate location is possible within a Hyper-V site only. Nothing was done.',
          { name: called || phrase('(nothing)') },
        )
      : phrase(
          'No Hyper-V server of a Hyper-V site is registered as {name}. There are: {names}. Nothing was done.',
          { name: called || phrase('(nothing)'), names },
        ),
  );
}

/** By its whole name, or by the part before the first dot. */
function isCalled({ name }: RecoveryProvider, wanted: string): boolean {
  const whole = name.toLowerCase();
  return whole === wanted || whole.split('.')[0] === wanted;
}

/** Whether the VM came from this server: then it is its original location. */
export const isOrigin = ({ id }: RecoveryProvider, { item }: FoundItem): boolean =>
  item.providerId?.toLowerCase() === id.toLowerCase();

function alternate(server: RecoveryProvider, found: FoundItem): AlternateLocation {
  const { id, name } = server;
  const { item } = found;
  if (isOrigin(server, found)) {
    throw new InputError(
      'server-original',
      phrase(
        '{server} is the server of {vm}: that is the original location. Leave out where to. Nothing was done.',
        { server: shorten(name, 64), vm: shownName(item.name) },
      ),
    );
  }
  return { kind: 'alternateLocation', providerId: id, server: name };
}
