import type { Reply } from '../../bot/chat/command.ts';
import type { Line } from '../../bot/chat/message.ts';
import { adviceWords } from '../../bot/chat/outlook-lines.ts';
import { compose, list, paragraph } from '../../bot/chat/say.ts';
import { shownName } from '../../bot/chat/shorten.ts';
import { typedRun } from '../../bot/chat/typed-run.ts';
import type { Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import { phrase } from '../../bot/failback/words.ts';
import type { CheckedVm } from './check-waves.ts';
import type { RunWish } from './read-run-wish.ts';
import { typedVm } from './wished-vms.ts';

type Checked = readonly (readonly CheckedVm[])[];

/** The VMs of which nothing was said, and for which the usual way is not the one that is advised. */
export const isToBeAsked = ({ wish, outlook }: CheckedVm): boolean =>
  wish.synchronization === undefined && outlook.advice.synchronization === 'fullDownload';

/** Asks how the data of several VMs shall travel, with the advice for each of which it is not the usual way. */
export function askRunSynchronization({ home }: RunWish, waves: Checked): Reply {
  const asked = waves.flat().filter(isToBeAsked);
  return compose(
    paragraph(
      phrase('Nothing was started. For {count} of {vms} VMs a full download is advised:', {
        count: asked.length,
        vms: waves.flat().length,
      }),
    ),
    list(asked.map((vm) => adviceLine(vm, asked.length))),
    paragraph(phrase('Say how the data shall travel. Each as advised:')),
    list([[typedAs(waves, home.name, ({ outlook }) => outlook.advice.synchronization)]]),
    paragraph(phrase('All in the same way, where nothing else was said:')),
    list([
      [typedAs(waves, home.name, () => 'beforeFailover')],
      [typedAs(waves, home.name, () => 'fullDownload')],
    ]),
  );
}

/** With all of its reasons where there are few VMs; else with the one that decides. */
const adviceLine = ({ wish, outlook }: CheckedVm, of: number): Line => [
  { bold: shownName(wish.found.item.name) },
  ': ',
  adviceWords(outlook, of <= MAX_WITH_ALL_REASONS ? 'all' : 'deciding'),
];

/** A line of each has to be read as a whole. */
const MAX_WITH_ALL_REASONS = 5;

/** What is typed where this is said of the VMs of which nothing was. */
const typedAs = (waves: Checked, channel: string, way: (vm: CheckedVm) => Synchronization) =>
  typedRun(
    waves.map((wave) =>
      wave.map((vm) => ({
        ...typedVm(vm.wish),
        synchronization: vm.wish.synchronization ?? way(vm),
      })),
    ),
    channel,
  );
