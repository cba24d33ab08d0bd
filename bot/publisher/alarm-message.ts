import type { Directory } from '../access/directory.ts';
import type { Message } from '../chat/message.ts';
import { compose, note, paragraph, title } from '../chat/say.ts';
import { shortWords, shownName } from '../chat/shorten.ts';
import type { Failback } from '../failback/failback.ts';
import type { Alarm } from '../failback/marked-vm.ts';
import { DO_NOT_START } from '../failback/readiness.ts';
import { stateWords } from '../failback/state-words.ts';
import { phrase } from '../failback/words.ts';
import { deciders } from './deciders.ts';

/** Hyper-V's own states are single words. */
const MAX_STATE = 60;

/** A VM that must not be started was seen running: a message of its own, also after its failback has ended. */
export function renderAlarm(alarm: Alarm, failback: Failback, directory: Directory): Message {
  return alarm.offAt === undefined
    ? open(alarm, failback, directory)
    : closed({ ...alarm, offAt: alarm.offAt }, failback);
}

function open(alarm: Alarm, failback: Failback, directory: Directory): Message {
  const { id, target, host } = failback;
  return compose(
    title(phrase('Alarm: {vm} was started on-premises', { vm: shownName(target.name) })),
    paragraph({ bold: DO_NOT_START }),
    paragraph(
      phrase(
        'Turn it off now. What it writes to its disks cannot be trusted, and the Azure VM may be running too. Then bring it home again.',
      ),
    ),
    {
      kind: 'facts',
      facts: [
        { name: phrase('On-premises VM'), value: [shortWords(stateWords(alarm.state), MAX_STATE)] },
        { name: phrase('Server'), value: [host?.name ?? phrase('not known')] },
        { name: phrase('Seen at'), value: [{ time: alarm.at }] },
      ],
    },
    paragraph(phrase('Should know: {people}', { people: deciders(failback, directory) })),
    note(
      phrase(
        '{id}. The mark goes away when a failback of this VM has succeeded. If one was made outside of the bot, look at the VM before you believe it.',
        { id },
      ),
    ),
  );
}

function closed(alarm: Alarm & { readonly offAt: number }, { id, target }: Failback): Message {
  return compose(
    title(phrase('Over. Alarm: {vm} was started on-premises', { vm: shownName(target.name) })),
    paragraph(phrase('It has been off again since {time}.', { time: { time: alarm.offAt } })),
    paragraph({ bold: DO_NOT_START }),
    note(phrase('{id}. First seen {time}.', { id, time: { time: alarm.at } })),
  );
}
