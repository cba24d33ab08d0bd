import type { Channel } from '../bot/chat/channels.ts';
import type { Command, Reply, Request } from '../bot/chat/command.ts';
import type { Desk } from '../bot/chat/desk.ts';
import { markPart } from '../bot/chat/do-not-start.ts';
import { findChosenChannel, findNamedChannel, findOnlyChannel } from '../bot/chat/find-channel.ts';
import {
  findChosenDestination,
  findDestination,
  readPlacement,
} from '../bot/chat/find-destination.ts';
import { type FoundItem, findChosen, findItem, isName } from '../bot/chat/find-target.ts';
import { openFailback } from '../bot/chat/open-failback.ts';
import { readinessMessage } from '../bot/chat/readiness-message.ts';
import { requestFor } from '../bot/chat/request-for.ts';
import { compose, paragraph, say } from '../bot/chat/say.ts';
import { shorten, shownName } from '../bot/chat/shorten.ts';
import { startForm } from '../bot/chat/start-form.ts';
import { windowLine } from '../bot/chat/window-words.ts';
import { type Destination, ORIGINAL_LOCATION } from '../bot/failback/destination.ts';
import type { Failback } from '../bot/failback/failback.ts';
import { readRunWish } from './run/read-run-wish.ts';
import { startRun } from './run/start-run.ts';

export const start: Command = {
  name: 'start',
  usage: '<vm> [<vm>…] [then <vm>…] [to <server>] [create-vm] [in <channel>]',
  summary:
    'Bring VMs home: checks them, then asks an approver for the direction. What stands behind "then" waits until what stands before it is home.',
  role: 'operator',
  acts: true,

  async run(request, desk) {
    if (request.values['vm'] !== undefined)
      return begin(await findFilledIn(request, desk), request, desk);
    if (request.words.length === 0) return startForm(request, desk);
    const run = await readRunWish(request, desk);
    if (run !== undefined) return startRun(run, request, desk);
    return begin(await findTyped(request, desk), request, desk);
  },
};

/** What is to come home, where to, and the channel in which its failback lives. */
interface Wish {
  readonly found: FoundItem;
  readonly destination: Destination;
  readonly home: Channel;
}

async function findFilledIn(request: Request, desk: Desk): Promise<Wish> {
  const { vm = '', destination, channel } = request.values;
  const found = await findChosen(vm, desk);
  const home =
    channel === undefined
      ? findOnlyChannel(found.item.name, request, desk)
      : findChosenChannel(channel, desk);
  return {
    found,
    destination:
      destination === undefined
        ? ORIGINAL_LOCATION
        : await findChosenDestination(destination, found, desk),
    home,
  };
}

/** `web-01`, or `web-01 in incident`; a VM may be called so as a whole, too. */
async function findTyped(request: Request, desk: Desk): Promise<Wish> {
  const placed = await readPlacement(request.words, desk);
  const { found, home } = await findTypedVm(placed.words, request, desk);
  return { found, home, destination: await findDestination(placed, found, desk) };
}

async function findTypedVm(
  words: readonly string[],
  request: Request,
  desk: Desk,
): Promise<Omit<Wish, 'destination'>> {
  const at = words.findLastIndex((word) => word.toLowerCase() === 'in');
  if (at < 1 || (await isName(words.join(' '), desk))) {
    const found = await findItem(words.join(' '), desk);
    return { found, home: findOnlyChannel(found.item.name, request, desk) };
  }
  const found = await findItem(words.slice(0, at).join(' '), desk);
  const name = words.slice(at + 1).join(' ');
  return { found, home: findNamedChannel(name, found.item.name, desk) };
}

async function begin(
  { found, destination, home }: Wish,
  request: Request,
  desk: Desk,
): Promise<Reply> {
  const requested = await requestFor({ found, destination, home, by: request.actor }, desk);
  const id = await openFailback(requested, desk);
  await desk.settle(id);
  const where = placeWords(home, request);
  return answer(await desk.failbacks.get(id), { id, where, now: desk.clock.now() });
}

function placeWords({ name, places }: Channel, { actor }: Request): string {
  const isHere = places.some(
    ({ platform, channel }) => platform === actor.platform && channel === actor.channel,
  );
  return isHere ? 'this channel' : `the channel ${shorten(name, 60)}`;
}

function answer(
  failback: Failback | undefined,
  { id, where, now }: { readonly id: string; readonly where: string; readonly now: number },
): Reply {
  if (failback?.stage === 'notReady')
    return readinessMessage(failback.target.name, failback.checks);
  if (failback === undefined || isUnread(failback)) {
    return say(
      { bold: id },
      ' is open, but Azure could not be read yet. Nothing was changed. The bot keeps trying; /failback status shows it.',
    );
  }
  const vm = shownName(failback.target.name);
  const window = windowLine(failback.policy, now);
  return compose(
    paragraph({ bold: id }, ` is open for ${vm}${nextWords(failback, where)}`),
    failback.hold === undefined && window ? paragraph(...window) : undefined,
    markPart(failback),
  );
}

function nextWords({ hold, stage }: Failback, where: string): string {
  if (hold !== undefined) return `, but on hold. Its message in ${where} says why.`;
  return stage === 'awaitingSwitch'
    ? `. Its board is in ${where}. A virtual switch is missing: an approver other than you decides about it first.`
    : `. Its board is in ${where}. An approver other than you decides the direction next.`;
}

const isUnread = ({ stage, hold }: Failback): boolean => stage === 'checking' && hold === undefined;
