import type { Directory } from '../../access/directory.ts';
import type { Message } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shortWords, shownName } from '../../chat/message/shorten.ts';
import type { Alarm } from '../../failback/on-premises/marked-vm.ts';
import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import { DO_NOT_START, doNotStartOn } from '../../failback/readiness/readiness.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { namedState } from '../../failback/words/statement.ts';

import { choosers } from '../words/deciders.ts';

/** Hyper-V's own states are single words. */
const MAX_STATE = 60;

/** A VM that must not be started was seen running: a message of its own, also after its failback has ended. */
export function renderAlarm(
  alarm: Alarm,
  vm: OnPremisesVm,
  failback: Failback,
  directory: Directory,
): Message {
  return alarm.offAt === undefined
    ? open(alarm, vm, failback, directory)
    : closed({ ...alarm, offAt: alarm.offAt }, vm, failback);
}

function open(alarm: Alarm, vm: OnPremisesVm, failback: Failback, directory: Directory): Message {
  const { id } = failback;
  const { name, host } = vm;
  return compose(
    title(phrase('Alarm: {vm} was started on-premises', { vm: shownName(name) })),
    paragraph({ bold: warning(vm) }),
    paragraph(
      phrase(
        'Turn it off now. What it writes to its disks cannot be trusted, and the Azure VM may be running too. Then bring it home again.',
      ),
    ),
    {
      kind: 'facts',
      facts: [
        { name: phrase('On-premises VM'), value: [shortWords(namedState(alarm.state), MAX_STATE)] },
        {
          name: phrase('Server'),
          value: [host === undefined ? phrase('not known') : shownName(host.name)],
        },
        { name: phrase('Seen at'), value: [{ time: alarm.at }] },
      ],
    },
    paragraph(phrase('Should know: {people}', { people: choosers(failback, directory) })),
    note(vm.isDestination ? untilHome(id) : untilRemoved(id)),
  );
}

function closed(
  alarm: Alarm & { readonly offAt: number },
  vm: OnPremisesVm,
  { id }: Failback,
): Message {
  return compose(
    title(phrase('Over. Alarm: {vm} was started on-premises', { vm: shownName(vm.name) })),
    paragraph(phrase('It has been off again since {time}.', { time: { time: alarm.offAt } })),
    paragraph({ bold: warning(vm) }),
    note(phrase('{id}. First seen {time}.', { id, time: { time: alarm.at } })),
  );
}

/** What was left on another server than the VM is brought to. */
const warning = ({ isDestination, host }: OnPremisesVm): Words =>
  isDestination || host === undefined ? DO_NOT_START : doNotStartOn(shownName(host.name));

const untilHome = (id: string): Words =>
  phrase(
    '{id}. The mark goes away when a failback of this VM has succeeded. If one was made outside of the bot, look at the VM before you believe it.',
    { id },
  );

const untilRemoved = (id: string): Words =>
  phrase(
    '{id}. This VM was brought home to another server. The mark goes away when a failback to this server has succeeded, or when the VM was removed from it.',
    { id },
  );
