import { shorten } from '../chat/shorten.ts';
import { serversOf } from '../failback/coming-home.ts';
import type { Failback } from '../failback/failback.ts';
import { phrase } from '../failback/words.ts';

/** Names of servers and switches are shown in this many characters. */
const MAX_NAMES = 150;

/** What the question about missing virtual switches is about, in words. */
export function switchWords(vm: string, failback: Failback) {
  const { missingSwitches, madeSwitches } = failback;
  const [host] = serversOf(failback);
  const names = shorten([...madeSwitches, ...missingSwitches].join(', '), MAX_NAMES);
  const server = host === undefined ? phrase('the server') : shorten(host, MAX_NAMES);
  return {
    title: phrase('Virtual switch: make what {vm} needs on {server}?', { vm, server }),
    calls: phrase(
      'On {server} a private virtual switch is made for each missing name: {names}. A private switch connects the VMs of that server with each other, and changes no network.',
      { server, names },
    ),
    goesDown: phrase(
      'Nothing. {vm} has no way out by a private switch: connect the switch to the network in Hyper-V before complete failover.',
      { vm },
    ),
    irreversible: phrase(
      'Nothing. The switch stays, whatever becomes of the failback; it can be removed in Hyper-V.',
    ),
  };
}
