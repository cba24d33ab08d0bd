import { estimate } from '../failback/estimate.ts';
import type { Failback } from '../failback/failback.ts';
import type { GateKind } from '../failback/gates.ts';

/** What a gate is about, in words: the person who decides reads nothing else. */
export interface GateWords {
  readonly title: string;
  readonly calls: string;
  readonly goesDown: string;
  readonly irreversible: string;
  /** What has to be typed to approve, where a yes is not enough. */
  readonly challenge?: string;
}

/** The words of a gate for one failback. */
export function gateWords(kind: GateKind, { target }: Failback): GateWords {
  return WORDS[kind](target.name);
}

const WORDS: Readonly<Record<GateKind, (vm: string) => GateWords>> = {
  direction: (vm) => ({
    title: `Direction: bring ${vm} home from Azure to on-premises?`,
    calls:
      'Planned failover from Azure to on-premises, original location, data synchronization before failover.',
    goesDown: 'Nothing yet. The Azure VM keeps running while the changes are copied.',
    irreversible:
      'The on-premises disks are overwritten with the data from Azure. Once begun, the synchronization must finish: stopping it leaves them inconsistent.',
    challenge: 'Choose the side on which the VM is live now.',
  }),
  complete: (vm) => ({
    title: `Complete failover: take ${vm} down in Azure and start it on-premises?`,
    calls: 'Resume of the waiting planned failover job: complete failover.',
    goesDown: `${vm} stops in Azure at once, and is down until it has started on-premises.`,
    irreversible: 'The Azure VM stays, stopped, until the commit.',
  }),
  commit: (vm) => ({
    title: `Commit: delete ${vm} in Azure for good?`,
    calls: 'Commit of the failback.',
    goesDown:
      'Nothing. The VM runs on-premises. From then on it is not protected until reverse replication is healthy.',
    irreversible: 'The Azure VM and its disks are deleted. There is no way back after this.',
    challenge: 'Type the name of the VM.',
  }),
  reverse: (vm) => ({
    title: `Reverse replicate: protect ${vm} in Azure again?`,
    calls: 'Reverse replication from on-premises to Azure.',
    goesDown: 'Nothing.',
    irreversible: 'Nothing.',
  }),
};

/** How long what the gate leads to may take, as a range. */
export function expectedMinutes(kind: GateKind, failback: Failback): string {
  const [from, to] = estimate(kind, failback.totalSizeMb);
  return `about ${from} to ${to} minutes`;
}
