import type { Command, Reply, Request } from '../bot/chat/command.ts';
import type { Desk } from '../bot/chat/desk.ts';
import type { Message } from '../bot/chat/message.ts';
import { openIn, pickToShow } from '../bot/chat/pick-failback.ts';
import { say } from '../bot/chat/say.ts';
import { InputError } from '../bot/failback/errors.ts';
import type { ChannelRef } from '../bot/failback/events.ts';
import { phrase } from '../bot/failback/words.ts';
import { renderHandover, renderHandovers } from '../bot/publisher/handover-message.ts';

export const handover: Command = {
  name: 'handover',
  usage: phrase('[FB-… or all] [post]'),
  summary: phrase(
    'What the next shift has to know. For you alone; with the word post, for the channel.',
  ),
  role: 'viewer',
  acts: false,

  async run(request, desk) {
    const words = request.words.filter((word) => !isPost(word));
    const written = await write({ ...request, words }, desk);
    if (written === undefined) return say(phrase('No failback is open.'));
    return request.words.some(isPost) ? post(written, desk) : written.message;
  },
};

const isPost = (word: string) => word.toLowerCase() === 'post';
const isAll = ([word = '', ...others]: readonly string[]) =>
  word.toLowerCase() === 'all' && others.length === 0;

interface Written {
  readonly message: Message;
  /** Where it belongs, if it is posted. */
  readonly places: readonly ChannelRef[];
}

/** One failback, or all that are open: of this channel, where it has some. */
async function write(request: Request, desk: Desk): Promise<Written | undefined> {
  const { words, actor } = request;
  const here = isAll(words) ? [] : await openIn(request, desk);
  const isNamed = words.length > 0 && !isAll(words);
  const several = here.length > 0 ? here : await desk.failbacks.listOpen();
  if (!isNamed && several.length === 0) return undefined;
  if (isNamed || several.length === 1) {
    const failback = isNamed ? await pickToShow(request, desk) : several[0];
    return failback && { message: handoverOf(failback, desk), places: failback.channels };
  }
  return {
    message: renderHandovers(several, desk.directory, desk.clock.now()),
    places: desk.channels.find(actor.platform, actor.channel)?.places ?? [],
  };
}

const handoverOf = (failback: Parameters<typeof renderHandover>[0], desk: Desk): Message =>
  renderHandover(failback, desk.directory, {
    now: desk.clock.now(),
    readAt: desk.readAt(failback.target.vault),
  });

async function post({ message, places }: Written, desk: Desk): Promise<Reply> {
  if (places.length === 0) {
    throw new InputError(
      'channel-missing',
      phrase('Ask for it in the channel in which it is to be posted. Nothing was posted.'),
    );
  }
  await desk.announce(places, message);
  return say(phrase('The handover is posted in the channel.'));
}
