import { shorten } from '../chat/shorten.ts';
import type { Destination } from '../failback/destination.ts';

/** Names of servers are shown in this many characters. */
const MAX_NAME = 100;

/** Where a VM is brought to, in whole sentences. */
export function destinationWords(destination: Destination): string {
  if (destination.kind === 'alternateLocation')
    return `Alternate location: ${shorten(destination.server, MAX_NAME)}. The VM is made there if it is not there.`;
  return destination.createsVm
    ? 'The original location. The VM is made if it is not there.'
    : 'The original location.';
}
