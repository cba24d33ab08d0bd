import type { Directory } from '../access/directory.ts';
import { minutes } from '../chat/duration.ts';
import type { Line, Part } from '../chat/message.ts';
import { type PhraseValue, phrase, type Words } from '../chat/phrase.ts';
import { list, paragraph } from '../chat/say.ts';
import { shorten, shortWords } from '../chat/shorten.ts';
import { subjectWords } from '../chat/subject-words.ts';
import { comingHome } from '../failback/coming-home.ts';
import type { Failback } from '../failback/failback.ts';
import { gb } from '../failback/gigabytes.ts';
import type { MissingProof } from '../failback/holds.ts';
import type { OnPremisesVm } from '../failback/on-premises-vm.ts';
import { isProven } from '../failback/proofs.ts';
import { coded } from '../failback/words/coded.ts';
import { namedState } from '../failback/words/statement.ts';

import { missing } from './describe-host-event.ts';

/** What was found instead of a proof, and names of VMs, are shown in this many characters. */
const MAX_WORDS = 300;
const MAX_NAMES = 200;

/** What is known of the VMs on-premises before they are deleted in Azure. */
export function proofPart(failback: Failback, directory: Directory): Part {
  const { proofOverrides, target } = failback;
  if (proofOverrides.length > 0) return overridden(failback, directory);
  const vms = comingHome(failback);
  const [first] = vms.filter(isChecked);
  if (first === undefined) return unchecked(failback);
  return target.kind === 'recoveryPlan'
    ? paragraph(provenWords(vms), ...uncheckedLines(failback).flatMap((line) => [' ', ...line]))
    : paragraph(
        phrase('Proven on-premises: {proofs}.', { proofs: namesOf(first) }),
        ...lookLine(first).flatMap((words) => [' ', words]),
      );
}

/** What was seen of one VM, and when: addresses, uptime and the age of the look are shown, and not part of what is approved. */
function lookLine({ verified, verifiedAt }: OnPremisesVm): readonly Words[] {
  if (verified === undefined || verifiedAt === undefined) return [];
  const { host, state, disks, adapters, addresses, uptimeSeconds } = verified;
  const sizes = disks.map(({ sizeMb }) =>
    sizeMb === undefined ? phrase('not readable') : gb(sizeMb),
  );
  return [
    phrase('Seen on {host}, {time}: {state}, up {uptime}.', {
      host,
      time: { time: verifiedAt },
      state: namedState(state),
      uptime: minutes(uptimeSeconds * 1_000),
    }),
    shortWords(
      phrase(
        '{count, plural, one {# disk} other {# disks}}: {sizes}. Switches: {switches}. Addresses: {addresses}.',
        {
          count: disks.length,
          sizes: { list: sizes },
          switches: listOrNone(adapters.map((name) => name || phrase('not connected'))),
          addresses: listOrNone(addresses),
        },
      ),
      MAX_WORDS,
    ),
  ];
}

const listOrNone = (list: readonly Words[]): PhraseValue =>
  list.length === 0 ? coded('none') : { list };

const isChecked = ({ proofs }: OnPremisesVm): boolean => proofs.length > 0;

const namesOf = ({ proofs }: OnPremisesVm) => ({ list: proofs.map(subjectWords) });

const unchecked = ({ target }: Failback): Part =>
  paragraph(
    {
      bold:
        target.kind === 'recoveryPlan'
          ? phrase('The on-premises VMs were not checked by the bot.')
          : phrase('The on-premises VM was not checked by the bot.'),
    },
    ' ',
    phrase('Look for yourself whether it is well: after the commit there is no other copy.'),
  );

/** Of a plan: how many of its VMs are proven to be well. */
function provenWords(vms: readonly OnPremisesVm[]): Words {
  const proven = vms.filter((vm) => isChecked(vm) && isProven(vm.proofs)).length;
  return phrase('Proven on-premises: {proven} of {all} VMs.', { proven, all: vms.length });
}

function overridden(failback: Failback, directory: Directory): Part {
  const unproven = missingLine(failback);
  return list([
    [
      { bold: phrase('Not proven that the on-premises VM is well.') },
      ...(unproven === undefined ? [] : [' ', ...unproven]),
    ],
    ...failback.proofOverrides.map(
      ({ by, reason, proofs }): Line => [
        phrase('{name} let the commit be asked for without {proofs}: {reason}', {
          name: directory.nameOf(by.person ?? by.userId),
          proofs: shortWords(phrase('{all}', { all: { list: proofs.map(proofWords) } }), MAX_NAMES),
          reason,
        }),
      ],
    ),
    ...uncheckedLines(failback),
  ]);
}

const proofWords = ({ proof, port }: MissingProof): Words =>
  subjectWords({ name: proof, ...(port !== undefined && { port }) });

/** Which VMs of a plan nobody has looked at: what is proven, or let pass, is about the others. */
function uncheckedLines({ target, ...failback }: Failback): readonly Line[] {
  const names = comingHome(failback)
    .filter((vm) => !isChecked(vm))
    .map(({ name }) => name);
  return target.kind === 'protectedItem' || names.length === 0
    ? []
    : [
        [
          phrase('Not checked by the bot: {names}. Look for yourself whether they are well.', {
            names: shorten(names.join(', '), MAX_NAMES),
          }),
        ],
      ];
}

/** What is not proven yet; of a plan with the names of the VMs. Undefined when nothing is missing. */
export function missingLine(failback: Failback): Line | undefined {
  const unwell = comingHome(failback).filter((vm) => isChecked(vm) && !isProven(vm.proofs));
  if (unwell.length === 0) return undefined;
  const words = unwell.map((vm) =>
    failback.target.kind === 'recoveryPlan'
      ? phrase('{vm}: {proofs}', { vm: vm.name, proofs: missing(vm.proofs) })
      : missing(vm.proofs),
  );
  return [shortWords(phrase('{all}', { all: { list: words, between: ' ' } }), MAX_WORDS)];
}
