import type { Destination } from '../failback/destination.ts';
import type { Actor, EventOf } from '../failback/events.ts';
import type { Synchronization } from '../failback/ports/site-recovery.ts';
import type { WavePlace } from '../failback/wave-place.ts';
import type { Channel } from './channels.ts';
import type { Desk } from './desk.ts';
import { markOf } from './do-not-start.ts';
import { type FoundItem, targetOf } from './find-target.ts';

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
  desk: Desk,
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
