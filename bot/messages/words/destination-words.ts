import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shorten } from '../../chat/message/shorten.ts';
import type { Destination } from '../../failback/ports/destination.ts';

/** Names of servers are shown in this many characters. */
const MAX_NAME = 100;

/** Where a VM is brought to, in whole sentences. */
export function destinationWords(destination: Destination): Words {
  if (destination.kind === 'alternateLocation')
    return phrase('Alternate location: {server}. The VM is made there if it is not there.', {
      server: shorten(destination.server, MAX_NAME),
    });
  return destination.createsVm
    ? phrase('The original location. The VM is made if it is not there.')
    : phrase('The original location.');
}
