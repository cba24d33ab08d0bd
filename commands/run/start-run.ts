import type { Channel } from '../../bot/chat/channels.ts';
import type { Reply, Request } from '../../bot/chat/command.ts';
import type { Desk } from '../../bot/chat/desk.ts';
import type { Line } from '../../bot/chat/message.ts';
import { againstAdvice, decidingReason } from '../../bot/chat/outlook-lines.ts';
import { requestFor } from '../../bot/chat/request-for.ts';
import { compose, list, paragraph } from '../../bot/chat/say.ts';
import { shorten, shownName } from '../../bot/chat/shorten.ts';
import { windowLine } from '../../bot/chat/window-words.ts';
import { ConflictError } from '../../bot/failback/errors.ts';
import type { Actor } from '../../bot/failback/events.ts';
import type { Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import { runNamedAfter, type WavePlace } from '../../bot/failback/wave-place.ts';
import { phrase } from '../../bot/failback/words.ts';
import { askRunSynchronization, isToBeAsked } from './ask-run-synchronization.ts';
import { type CheckedVm, checkWaves } from './check-waves.ts';
import { notReadyMessage } from './not-ready-message.ts';
import type { RunWish } from './read-run-wish.ts';
import type { WishedVm } from './wished-vms.ts';

/** Ids are short, to be read out: now and then a new one is taken already. */
const MAX_ID_ATTEMPTS = 5;

/** Brings several VMs home together: all are checked first, and when one is not ready, nothing is started. */
export async function startRun(wish: RunWish, request: Request, desk: Desk): Promise<Reply> {
  const checked = await checkWaves(wish.waves, desk);
  if (checked.flat().some(({ obstacles }) => obstacles.length > 0)) return notReadyMessage(checked);
  if (!wish.isAsAdvised && checked.flat().some(isToBeAsked))
    return askRunSynchronization(wish, checked);
  const places = await open(wish.isAsAdvised ? advised(wish, checked) : wish, request, desk);
  const [first = []] = places[0]?.wave.waves ?? [];
  await Promise.all(first.map((id) => desk.settle(id)));
  const vault = wish.waves[0]?.[0]?.found.vault ?? '';
  const window = windowLine(desk.policyFor(vault, wish.home), desk.clock.now());
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
    wish.isAsAdvised
      ? undefined
      : list(checked.flat().filter(isAgainstAdvice).map(againstAdviceLine)),
    window && paragraph(...window),
  );
}

/** Of whatever nothing was said, it is as advised. */
const advised = (wish: RunWish, checked: readonly (readonly CheckedVm[])[]): RunWish => ({
  ...wish,
  waves: checked.map((wave) =>
    wave.map(({ wish: one, outlook }) => ({
      ...one,
      synchronization: one.synchronization ?? outlook.advice.synchronization,
    })),
  ),
});

/** The usual way is what is taken where nothing was said. */
const wayOf = ({ synchronization = 'beforeFailover' }: WishedVm): Synchronization =>
  synchronization;

const isAgainstAdvice = ({ wish, outlook }: CheckedVm): boolean =>
  wayOf(wish) !== outlook.advice.synchronization;

const againstAdviceLine = ({ wish, outlook }: CheckedVm): Line => [
  { bold: shownName(wish.found.item.name) },
  ': ',
  againstAdvice(wayOf(wish)),
  ' ',
  decidingReason(outlook.advice),
];

/** One member of a run that is about to be written down. */
interface Opening {
  readonly id: string;
  readonly wish: WishedVm;
  readonly wave: WavePlace;
}

/** Writes all requests down as one, under ids that are not taken yet. */
async function open(wish: RunWish, request: Request, desk: Desk): Promise<readonly Opening[]> {
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

function placesOf({ waves }: RunWish, desk: Desk): readonly Opening[] {
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
          .map(({ found }) => shownName(found.item.name))
          .join(', '),
        failback: failbackId,
      },
    ),
    { cause: error, ...(failbackId !== '' && { failbackId }) },
  );
}
