import type { CommandRequest } from '../../bot/chat/command.ts';
import type { CommandContext } from '../../bot/chat/command-context.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import { phrase } from '../../bot/chat/message/phrase.ts';
import { shorten, shownName } from '../../bot/chat/message/shorten.ts';
import { vmsOf } from '../../bot/failback/site-recovery/target.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';

/** A failback that a command is about, and the words that are left. */
export interface Picked {
  readonly failback: Failback;
  readonly rest: readonly string[];
}

/** Whatever begins like an id is meant as one: a mistyped id must not act on another failback. */
export const LOOKS_LIKE_ID = /^FB-/i;

/** The id of a run. */
export const LOOKS_LIKE_RUN = /^RUN-/i;

/**
 * The failback that a person means: the pressed one, the one whose id comes first, or the only open one of the channel.
 * Throws `InputError` when that is none or more than one.
 */
export async function pickFailback(request: CommandRequest, desk: CommandContext): Promise<Picked> {
  const [first = '', ...rest] = request.words;
  if (request.press)
    return { failback: await byId(request.press.failback, desk), rest: request.words };
  if (LOOKS_LIKE_ID.test(first)) return { failback: await byId(first.toUpperCase(), desk), rest };
  if (LOOKS_LIKE_RUN.test(first)) throw oneAtATime();
  const [only, ...others] = await openIn(request, desk);
  if (only === undefined) throw noneHere(request, desk);
  if (others.length > 0) {
    const ids = [only, ...others]
      .map(({ id, target }) => `${id} (${shownName(target.name)})`)
      .join(', ');
    throw new InputError(
      'failback-ambiguous',
      phrase(
        'Several failbacks are open here. Say which, for example /failback status {id}. Open: {ids}.',
        { id: only.id, ids },
      ),
    );
  }
  return { failback: only, rest: request.words };
}

/**
 * The failback that a person wants to see: as `pickFailback`, or the open one of the VM of that name, or the one that left it
 * so that it must not be started. Throws `InputError`
 * when there is none, rather than show another one.
 */
export async function pickToShow(request: CommandRequest, desk: CommandContext): Promise<Failback> {
  const name = request.words.join(' ');
  if (name === '' || LOOKS_LIKE_ID.test(name)) return (await pickFailback(request, desk)).failback;
  const open = await desk.failbacks.listOpen();
  const found = open.find(({ target }) => isCalled(target, name)) ?? open.find(bringsHome(name));
  if (found !== undefined) return found;
  const marked = await desk.failbacks.listMarked();
  const left = marked.find(({ failback, vm }) =>
    [failback.target, vm].some((one) => isCalled(one, name)),
  );
  if (left !== undefined) return left.failback;
  throw new InputError(
    'failback-unknown',
    phrase('No failback is open for {vm}. /failback status shows the open ones.', {
      vm: shownName(name),
    }),
  );
}

const isCalled = ({ name: own }: { readonly name: string }, name: string): boolean =>
  own.toLowerCase() === name.toLowerCase();

/** A VM of a recovery plan comes home under the plan's name. */
const bringsHome =
  (name: string) =>
  ({ target }: Failback): boolean =>
    vmsOf(target).some((vm) => isCalled(vm, name));

const oneAtATime = () =>
  new InputError(
    'run-not-here',
    phrase(
      'This works for one VM at a time, so nothing was done. Name its failback: /failback status and the id of the run shows the ids.',
    ),
  );

function noneHere({ actor }: CommandRequest, { channels }: CommandContext): InputError {
  const isChannel = channels.find(actor.platform, actor.channel) !== undefined;
  return new InputError(
    'failback-none',
    isChannel
      ? phrase(
          'No failback is open in this channel. /failback status shows the open ones of all channels; name one by its id, for example /failback timeline FB-7K3M.',
        )
      : phrase(
          'No failback lives in this chat. /failback status shows the open ones of all channels; name one by its id, for example /failback timeline FB-7K3M.',
        ),
  );
}

async function byId(id: string, { failbacks }: CommandContext): Promise<Failback> {
  const failback = await failbacks.get(id);
  if (failback !== undefined) return failback;
  throw new InputError(
    'failback-unknown',
    phrase('There is no failback {id}. Nothing was done. /failback status shows the open ones.', {
      id: shorten(id, 20),
    }),
  );
}

/** The open failbacks of the channel that the request came from. */
export async function openIn(
  { actor }: CommandRequest,
  { failbacks }: CommandContext,
): Promise<readonly Failback[]> {
  const open = await failbacks.listOpen();
  return open.filter(({ channels }) =>
    channels.some(
      ({ platform, channel }) => platform === actor.platform && channel === actor.channel,
    ),
  );
}
