import type { OnPremises } from '../on-premises/on-premises.ts';
import type { Destination } from '../ports/destination.ts';
import type { ProtectedItem, Synchronization } from '../ports/site-recovery.ts';
import { type Advice, advise } from './advice.ts';
import {
  changeoverEstimate,
  downloadEstimate,
  type Estimate,
  type Rates,
  synchronizationEstimate,
} from './estimate.ts';

/** How long one way home may take. */
export interface Course {
  /** Until the data is on-premises; of a full download the VM is down all that time. */
  readonly data: Estimate;
  readonly downtime: Estimate;
}

/** What a person who starts or approves a failback should know beforehand: which way is advised, and how long each takes. */
export type Outlook = Readonly<Record<Synchronization, Course>> & { readonly advice: Advice };

interface Grounds {
  readonly item: ProtectedItem;
  readonly onPremises?: OnPremises | undefined;
  readonly destination: Destination;
  readonly rates: Rates;
  readonly now: number;
}

/** The outlook on a failback, from what is known of the VM, its place and earlier failbacks. */
export function outlookOn({ rates, now, ...place }: Grounds): Outlook {
  const { item } = place;
  const sizeMb = item.disks.reduce((sum, disk) => sum + disk.sizeMb, 0);
  const download = downloadEstimate(sizeMb, rates);
  return {
    advice: advise(place, now),
    beforeFailover: {
      data: synchronizationEstimate(sizeMb, rates),
      downtime: changeoverEstimate(rates),
    },
    fullDownload: { data: download, downtime: download },
  };
}
