import type { Line } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { shortWords } from '../../chat/message/shorten.ts';
import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import { isProven } from '../../failback/on-premises/proofs.ts';
import { comingHome } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { missing } from './vm-words.ts';

/** What was found instead of a proof, and names of VMs, are shown in this many characters. */
export const MAX_WORDS = 300;

export const isChecked = ({ proofs }: OnPremisesVm): boolean => proofs.length > 0;

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
