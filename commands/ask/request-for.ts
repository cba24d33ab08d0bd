import type { Channel } from '../../bot/chat/channels.ts';
import type { CommandContext } from '../../bot/chat/command-context.ts';
import type { Destination } from '../../bot/failback/ports/destination.ts';
import type { Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import type { Actor, EventOf } from '../../bot/failback/state/events.ts';
import type { WavePlace } from '../../bot/failback/state/wave-place.ts';
import { markOf } from '../../bot/store/marks-left.ts';
import { type FoundItem, targetOf } from '../find/find-target.ts';

/** What somebody wants of one VM. */
interface Wish {
  readonly found: FoundItem;
  readonly destination: Destination;
  /** The channel in which its failback lives. */
  readonly home: Channel;
  readonly by: Actor;
  /** It runs already: it was started outside of the bot. */
  readonly adopts?: true;
  /** Absent: before failover. */
  readonly synchronization?: Synchronization;
  /** Its place, where it comes home together with others. */
  readonly wave?: WavePlace;
}

/** The event with which a failback begins. */
export async function requestFor(
  { found, destination, home, by, synchronization = 'beforeFailover', wave, adopts }: Wish,
  desk: CommandContext,
): Promise<EventOf<'requested'>> {
  const target = targetOf(found);
  return {
    type: 'requested',
    by,
    target,
    destination,
    synchronization,
    channels: home.places,
    policy: desk.policyFor(target.vault, home),
    ...(await markOf(target, desk)),
    ...(wave && { wave }),
    ...(adopts && { adopts }),
  };
}
