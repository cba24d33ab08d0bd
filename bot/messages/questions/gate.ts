import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shownName } from '../../chat/message/shorten.ts';
import { estimate } from '../../failback/decide/gate-estimate.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { GateKind } from '../../failback/state/gates.ts';
import { estimateWords } from '../words/estimate-words.ts';
import type { GateWords } from '../words/question-words.ts';
import { switchWords } from '../words/switch-words.ts';
import { directionWords } from './direction.ts';
import { planGateWords } from './plan-gate.ts';

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
    title: phrase('Complete failover: take {vm} down in Azure and start it on-premises?', { vm }),
    calls: phrase('Complete failover: the waiting planned failover job is resumed.'),
    goesDown: phrase('{vm} stops in Azure at once. It is down until it has started on-premises.', {
      vm,
    }),
    irreversible: phrase(
      'The shutdown in Azure. The bot cannot start the Azure VM again; it is kept, stopped, until the commit.',
    ),
  }),
  commit: (vm) => ({
    title: phrase('Commit: delete {vm} in Azure for good?', { vm }),
    calls: phrase('Commit of the failback. Check first that the VM works on-premises.'),
    goesDown: phrase(
      'Nothing. The VM runs on-premises. After the commit it is not protected until reverse replication is healthy.',
    ),
    irreversible: phrase(
      'The Azure VM and its disks are deleted. There is no way back after this.',
    ),
    challenge: phrase('Type the name of the VM.'),
  }),
  reverse: (vm) => ({
    title: phrase('Reverse replicate: protect {vm} in Azure again?', { vm }),
    calls: phrase('Reverse replicate: replication from on-premises to Azure starts.'),
    goesDown: phrase('Nothing. Until it is healthy, the VM is not protected.'),
    irreversible: phrase('Nothing.'),
  }),
};

/** How long what the gate leads to may take, as a range. */
export function expectedMinutes(kind: GateKind, failback: Failback): Words {
  return estimateWords(estimate(kind, failback));
}
