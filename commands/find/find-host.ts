import type { CommandContext } from '../../bot/chat/command-context.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import { phrase } from '../../bot/chat/message/phrase.ts';
import { shorten } from '../../bot/chat/message/shorten.ts';
import type { HypervHost } from '../../bot/failback/ports/hyperv-host.ts';

/** All names, where there are not too many of them. */
const MAX_NAMES = 500;

/** The server of this name, in any case. Throws `InputError` when the settings name none, or another one. */
export function findHost(name: string, { hosts }: CommandContext): HypervHost {
  if (hosts.length === 0) {
    throw new InputError(
      'host-none',
      phrase(
        'No on-premises server is configured. The administrator can add some under "hyperv" in failback.yaml.',
      ),
    );
  }
  const found = hosts.find((host) => host.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const names = shorten(hosts.map((host) => host.name).join(', '), MAX_NAMES);
  throw new InputError(
    'host-unknown',
    name === ''
      ? phrase('Say which server: {names}.', { names })
      : phrase('No configured server is called {name}. There are: {names}.', {
          name: shorten(name, 64),
          names,
        }),
  );
}
