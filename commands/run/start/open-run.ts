import type { Channel } from '../../../bot/chat/channels.ts';
import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { shownName } from '../../../bot/chat/message/shorten.ts';
import { ConflictError } from '../../../bot/failback/ports/errors.ts';
import type { Actor } from '../../../bot/failback/state/events.ts';
import { runNamedAfter, type WavePlace } from '../../../bot/failback/state/wave-place.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import { requestFor } from '../../ask/request-for.ts';
import type { RunStartRequest } from './read-run-request.ts';
import type { RequestedVm } from './requested-vms.ts';

/** Ids are short, to be read out: now and then a new one is taken already. */
const MAX_ID_ATTEMPTS = 5;

/** One member of a run that is about to be written down. */
interface Opening {
  readonly id: string;
  readonly wish: RequestedVm;
  readonly wave: WavePlace;
}

/** Writes all requests down as one, under ids that are not taken yet. */
export async function openRun(
  wish: RunStartRequest,
  request: CommandRequest,
  desk: CommandContext,
): Promise<readonly Opening[]> {
  const common = { home: wish.home, by: request.actor };
  for (let attempt = 1; ; attempt += 1) {
    const openings = placesOf(wish, desk);
    try {
      const requests = await Promise.all(
        openings.map(async (opening) => ({
          id: opening.id,
          event: await requestFor(requestOf(opening, common), desk),
        })),
      );
      await desk.failbacks.beginAll(requests, desk.clock.now());
      return openings;
    } catch (error) {
      const isTaken = error instanceof ConflictError && error.code === 'revision';
      if (!isTaken || attempt === MAX_ID_ATTEMPTS) throw explained(error, wish);
    }
  }
}

const requestOf = (
  { wish: { found, destination, synchronization }, wave }: Opening,
  common: { readonly home: Channel; readonly by: Actor },
) => ({
  ...common,
  found,
  destination,
  wave,
  ...(synchronization && { synchronization }),
});

function placesOf({ waves }: RunStartRequest, desk: CommandContext): readonly Opening[] {
  const spare = differentIds(waves.flat().length, desk);
  const ids = waves.map((wave) => spare.splice(0, wave.length));
  const run = runNamedAfter(ids[0]?.[0] ?? '');
  return waves.flatMap((wave, index) =>
    wave.map((wished, at) => ({
      id: ids[index]?.[at] ?? '',
      wish: wished,
      wave: { run, number: index + 1, waves: ids },
    })),
  );
}

function differentIds(count: number, desk: CommandContext): string[] {
  const ids = new Set<string>();
  while (ids.size < count) ids.add(desk.newFailbackId());
  return [...ids];
}

/** Somebody has started one of them in between. */
function explained(error: unknown, { waves }: RunStartRequest): unknown {
  if (!(error instanceof ConflictError) || error.code !== 'targetBusy') return error;
  const { failbackId = '' } = error;
  return new ConflictError(
    'targetBusy',
    coded('vmOfRunHasOpenFailback', {
      vms: waves
        .flat()
        .map(({ found }) => shownName(found.item.name))
        .join(', '),
      failback: failbackId,
    }),
    { cause: error, ...(failbackId !== '' && { failbackId }) },
  );
}
