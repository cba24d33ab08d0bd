import { phrase, type Words } from '../../chat/message/phrase.ts';
import type { Synchronization } from '../../failback/ports/site-recovery.ts';

/** The question about the direction, by the way in which the data is to travel. */
export const directionWords = (vm: string, synchronization: Synchronization) => ({
  title: phrase('Direction: bring {vm} home from Azure to on-premises?', { vm }),
  ...WORDS[synchronization](vm),
  challenge: phrase('On which side is the VM live now?'),
});

interface Consequences {
  readonly calls: Words;
  readonly goesDown: Words;
  readonly irreversible: Words;
}

const WORDS: Readonly<Record<Synchronization, (vm: string) => Consequences>> = {
  beforeFailover: () => ({
    calls: phrase(
      'Planned failover from Azure to on-premises, with data synchronization before failover.',
    ),
    goesDown: phrase('Nothing yet. The Azure VM keeps running while the changes are copied.'),
    irreversible: phrase(
      'The on-premises disks are overwritten with the data from Azure. Once started, the synchronization must finish: stopping it leaves them inconsistent.',
    ),
  }),
  fullDownload: (vm) => ({
    calls: phrase('Planned failover from Azure to on-premises, with a full download of all disks.'),
    goesDown: phrase(
      '{vm} stops in Azure the moment this is approved. It is down until all of its data is downloaded and it has started on-premises. Nothing is asked in between.',
      { vm },
    ),
    irreversible: phrase(
      'The shutdown in Azure. The bot cannot start the Azure VM again; it is kept, stopped, until the commit. The on-premises disks are overwritten. Once started, the download must finish: stopping it leaves them inconsistent.',
    ),
  }),
};
