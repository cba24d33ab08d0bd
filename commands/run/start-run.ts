import type { Reply, Request } from '../../bot/chat/command.ts';
import type { Desk } from '../../bot/chat/desk.ts';
import type { FoundItem } from '../../bot/chat/find-target.ts';
import { requestFor } from '../../bot/chat/request-for.ts';
import { compose, paragraph } from '../../bot/chat/say.ts';
import { shorten, shownName } from '../../bot/chat/shorten.ts';
import { windowLine } from '../../bot/chat/window-words.ts';
import { ORIGINAL_LOCATION } from '../../bot/failback/destination.ts';
import { ConflictError } from '../../bot/failback/errors.ts';
import { runNamedAfter, type WavePlace } from '../../bot/failback/wave-place.ts';
import { phrase } from '../../bot/failback/words.ts';
import { checkWaves } from './check-waves.ts';
import { notReadyMessage } from './not-ready-message.ts';
import type { RunWish } from './read-run-wish.ts';

/** Ids are short, to be read out: now and then a new one is taken already. */
const MAX_ID_ATTEMPTS = 5;

/** Brings several VMs home together: all are checked first, and when one is not ready, nothing is started. */
export async function startRun(wish: RunWish, request: Request, desk: Desk): Promise<Reply> {
  const checked = await checkWaves(wish.waves, desk);
  if (checked.flat().some(({ obstacles }) => obstacles.length > 0)) return notReadyMessage(checked);
  const places = await open(wish, request, desk);
  const [first = []] = places[0]?.wave.waves ?? [];
  await Promise.all(first.map((id) => desk.settle(id)));
  const window = windowLine(desk.policyFor(wish.waves[0]?.[0]?.vault ?? ''), desk.clock.now());
  return compose(
    paragraph(
      { bold: places[0]?.wave.run ?? '' },
      ' ',
      phrase(
        'is open for {vms, plural, one {# VM} other {# VMs}} in {waves, plural, one {# wave} other {# waves}}. Its board is in the channel {channel}. An approver other than you decides the direction of each wave.',
        {
          vms: places.length,
          waves: wish.waves.length,
          channel: shorten(wish.home.name, 60),
        },
      ),
    ),
    window && paragraph(...window),
  );
}

/** One member of a run that is about to be written down. */
interface Opening {
  readonly id: string;
  readonly found: FoundItem;
  readonly wave: WavePlace;
}

/** Writes all requests down as one, under ids that are not taken yet. */
async function open(wish: RunWish, request: Request, desk: Desk): Promise<readonly Opening[]> {
  const common = { destination: ORIGINAL_LOCATION, home: wish.home, by: request.actor };
  for (let attempt = 1; ; attempt += 1) {
    const openings = placesOf(wish, desk);
    try {
      const requests = await Promise.all(
        openings.map(async (opening) => ({
          id: opening.id,
          event: await requestFor({ ...opening, ...common }, desk),
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

function placesOf({ waves }: RunWish, desk: Desk): readonly Opening[] {
  const spare = differentIds(waves.flat().length, desk);
  const ids = waves.map((wave) => spare.splice(0, wave.length));
  const run = runNamedAfter(ids[0]?.[0] ?? '');
  return waves.flatMap((wave, index) =>
    wave.map((found, at) => ({
      id: ids[index]?.[at] ?? '',
      found,
      wave: { run, number: index + 1, waves: ids },
    })),
  );
}

function differentIds(count: number, desk: Desk): string[] {
  const ids = new Set<string>();
  while (ids.size < count) ids.add(desk.newFailbackId());
  return [...ids];
}

/** Somebody has started one of them in between. */
function explained(error: unknown, { waves }: RunWish): unknown {
  if (!(error instanceof ConflictError) || error.code !== 'targetBusy') return error;
  const { failbackId = '' } = error;
  return new ConflictError(
    'targetBusy',
    phrase(
      'One of {vms} already has an open failback, {failback}. Nothing was started. See /failback status {failback}',
      {
        vms: waves
          .flat()
          .map(({ item }) => shownName(item.name))
          .join(', '),
        failback: failbackId,
      },
    ),
    { cause: error, ...(failbackId !== '' && { failbackId }) },
  );
}
