import type { Channel } from '../bot/chat/channels.ts';
import type { Command, CommandRequest, Reply } from '../bot/chat/command.ts';
import type { CommandContext } from '../bot/chat/command-context.ts';
import { type PhraseValues, phrase, type Words } from '../bot/chat/message/phrase.ts';
import { compose, paragraph, say } from '../bot/chat/message/say.ts';
import { shorten, shownName } from '../bot/chat/message/shorten.ts';
import type { Outlook } from '../bot/failback/outlook/outlook.ts';
import {
  createsVm,
  type Destination,
  ORIGINAL_LOCATION,
} from '../bot/failback/ports/destination.ts';
import type { Synchronization } from '../bot/failback/ports/site-recovery.ts';
import type { Failback } from '../bot/failback/state/failback.ts';
import { markPart } from '../bot/messages/words/do-not-start.ts';
import { readSynchronization } from '../bot/messages/words/synchronization-words.ts';
import { windowLine } from '../bot/messages/words/window-words.ts';
import { askSynchronization, chosenSynchronization } from './ask/ask-synchronization.ts';
import { lookAhead } from './ask/look-ahead.ts';
import { openFailback } from './ask/open-failback.ts';
import { readinessMessage } from './ask/readiness.ts';
import { requestFor } from './ask/request-for.ts';
import { startForm } from './ask/start-form.ts';
import { findChosenChannel, findNamedChannel, findOnlyChannel } from './find/find-channel.ts';
import {
  findChosenDestination,
  findDestination,
  isOriginal,
  readPlacement,
} from './find/find-destination.ts';
import { findChosenPlan, planNameIn } from './find/find-plan.ts';
import { type FoundItem, findChosen, findItem, isName } from './find/find-target.ts';
import {
  originalOnly,
  type PlanStartRequest,
  readPlanRequest,
  startPlan,
} from './plan/start-plan.ts';
import { readRunForm } from './run/start/read-run-form.ts';
import { readRunRequest } from './run/start/read-run-request.ts';
import { startRun } from './run/start/start-run.ts';

export const start: Command = {
  name: 'start',
  usage: phrase(
    '<vm> [<vm>…] [then <vm>…] [before-failover | full-download] [to <server>] [create-vm] [for <vm>…] [in <channel>] | plan <recovery plan> [full-download] [in <channel>]',
  ),
  summary: phrase(
    'Bring VMs home: checks them, then asks for the direction. VMs behind "then" wait until those before it are home.',
  ),
  role: 'operator',
  acts: true,

  async run(request, desk) {
    const several = await readRunForm(request, desk);
    if (several !== undefined) return startRun(several, request, desk);
    const chosen = await chosenPlan(request, desk);
    if (chosen !== undefined) return startPlan(chosen, request, desk);
    if (request.values['vm'] !== undefined)
      return advised(await findFilledIn(request, desk), request, desk);
    if (request.words.length === 0) return startForm(request, desk);
    const plan = planNameIn(request.words);
    if (plan !== undefined)
      return startPlan(await readPlanRequest(plan, request, desk), request, desk);
    const run = await readRunRequest(request, desk);
    if (run !== undefined) return startRun(run, request, desk);
    return advised(await findTyped(request, desk), request, desk);
  },
};

/** The recovery plan that was chosen in the form; undefined where a VM was, or nothing. */
async function chosenPlan(
  request: CommandRequest,
  desk: CommandContext,
): Promise<PlanStartRequest | undefined> {
  const { vm, destination, channel, synchronization } = request.values;
  const found = vm === undefined ? undefined : await findChosenPlan(vm, desk);
  if (found === undefined) return undefined;
  if (destination !== undefined && !isOriginal(destination)) throw originalOnly();
  const home =
    channel === undefined
      ? findOnlyChannel(`plan ${found.plan.name}`, request, desk)
      : findChosenChannel(channel, desk);
  return {
    found,
    home,
    synchronization: chosenSynchronization(synchronization),
  };
}

/** What is to come home, where to and how, and the channel in which its failback lives. */
interface Wish {
  readonly found: FoundItem;
  readonly destination: Destination;
  readonly home: Channel;
  /** Absent where nothing was said of it. */
  readonly synchronization?: Synchronization | undefined;
}

