import type { OnPremises } from '../on-premises/on-premises.ts';
import type { Destination } from '../ports/destination.ts';
import type { ProtectedItem, Synchronization } from '../ports/site-recovery.ts';

/** What speaks for a kind of synchronization, or is not known. */
export type Reason =
  | { readonly kind: 'longStay' | 'shortStay'; readonly days: number }
  | { readonly kind: 'vmMissing'; readonly server: string }
  | { readonly kind: 'disksMissing'; readonly missing: number; readonly of: number }
  | { readonly kind: 'stayUnknown' | 'onPremisesUnknown' | 'otherServer' | 'changedShareUnknown' };

/** Which kind of synchronization is advised, and why. */
export interface Advice {
  readonly synchronization: Synchronization;
  /** The first is the one that decides. */
  readonly reasons: readonly Reason[];
}

const DAY_MS = 86_400_000;

/** The product advises a full download after a month in Azure: https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback */
const MONTH_DAYS = 30;

interface Grounds {
  readonly item: ProtectedItem;
  readonly destination: Destination;
  /** What was seen where the VM is brought to. */
  readonly onPremises?: OnPremises | undefined;
}

/** Advises as the product's documentation does: a full download after a month, or where the VM or its disks are gone. */
export function advise(grounds: Grounds, now: number): Advice {
  const reasons = [stayOf(grounds.item, now), ...lossesOf(grounds)];
  const decisive = reasons.filter(({ kind }) => DECISIVE.includes(kind));
  const others = reasons.filter(({ kind }) => !DECISIVE.includes(kind));
  return {
    synchronization: decisive.length > 0 ? 'fullDownload' : 'beforeFailover',
    // Neither Azure nor Hyper-V says how much of the data has changed since the failover.
    reasons: [...decisive, ...others, { kind: 'changedShareUnknown' }],
  };
}

/** What speaks for a full download. */
const DECISIVE: readonly Reason['kind'][] = ['longStay', 'vmMissing', 'disksMissing'];

function stayOf({ lastSuccessfulFailoverAt: at }: ProtectedItem, now: number): Reason {
  if (at === undefined) return { kind: 'stayUnknown' };
  const days = Math.floor((now - at) / DAY_MS);
  return { kind: days >= MONTH_DAYS ? 'longStay' : 'shortStay', days };
}

function lossesOf({ item, destination, onPremises: seen }: Grounds): readonly Reason[] {
  // On another server the VM was never expected; no documented advice is about that.
  if (destination.kind === 'alternateLocation') return [{ kind: 'otherServer' }];
  if (seen?.vm.outcome === 'absent') return [{ kind: 'vmMissing', server: seen.host }];
  if (seen?.vm.outcome !== 'ok') return [{ kind: 'onPremisesUnknown' }];
  const readable = seen.vm.value.disks.filter(({ sizeMb }) => sizeMb !== undefined).length;
  const missing = item.disks.length - readable;
  return missing > 0 ? [{ kind: 'disksMissing', missing, of: item.disks.length }] : [];
}
