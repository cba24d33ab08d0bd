import type { Command, CommandRequest, Reply } from '../bot/chat/command.ts';
import type { CommandContext } from '../bot/chat/command-context.ts';
import { InputError } from '../bot/chat/input-error.ts';
import type { Message } from '../bot/chat/message/message.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { say } from '../bot/chat/message/say.ts';
import type { ChannelRef } from '../bot/failback/state/events.ts';
import type { Failback } from '../bot/failback/state/failback.ts';
import { membersOf, type Run } from '../bot/failback/state/run.ts';
import { renderHandover, renderHandovers } from '../bot/messages/handover/handover.ts';
import { renderRunHandover } from '../bot/messages/handover/run-handover.ts';
import { openIn, pickToShow } from './find/pick-failback.ts';
import { pickRunToShow } from './run/find/pick-run.ts';

export const handover: Command = {
  name: 'handover',
  usage: phrase('[FB-…, RUN-… or all] [post]'),
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

/** One failback, one run, or all that are open: of this channel, where it has some. */
async function write(request: CommandRequest, desk: CommandContext): Promise<Written | undefined> {
  const { words, actor } = request;
  if (isAll(words)) return ofSeveral(await desk.failbacks.listOpen(), request, desk);
  const run = await pickRunToShow(request, desk);
  if (run !== undefined) return ofRun(run, desk);
  if (words.length > 0) return ofOne(await pickToShow(request, desk), desk);
  const here = await openIn(request, desk);
  return ofSeveral(here.length > 0 ? here : await desk.failbacks.listOpen(), { actor }, desk);
}

function ofSeveral(
  several: readonly Failback[],
  { actor }: Pick<CommandRequest, 'actor'>,
  desk: CommandContext,
): Written | undefined {
  const [only, ...others] = several;
  if (only === undefined) return undefined;
  if (others.length === 0) return ofOne(only, desk);
  return {
    message: renderHandovers(several, desk.directory, desk.clock.now()),
    places: desk.channels.find(actor.platform, actor.channel)?.places ?? [],
  };
}

const ofRun = (run: Run, desk: CommandContext): Written => {
  const [first] = membersOf(run);
  const message = renderRunHandover(run, desk.directory, {
    now: desk.clock.now(),
    readAt: desk.readAt(first?.target.vault ?? ''),
  });
  return { message, places: first?.channels ?? [] };
};

const ofOne = (failback: Failback, desk: CommandContext): Written => ({
  message: renderHandover(failback, desk.directory, {
    now: desk.clock.now(),
    readAt: desk.readAt(failback.target.vault),
  }),
  places: failback.channels,
});

async function post({ message, places }: Written, desk: CommandContext): Promise<Reply> {
  if (places.length === 0) {
    throw new InputError(
      'channel-missing',
      phrase('Ask for it in the channel in which it is to be posted. Nothing was posted.'),
    );
  }
  await desk.announce(places, message);
  return say(phrase('The handover is posted in the channel.'));
}
