import { estimateWords } from '../chat/estimate-words.ts';
import { shownName } from '../chat/shorten.ts';
import type { Failback } from '../failback/failback.ts';
import { estimate } from '../failback/gate-estimate.ts';
import type { GateKind } from '../failback/gates.ts';
import type { Words } from '../failback/words.ts';
import { directionWords } from './direction-words.ts';
import { planGateWords } from './plan-gate-words.ts';
import type { GateWords } from './question-words.ts';
import { switchWords } from './switch-words.ts';

/** The words of a gate for one failback. */
export function gateWords(kind: GateKind, failback: Failback): GateWords {
  const { target, synchronization } = failback;
  const name = shownName(target.name);
  if (kind === 'switch') return switchWords(name, failback);
  if (target.kind === 'recoveryPlan' || kind === 'action')
    return planGateWords(kind, name, failback);
  return kind === 'direction' ? directionWords(name, synchronization) : WORDS[kind](name);
}

type OfOneVm = Exclude<GateKind, 'direction' | 'switch' | 'action'>;

const WORDS: Readonly<Record<OfOneVm, (vm: string) => GateWords>> = {
  complete: (vm) => ({
    title: `Complete failover: take ${vm} down in Azure and start it on-premises?`,
    calls: 'Complete failover: the waiting planned failover job is resumed.',
    goesDown: `${vm} stops in Azure at once. It is down until it has started on-premises.`,
    irreversible:
      'The shutdown in Azure. The bot cannot start the Azure VM again; it is kept, stopped, until the commit.',
  }),
  commit: (vm) => ({
    title: `Commit: delete ${vm} in Azure for good?`,
    calls: 'Commit of the failback. Check first that the VM works on-premises.',
    goesDown:
      'Nothing. The VM runs on-premises. After the commit it is not protected until reverse replication is healthy.',
    irreversible: 'The Azure VM and its disks are deleted. There is no way back after this.',
    challenge: 'Type the name of the VM.',
  }),
  reverse: (vm) => ({
    title: `Reverse replicate: protect ${vm} in Azure again?`,
    calls: 'Reverse replicate: replication from on-premises to Azure starts.',
    goesDown: 'Nothing. Until it is healthy, the VM is not protected.',
    irreversible: 'Nothing.',
  }),
};

/** How long what the gate leads to may take, as a range. */
export function expectedMinutes(kind: GateKind, failback: Failback): Words {
  return estimateWords(estimate(kind, failback));
}
