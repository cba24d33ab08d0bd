import type { Channel } from '../../bot/chat/channels.ts';
import type { CommandRequest } from '../../bot/chat/command.ts';
import type { CommandContext } from '../../bot/chat/command-context.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import { phrase, type Words } from '../../bot/chat/message/phrase.ts';
import { shorten, shownName } from '../../bot/chat/message/shorten.ts';
import { shortKey } from './short-key.ts';

const MAX_SHOWN = 20;

/**
 * The channels in which a failback that is asked for here could live: this one; where this is none, those of this chat
 * platform, or all where it has none.
 */
export function channelsFor(
  { actor }: CommandRequest,
  { channels }: CommandContext,
): readonly Channel[] {
  const here = channels.find(actor.platform, actor.channel);
  if (here !== undefined) return [here];
  const near = channels.on(actor.platform);
  return near.length > 0 ? near : channels.all;
}

/** The channel that was named. Throws `InputError` with the channels that there are. */
export function findNamedChannel(name: string, vm: string, { channels }: CommandContext): Channel {
  const found = channels.named(name);
  if (found !== undefined) return found;
  const problem = phrase('There is no channel called {name}.', { name: shown(name) });
  throw whichChannel(problem, vm, channels.all);
}

/** The channel that is meant where none was named. Throws `InputError` with the channels when there are several. */
export function findOnlyChannel(
  vm: string,
  request: CommandRequest,
  desk: CommandContext,
): Channel {
  const open = channelsFor(request, desk);
  const [only, ...others] = open;
  if (only !== undefined && others.length === 0) return only;
  throw whichChannel(phrase('There are several channels for this failback.'), vm, open);
}

/** The channel that was chosen from a form's list. Throws `InputError` when it is no longer there. */
export function findChosenChannel(key: string, { channels }: CommandContext): Channel {
  const found = channels.all.find((channel) => keyOfChannel(channel) === key);
  if (found !== undefined) return found;
  throw new InputError(
    'channel-unknown',
    phrase('That channel is no longer in the settings. Nothing was done. Start again.'),
  );
}

export const keyOfChannel = ({ name }: Channel): string => shortKey(name);

function whichChannel(problem: Words, vm: string, open: readonly Channel[]): InputError {
  const names = open.slice(0, MAX_SHOWN).map(({ name }) => shown(name));
  return new InputError(
    'channel-unclear',
    phrase(
      '{problem} Nothing was done. Say in which one: /failback start {vm} in {channel}. Channels: {channels}.',
      {
        problem,
        vm: shownName(vm),
        channel: names[0] ?? 'incident',
        channels: { list: names },
      },
    ),
  );
}

const shown = (name: string) => shorten(name, 60);
