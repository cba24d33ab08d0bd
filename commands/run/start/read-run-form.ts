import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { InputError } from '../../../bot/chat/input-error.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { ORIGINAL_LOCATION } from '../../../bot/failback/ports/destination.ts';
import { chosenSynchronization, EACH_AS_ADVISED } from '../../ask/ask-synchronization.ts';
import { findChosenChannel, findOnlyChannel } from '../../find/find-channel.ts';
import { chosenDestination } from '../../find/find-destination.ts';
import { keyOfPlan, listPlans } from '../../find/find-plan.ts';
import { type FoundItem, findChosenAmong, listItems } from '../../find/find-target.ts';
import { type RunStartRequest, refuse } from './read-run-request.ts';
import { type RequestedVm, serversByVault } from './requested-vms.ts';

/**
 * Several VMs that were chosen in a form, in one wave or two; undefined where one VM or one recovery plan was. Throws
 * `InputError` for what cannot come home as one run.
 */
export async function readRunForm(
  request: CommandRequest,
  desk: CommandContext,
): Promise<RunStartRequest | undefined> {
  const { vm, later, destination, channel, synchronization } = request.values;
  const waves = [keysIn(vm), keysIn(later)].filter((keys) => keys.length > 0);
  if (waves.flat().length < 2) return undefined;
  await refusePlans(waves.flat(), desk);
  const items = await listItems(desk);
  const found = waves.map((keys) => keys.map((key) => findChosenAmong(items, key)));
  refuse(found.flat());
  const first = found[0]?.[0]?.item.name ?? '';
  const servers = await serversByVault(found.flat(), desk);
  const wishOf = (one: FoundItem): RequestedVm => ({
    found: one,
    destination:
      destination === undefined
        ? ORIGINAL_LOCATION
        : chosenDestination(destination, one, servers.get(one.vault) ?? []),
    synchronization: chosenSynchronization(synchronization),
  });
  return {
    waves: found.map((wave) => wave.map(wishOf)),
    home:
      channel === undefined
        ? findOnlyChannel(first, request, desk)
        : findChosenChannel(channel, desk),
    ...(synchronization === EACH_AS_ADVISED && { isAsAdvised: true }),
  };
}

const keysIn = (answer: string | undefined): readonly string[] =>
  (answer ?? '').split(',').filter((key) => key !== '');

async function refusePlans(keys: readonly string[], desk: CommandContext): Promise<void> {
  const plan = (await listPlans(desk)).find((one) => keys.includes(keyOfPlan(one)));
  if (plan === undefined) return;
  throw new InputError(
    'plan-alone',
    phrase(
      'A recovery plan comes home by itself, in the order of its groups. Nothing was done. Choose one plan and no VM, or VMs and no plan.',
    ),
  );
}
