import type { PastFailback } from './past-failbacks.ts';

/** Minutes from, minutes to. Never one number: nobody knows it that well. */
export type Minutes = readonly [from: number, to: number];

/** What an estimate rests on. */
export type Basis =
  /** Earlier failbacks at the same place. */
  | { readonly kind: 'past'; readonly count: number }
  /** The speed of the link that the settings give. */
  | { readonly kind: 'link'; readonly mbps: number }
  /** What the documentation says, or what recorded jobs of small VMs took. */
  | { readonly kind: 'documented' }
  /** Nothing but what is usual. */
  | { readonly kind: 'assumed' };

export interface Estimate {
  readonly minutes: Minutes;
  readonly basis: Basis;
}

/** What is known of how fast data travels at a place. */
export interface Rates {
  /** Speed of the link from Azure, in megabits per second, where the settings give it. */
  readonly linkMbps?: number;
  /** Earlier failbacks there, of both kinds. */
  readonly past: readonly PastFailback[];
}

/** "A few GBs per minute" for comparing blocks: https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback */
const FAST_MB_PER_MINUTE = 5 * 1024;
const SLOW_MB_PER_MINUTE = 2 * 1024;

/** A link is seldom one VM's alone, and never carries data only. */
const LEAST_SHARE_OF_LINK = 0.5;

/** The next one is like the earlier ones, give or take. */
const FASTER_THAN_EVER = 0.75;
const SLOWER_THAN_EVER = 1.5;

/** Shutting down in Azure and starting on-premises. Recorded failbacks of small VMs took 5 to 12 minutes, with room. */
const CHANGEOVER: Minutes = [5, 20];

/** How long the disks are compared and their changes copied, while the Azure VM runs. */
export function synchronizationEstimate(sizeMb: number, { linkMbps, past }: Rates): Estimate {
  const earlier = past.filter((one) => one.synchronization === 'beforeFailover');
  if (earlier.length > 0) return fromPast(sizeMb, earlier);
  const [from, to] = documented(sizeMb);
  if (linkMbps === undefined) return documentedEstimate([from, to]);
  // How much has changed is not known: it may be nothing, it may be all of it.
  const [, atWorst] = overLink(sizeMb, linkMbps);
  return { minutes: range([from, Math.max(to, atWorst)]), basis: { kind: 'link', mbps: linkMbps } };
}

/** How long a VM is down whose disks are all downloaded. */
export function downloadEstimate(sizeMb: number, { linkMbps, past }: Rates): Estimate {
  const earlier = past.filter((one) => one.synchronization === 'fullDownload');
  if (earlier.length > 0) return fromPast(sizeMb, earlier);
  if (linkMbps === undefined) return documentedEstimate(plus(documented(sizeMb), CHANGEOVER));
  const minutes = range(plus(overLink(sizeMb, linkMbps), CHANGEOVER));
  return { minutes, basis: { kind: 'link', mbps: linkMbps } };
}

/** How long a VM is down while a complete failover sends the last changes. It does not depend on the disks' size. */
export function changeoverEstimate({ past }: Rates): Estimate {
  const downtimes = past
    .filter((one) => one.synchronization === 'beforeFailover')
    .map(({ downtimeMs }) => downtimeMs / 60_000);
  return downtimes.length === 0
    ? documentedEstimate(CHANGEOVER)
    : { minutes: around(downtimes), basis: { kind: 'past', count: downtimes.length } };
}

const documented = (sizeMb: number): Minutes => [
  sizeMb / FAST_MB_PER_MINUTE,
  sizeMb / SLOW_MB_PER_MINUTE,
];

function overLink(sizeMb: number, linkMbps: number): Minutes {
  const atBest = (sizeMb * 8) / linkMbps / 60;
  return [atBest, atBest / LEAST_SHARE_OF_LINK];
}

/** By the slowest and the fastest of the earlier ones, for as much data as this one has. */
function fromPast(sizeMb: number, past: readonly PastFailback[]): Estimate {
  const expected = past.map((one) => ((one.dataMs / one.sizeMb) * sizeMb) / 60_000);
  return { minutes: around(expected), basis: { kind: 'past', count: past.length } };
}

const around = (minutes: readonly number[]): Minutes =>
  range([Math.min(...minutes) * FASTER_THAN_EVER, Math.max(...minutes) * SLOWER_THAN_EVER]);

/** A range that rests on what others have published. */
export const documentedEstimate = (minutes: Minutes): Estimate => ({
  minutes: range(minutes),
  basis: { kind: 'documented' },
});

const plus = (a: Minutes, b: Minutes): Minutes => [a[0] + b[0], a[1] + b[1]];

/** Whole minutes, from one on, and never from and to the same. */
function range([from, to]: Minutes): Minutes {
  const first = Math.max(1, Math.ceil(from));
  return [first, Math.max(first + 4, Math.ceil(to))];
}
