import type { Rates } from './estimate.ts';
import type { Failbacks } from './failbacks.ts';
import { type Place, pastLike } from './past-failbacks.ts';

/** What is known of how fast data travels at a place: from the settings, and from earlier failbacks in the ledger. */
export async function ratesAt(
  place: Place,
  { failbacks, linkMbps }: { readonly failbacks: Failbacks; readonly linkMbps?: number },
): Promise<Rates> {
  const past = pastLike(await failbacks.past(), place);
  return { past, ...(linkMbps !== undefined && { linkMbps }) };
}
