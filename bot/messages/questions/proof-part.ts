import type { Directory } from '../../access/directory.ts';
import type { Line, Part } from '../../chat/message/message.ts';
import { type PhraseValue, phrase, type Words } from '../../chat/message/phrase.ts';
import { bulletList, paragraph } from '../../chat/message/say.ts';
import { shorten, shortWords } from '../../chat/message/shorten.ts';
import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import { isProven } from '../../failback/on-premises/proofs.ts';
import { comingHome } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { MissingProof } from '../../failback/state/holds.ts';
import { coded } from '../../failback/words/coded.ts';
import { gb } from '../../failback/words/state-words.ts';
import { namedState } from '../../failback/words/statement.ts';
import { minutes } from '../words/duration.ts';
import { isChecked, MAX_WORDS, missingLine } from '../words/missing-proofs.ts';
import { subjectWords } from '../words/subject-words.ts';

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
  return bulletList([
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
