import type { Reply } from '../../../bot/chat/command.ts';
import type { Field, Form, Line, Part } from '../../../bot/chat/message/message.ts';
import { phrase, type Words } from '../../../bot/chat/message/phrase.ts';
import { bulletList, compose, paragraph } from '../../../bot/chat/message/say.ts';
import { shownName } from '../../../bot/chat/message/shorten.ts';
import type { Synchronization } from '../../../bot/failback/ports/site-recovery.ts';
import { adviceWords } from '../../../bot/messages/words/outlook-lines.ts';
import { typedRun } from '../../../bot/messages/words/typed-run.ts';
import { eachSynchronizationField, only } from '../../ask/ask-synchronization.ts';
import { keyOfChannel } from '../../find/find-channel.ts';
import { optionOfDestination } from '../../find/find-destination.ts';
import { keyOf } from '../../find/find-target.ts';
import type { CheckedVm } from './check-waves.ts';
import type { RunStartRequest } from './read-run-request.ts';
import { typedVm } from './requested-vms.ts';

type Checked = readonly (readonly CheckedVm[])[];

/** The VMs of which nothing was said, and for which the usual way is not the one that is advised. */
export const isToBeAsked = ({ wish, outlook }: CheckedVm): boolean =>
  wish.synchronization === undefined && outlook.advice.synchronization === 'fullDownload';

/** Asks how the data of several VMs shall travel, with the advice for each of which it is not the usual way. */
export function askRunSynchronization(wish: RunStartRequest, waves: Checked): Reply {
  const asked = waves.flat().filter(isToBeAsked);
  const advice = [
    paragraph(
      phrase('Nothing was started. For {count} of {vms} VMs a full download is advised:', {
        count: asked.length,
        vms: waves.flat().length,
      }),
    ),
    bulletList(asked.map((vm) => adviceLine(vm, asked.length))),
  ];
  const otherwise = compose(
    ...advice,
    paragraph(phrase('Say how the data shall travel. Each as advised:')),
    bulletList([[typedAs(waves, wish.home.name, ({ outlook }) => outlook.advice.synchronization)]]),
    paragraph(phrase('All in the same way, where nothing else was said:')),
    bulletList([
      [typedAs(waves, wish.home.name, () => 'beforeFailover')],
      [typedAs(waves, wish.home.name, () => 'fullDownload')],
    ]),
  );
  return fitsForm(waves) ? { form: formFor(wish, waves, advice), otherwise } : otherwise;
}

/** What is said of some of them only, and more waves than two, is typed. */
function fitsForm(waves: Checked): boolean {
  const all = waves.flat();
  const places = new Set(all.map(({ wish }) => JSON.stringify(wish.destination)));
  return (
    waves.length <= 2 &&
    places.size === 1 &&
    all.every(({ wish }) => wish.synchronization === undefined)
  );
}

/** What is settled already travels with the form, and is read again when it comes back. */
function formFor(
  { home }: RunStartRequest,
  waves: Checked,
  intro: readonly (Part | undefined)[],
): Form {
  const [first = [], then = []] = waves;
  const { destination } = first[0]?.wish ?? {};
  return {
    command: 'start',
    title: phrase('Start a failback'),
    intro: compose(...intro).parts,
    fields: [
      vmsField('vm', phrase('VMs to bring home'), first),
      ...(then.length === 0
        ? []
        : [vmsField('later', phrase('VMs that wait until those are home'), then)]),
      ...(destination === undefined
        ? []
        : [only('destination', phrase('Where to'), optionOfDestination(destination))]),
      only('channel', phrase('Channel for its board'), {
        value: keyOfChannel(home),
        label: home.name,
      }),
      eachSynchronizationField,
    ],
    submit: phrase('Check and ask'),
  };
}

function vmsField(name: string, label: Words, vms: readonly CheckedVm[]): Field {
  const options = vms.map(({ wish }) => ({
    value: keyOf(wish.found),
    label: wish.found.item.name,
  }));
  const chosen = options.map(({ value }) => value);
  return { kind: 'choice', name, label, options, several: { chosen } };
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