async function findFilledIn(request: CommandRequest, desk: CommandContext): Promise<Wish> {
  const { vm = '', destination, channel, synchronization } = request.values;
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
    synchronization: chosenSynchronization(synchronization),
  };
}

/** `web-01`, `web-01 full-download` or `web-01 in incident`; a VM may be called so as a whole, too. */
async function findTyped(request: CommandRequest, desk: CommandContext): Promise<Wish> {
  const { words, synchronization } = readSynchronization(request.words);
  const placed = await readPlacement(words, desk);
  const { found, home } = await findTypedVm(placed.words, request, desk);
  return { found, home, synchronization, destination: await findDestination(placed, found, desk) };
}

async function findTypedVm(
  words: readonly string[],
  request: CommandRequest,
  desk: CommandContext,
): Promise<Pick<Wish, 'found' | 'home'>> {
  const at = words.findLastIndex((word) => word.toLowerCase() === 'in');
  if (at < 1 || (await isName(words.join(' '), desk))) {
    const found = await findItem(words.join(' '), desk);
    return { found, home: findOnlyChannel(found.item.name, request, desk) };
  }
  const found = await findItem(words.slice(0, at).join(' '), desk);
  const name = words.slice(at + 1).join(' ');
  return { found, home: findNamedChannel(name, found.item.name, desk) };
}

/** Where nothing was said of how the data travels, the usual way is taken only when nothing speaks against it. */
async function advised(wish: Wish, request: CommandRequest, desk: CommandContext): Promise<Reply> {
  const { found, destination, synchronization } = wish;
  if (synchronization === undefined && found.item.activeLocation === 'azure') {
    const outlook = await lookAhead(found, destination, desk);
    if (isToBeAsked(outlook, destination)) return askSynchronization(wish, outlook);
  }
  return begin(wish, request, desk);
}

/** A VM that is gone and may not be made has no way home: then that is what is said. */
const isToBeAsked = ({ advice }: Outlook, destination: Destination): boolean =>
  advice.synchronization === 'fullDownload' &&
  (createsVm(destination) || advice.reasons.every(({ kind }) => kind !== 'vmMissing'));

async function begin(
  { found, destination, home, synchronization = 'beforeFailover' }: Wish,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Reply> {
  const wanted = { found, destination, home, synchronization, by: request.actor };
  const requested = await requestFor(wanted, desk);
  const id = await openFailback(requested, desk);
  await desk.settle(id);
  const where = placeWords(home, request);
  return answer(await desk.failbacks.get(id), { id, where, now: desk.clock.now() });
}

function placeWords({ name, places }: Channel, { actor }: CommandRequest): Words {
  const isHere = places.some(
    ({ platform, channel }) => platform === actor.platform && channel === actor.channel,
  );
  return isHere
    ? phrase('this channel')
    : phrase('the channel {channel}', { channel: shorten(name, 60) });
}

function answer(
  failback: Failback | undefined,
  { id, where, now }: { readonly id: string; readonly where: Words; readonly now: number },
): Reply {
  if (failback?.stage === 'notReady')
    return readinessMessage(failback.target.name, failback.checks);
  if (failback === undefined || isUnread(failback)) {
    return say(
      phrase(
        '{id} is open, but Azure could not be read yet. Nothing was changed. The bot keeps trying; /failback status shows it.',
        { id: { bold: id } },
      ),
    );
  }
  const vm = shownName(failback.target.name);
  const opened = openedWords(failback, { id: { bold: id }, vm, where });
  const window = windowLine(failback.policy, now);
  return compose(
    paragraph(opened),
    failback.hold === undefined && window ? paragraph(...window) : undefined,
    markPart(failback),
  );
}

function openedWords({ hold, stage }: Failback, values: PhraseValues): Words {
  if (hold !== undefined)
    return phrase('{id} is open for {vm}, but on hold. Its message in {where} says why.', values);
  return stage === 'awaitingSwitch'
    ? phrase(
        '{id} is open for {vm}. Its board is in {where}. A virtual switch is missing: an approver other than you decides about it first.',
        values,
      )
    : phrase(
        '{id} is open for {vm}. Its board is in {where}. An approver other than you decides the direction next.',
        values,
      );
}

const isUnread = ({ stage, hold }: Failback): boolean => stage === 'checking' && hold === undefined;
