import type { Rates } from '../failback/outlook/estimate.ts';
import { pastLike, type TransferPlace } from '../failback/outlook/past-failbacks.ts';
import type { FailbackRepository } from './failback-repository.ts';

/** What is known of how fast data travels at a place: from the settings, and from earlier failbacks in the ledger. */
export async function ratesAt(
  place: TransferPlace,
  { failbacks, linkMbps }: { readonly failbacks: FailbackRepository; readonly linkMbps?: number },
): Promise<Rates> {
  const past = pastLike(await failbacks.past(), place);
  return { past, ...(linkMbps !== undefined && { linkMbps }) };
}
