import { InputError } from '../failback/errors.ts';
import type { Failback } from '../failback/failback.ts';
import type { Request } from './command.ts';
import type { Desk } from './desk.ts';

/** A failback that a command is about, and the words that are left. */
export interface Picked {
  readonly failback: Failback;
  readonly rest: readonly string[];
}

const ID = /^FB-[0-9A-Z]{4,8}$/i;

/**
 * The failback that a person means: the pressed one, the one whose id comes first, or the only open one of the channel.
 * Throws `InputError` when that is none or more than one.
 */
export async function pickFailback(request: Request, desk: Desk): Promise<Picked> {
  const [first = '', ...rest] = request.words;
  if (request.press)
    return { failback: await byId(request.press.failback, desk), rest: request.words };
  if (ID.test(first)) return { failback: await byId(first.toUpperCase(), desk), rest };
  const [only, ...others] = await openIn(request, desk);
  if (only === undefined) {
    throw new InputError(
      'failback-none',
      'No failback is open in this channel. Name one: /failback status FB-7K3M.',
    );
  }
  if (others.length > 0) {
    const ids = [only, ...others].map(({ id, target }) => `${id} (${target.name})`).join(', ');
    throw new InputError(
      'failback-ambiguous',
      `Several failbacks are open here, say which: ${ids}.`,
    );
  }
  return { failback: only, rest: request.words };
}

async function byId(id: string, { failbacks }: Desk): Promise<Failback> {
  const failback = await failbacks.get(id);
  if (failback !== undefined) return failback;
  throw new InputError(
    'failback-unknown',
    `There is no failback ${id}. /failback status shows the open ones.`,
  );
}

/** The open failbacks of the channel that the request came from. */
export async function openIn(
  { actor }: Request,
  { failbacks }: Desk,
): Promise<readonly Failback[]> {
  const open = await failbacks.listOpen();
  return open.filter(({ channels }) =>
    channels.some(
      ({ platform, channel }) => platform === actor.platform && channel === actor.channel,
    ),
  );
}
