import type { Failback } from '../failback/failback.ts';
import { estimate } from '../failback/gate-estimate.ts';
import type { GateKind } from '../failback/gates.ts';
import type { WaveGate } from '../failback/wave-question.ts';
import type { GateWords } from './question-words.ts';
import { vmCount } from './run-board.ts';

/** What a question to a wave is about, in words: the person who decides reads nothing else. */
export function waveGateWords(question: Pick<WaveGate, 'about' | 'open' | 'over'>): GateWords {
  const { about, open, over } = question;
  if (about === 'action') throw new Error('no wave is asked about an action of a recovery plan');
  return WORDS[about](vmCount(open.length === 0 ? over.length : open.length));
}

/** A run has no recovery plan, and so no action of one. */
type WaveKind = Exclude<GateKind, 'action'>;

const WORDS: Readonly<Record<WaveKind, (vms: string) => GateWords>> = {
  switch: (vms) => ({
    title: `Virtual switches: make what ${vms} need?`,
    calls: 'A private virtual switch is made for each missing name. It changes no network.',
    goesDown: 'Nothing.',
    irreversible: 'Nothing.',
  }),
  direction: (vms) => ({
    title: `Direction: bring ${vms} home from Azure to on-premises?`,
    calls:
      'Planned failover of each VM from Azure to on-premises, to the original location, with data synchronization before failover.',
    goesDown: 'Nothing yet. The Azure VMs keep running while the changes are copied.',
    irreversible:
      'The on-premises disks are overwritten with the data from Azure. Once started, the synchronization must finish: stopping it leaves them inconsistent.',
    challenge: 'On which side are the VMs live now?',
  }),
  complete: (vms) => ({
    title: `Complete failover: take ${vms} down in Azure and start on-premises?`,
    calls: 'Complete failover: the waiting planned failover job of each VM is resumed.',
    goesDown:
      'Every VM of the list stops in Azure at once. Each is down until it has started on-premises.',
    irreversible:
      'The shutdown in Azure. The bot cannot start the Azure VMs again; they are kept, stopped, until the commit.',
  }),
  commit: (vms) => ({
    title: `Commit: delete ${vms} in Azure for good?`,
    calls: 'Commit of the failback of each VM. Check first that all of them work on-premises.',
    goesDown:
      'Nothing. The VMs run on-premises. After the commit they are not protected until reverse replication is healthy.',
    irreversible:
      'The Azure VMs of the list and their disks are deleted. There is no way back after this.',
    challenge: 'Type the id of the run, a space, and how many VMs are deleted.',
  }),
  reverse: (vms) => ({
    title: `Reverse replicate: protect ${vms} in Azure again?`,
    calls: 'Reverse replicate of each VM: replication from on-premises to Azure starts.',
    goesDown: 'Nothing. Until it is healthy, the VMs are not protected.',
    irreversible: 'Nothing.',
  }),
};

/** How long it may take for all of them: from the slowest one, when they do not hinder one another, to one after another. */
export function expectedForWave(kind: GateKind, members: readonly Failback[]): string {
  const ranges = members.map((member) => estimate(kind, member).minutes);
  const from = Math.max(...ranges.map(([least]) => least));
  const to = ranges.reduce((sum, [, most]) => sum + most, 0);
  return `about ${from} to ${to} minutes for all`;
}
