import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shorten, shownName } from '../../chat/message/shorten.ts';
import { serversOf } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';

/** Names of servers and switches are shown in this many characters. */
const MAX_NAMES = 150;

/** What is left to do by hand before the VM goes down; undefined where the bot has made no switch. */
export function switchReminder({ madeSwitches, target }: Failback): Words | undefined {
  if (madeSwitches.length === 0) return undefined;
  return phrase(
    'The bot has made private virtual switches: {names}. Connect them to the network in Hyper-V first. {vm} has no way out by them until then.',
    { names: shorten(madeSwitches.join(', '), MAX_NAMES), vm: shownName(target.name) },
  );
}

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
