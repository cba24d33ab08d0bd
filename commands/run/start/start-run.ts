import type { CommandRequest, Reply } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import type { Line, Part } from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { bulletList, compose, paragraph } from '../../../bot/chat/message/say.ts';
import { shorten, shownName } from '../../../bot/chat/message/shorten.ts';
import type { Synchronization } from '../../../bot/failback/ports/site-recovery.ts';
import { againstAdvice, decidingReason } from '../../../bot/messages/words/outlook-lines.ts';
import { listedName } from '../../../bot/messages/words/run-words.ts';
import { windowLine } from '../../../bot/messages/words/window-words.ts';
import { askRunSynchronization, isToBeAsked } from './ask-run-synchronization.ts';
import { type CheckedVm, checkWaves } from './check-waves.ts';
import { notReadyMessage } from './not-ready-message.ts';
import { openRun } from './open-run.ts';
import type { RunStartRequest } from './read-run-request.ts';
import type { RequestedVm } from './requested-vms.ts';

/** Brings several VMs home together: all are checked first, and when one is not ready, nothing is started. */
export async function startRun(
  wish: RunStartRequest,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Reply> {
  const checked = await checkWaves(wish.waves, desk);
  if (checked.flat().some(({ obstacles }) => obstacles.length > 0)) return notReadyMessage(checked);
  if (!wish.isAsAdvised && checked.flat().some(isToBeAsked))
    return askRunSynchronization(wish, checked);
  const places = await openRun(wish.isAsAdvised ? advised(wish, checked) : wish, request, desk);
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
      : bulletList(checked.flat().filter(isAgainstAdvice).map(againstAdviceLine)),
    await switchPart(first, desk),
    window && paragraph(...window),
  );
}

/** Those of the first wave that are asked about a virtual switch before their direction. */
async function switchPart(ids: readonly string[], desk: CommandContext): Promise<Part | undefined> {
  const members = await Promise.all(ids.map((id) => desk.failbacks.get(id)));
  const without = members.flatMap((one) => (one?.stage === 'awaitingSwitch' ? [one] : []));
  return without.length === 0
    ? undefined
    : paragraph(
        phrase(
          'A virtual switch is missing for {vms}: an approver other than you decides about it first.',
          { vms: { list: without.map(listedName) } },
        ),
      );
}

/** Of whatever nothing was said, it is as advised. */
const advised = (
  wish: RunStartRequest,
  checked: readonly (readonly CheckedVm[])[],
): RunStartRequest => ({
  ...wish,
  waves: checked.map((wave) =>
    wave.map(({ wish: one, outlook }) => ({
      ...one,
      synchronization: one.synchronization ?? outlook.advice.synchronization,
    })),
  ),
});

/** The usual way is what is taken where nothing was said. */
const wayOf = ({ synchronization = 'beforeFailover' }: RequestedVm): Synchronization =>
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
