import type { Directory } from '../access/directory.ts';
import { factName } from '../chat/fact-names.ts';
import type { Line, Part } from '../chat/message.ts';
import { list, paragraph } from '../chat/say.ts';
import { shorten, shortWords } from '../chat/shorten.ts';
import { comingHome } from '../failback/coming-home.ts';
import type { Failback } from '../failback/failback.ts';
import type { OnPremisesVm } from '../failback/on-premises-vm.ts';
import { isProven } from '../failback/proofs.ts';
import { phrase, type Words } from '../failback/words.ts';
import { missing } from './describe-host-event.ts';

/** What was found instead of a proof, and names of VMs, are shown in this many characters. */
const MAX_WORDS = 300;
const MAX_NAMES = 200;

/** What is known of the VMs on-premises before they are deleted in Azure. */
export function proofPart(failback: Failback, directory: Directory): Part {
  const { override, target } = failback;
  if (override) return overridden(override, failback, directory);
  const vms = comingHome(failback);
  const [first] = vms.filter(isChecked);
  if (first === undefined) return unchecked(failback);
  return target.kind === 'recoveryPlan'
    ? paragraph(provenWords(vms), ...uncheckedLines(failback).flatMap((line) => [' ', ...line]))
    : paragraph(phrase('Proven on-premises: {proofs}.', { proofs: namesOf(first) }));
}

const isChecked = ({ proofs }: OnPremisesVm): boolean => proofs.length > 0;

const namesOf = ({ proofs }: OnPremisesVm) => ({ list: proofs.map(({ name }) => factName(name)) });

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

function overridden(
  { by, reason }: NonNullable<Failback['override']>,
  failback: Failback,
  directory: Directory,
): Part {
  const unproven = missingLine(failback);
  return list([
    [
      { bold: phrase('Not proven that the on-premises VM is well.') },
      ...(unproven === undefined ? [] : [' ', ...unproven]),
    ],
    [
      phrase('{name} let the commit be asked for: {reason}', {
        name: directory.nameOf(by.person ?? by.userId),
        reason,
      }),
    ],
    ...uncheckedLines(failback),
  ]);
}

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
