import { type Phrase, phrase, type Words } from '../../chat/message/phrase.ts';
import { createsVm } from '../../failback/ports/destination.ts';
import type { Failback } from '../../failback/state/failback.ts';

/** The question about the direction of a wave, by the ways in which the data of its VMs is to travel. */
export function waveDirectionWords(vms: readonly Failback[]) {
  const way = wayOf(vms);
  return {
    title: phrase(
      'Direction: bring {vms, plural, one {# VM} other {# VMs}} home from Azure to on-premises?',
      { vms: vms.length },
    ),
    calls: sentences(CALLS[way], placeOf(vms)),
    goesDown: GOES_DOWN[way],
    irreversible: IRREVERSIBLE[way],
    challenge: phrase('On which side are the VMs live now?'),
  };
}

type Way = 'beforeFailover' | 'fullDownload' | 'mixed';

const isFullDownload = ({ synchronization }: Failback) => synchronization === 'fullDownload';

function wayOf(vms: readonly Failback[]): Way {
  if (vms.every(isFullDownload)) return 'fullDownload';
  return vms.some(isFullDownload) ? 'mixed' : 'beforeFailover';
}

const placeOf = (vms: readonly Failback[]): Words =>
  vms.some(({ destination }) => createsVm(destination))
    ? phrase('Each comes to where the list says; without a word of it, to the original location.')
    : phrase('All come to the original location.');

const sentences = (...list: readonly Words[]): Phrase =>
  phrase('{all}', { all: { list, between: ' ' } });

const CALLS: Readonly<Record<Way, Words>> = {
  beforeFailover: phrase(
    'Planned failover of each VM from Azure to on-premises, with data synchronization before failover.',
  ),
  fullDownload: phrase(
    'Planned failover of each VM from Azure to on-premises, with a full download of all disks.',
  ),
  mixed: phrase(
    'Planned failover of each VM from Azure to on-premises: with a full download where the list says so, else with data synchronization before failover.',
  ),
};

const GOES_DOWN: Readonly<Record<Way, Words>> = {
  beforeFailover: phrase('Nothing yet. The Azure VMs keep running while the changes are copied.'),
  fullDownload: phrase(
    'Every VM of the list stops in Azure the moment this is approved. Each is down until all of its data is downloaded and it has started on-premises. Nothing is asked in between.',
  ),
  mixed: phrase(
    'Each VM with a full download stops in Azure the moment this is approved, and is down until it has started on-premises. Nothing is asked in between. The others keep running while their changes are copied.',
  ),
};

const OVERWRITTEN = phrase(
  'The on-premises disks are overwritten with the data from Azure. Once started, the synchronization must finish: stopping it leaves them inconsistent.',
);

const SHUT_DOWN = phrase(
  'The shutdown in Azure of each VM with a full download. The bot cannot start the Azure VMs again; they are kept, stopped, until the commit.',
);

const IRREVERSIBLE: Readonly<Record<Way, Words>> = {
  beforeFailover: OVERWRITTEN,
  fullDownload: sentences(SHUT_DOWN, OVERWRITTEN),
  mixed: sentences(SHUT_DOWN, OVERWRITTEN),
};
