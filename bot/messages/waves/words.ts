import { phrase, type Words } from '../../chat/message/phrase.ts';
import { estimate } from '../../failback/decide/gate-estimate.ts';
import type { WaveGate } from '../../failback/runs/wave-question.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { GateKind } from '../../failback/state/gates.ts';
import { rangeWords } from '../words/estimate-words.ts';
import { waveDirectionWords } from './direction.ts';

/** As `GateWords`, for all VMs of the question. */
export interface WaveWords {
  readonly title: Words;
  readonly calls: Words;
  readonly goesDown: Words;
  readonly irreversible: Words;
  /** What has to be typed to approve, where a yes is not enough. */
  readonly challenge?: Words;
}

/** What a question to a wave is about, in words: the person who decides reads nothing else. */
export function waveGateWords(question: Pick<WaveGate, 'about' | 'open' | 'over'>): WaveWords {
  const { about, open, over } = question;
  if (about === 'action') throw new Error('no wave is asked about an action of a recovery plan');
  const vms = open.length === 0 ? over.map(({ failback }) => failback) : open;
  return about === 'direction' ? waveDirectionWords(vms) : WORDS[about](vms.length);
}

/** A run has no recovery plan, and so no action of one. */
type WaveKind = Exclude<GateKind, 'action' | 'direction'>;

const WORDS: Readonly<Record<WaveKind, (vms: number) => WaveWords>> = {
  switch: (vms) => ({
    title: phrase('Virtual switches: make what {vms, plural, one {# VM} other {# VMs}} need?', {
      vms,
    }),
    calls: phrase('A private virtual switch is made for each missing name. It changes no network.'),
    goesDown: phrase('Nothing.'),
    irreversible: phrase('Nothing.'),
  }),
  complete: (vms) => ({
    title: phrase(
      'Complete failover: take {vms, plural, one {# VM} other {# VMs}} down in Azure and start on-premises?',
      { vms },
    ),
    calls: phrase('Complete failover: the waiting planned failover job of each VM is resumed.'),
    goesDown: phrase(
      'Every VM of the list stops in Azure at once. Each is down until it has started on-premises.',
    ),
    irreversible: phrase(
      'The shutdown in Azure. The bot cannot start the Azure VMs again; they are kept, stopped, until the commit.',
    ),
  }),
  commit: (vms) => ({
    title: phrase('Commit: delete {vms, plural, one {# VM} other {# VMs}} in Azure for good?', {
      vms,
    }),
    calls: phrase(
      'Commit of the failback of each VM. Check first that all of them work on-premises.',
    ),
    goesDown: phrase(
      'Nothing. The VMs run on-premises. After the commit they are not protected until reverse replication is healthy.',
    ),
    irreversible: phrase(
      'The Azure VMs of the list and their disks are deleted. There is no way back after this.',
    ),
    challenge: phrase('Type the id of the run, a space, and how many VMs are deleted.'),
  }),
  reverse: (vms) => ({
    title: phrase(
      'Reverse replicate: protect {vms, plural, one {# VM} other {# VMs}} in Azure again?',
      { vms },
    ),
    calls: phrase('Reverse replicate of each VM: replication from on-premises to Azure starts.'),
    goesDown: phrase('Nothing. Until it is healthy, the VMs are not protected.'),
    irreversible: phrase('Nothing.'),
  }),
};

/** How long it may take for all of them: from the slowest one, when they do not hinder one another, to one after another. */
export function expectedForWave(kind: GateKind, members: readonly Failback[]): Words {
  const ranges = members.map((member) => estimate(kind, member).minutes);
  const from = Math.max(...ranges.map(([least]) => least));
  const to = ranges.reduce((sum, [, most]) => sum + most, 0);
  return phrase('{range} for all', { range: rangeWords([from, to]) });
}
