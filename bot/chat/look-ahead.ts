import { type Destination, ORIGINAL_LOCATION } from '../failback/destination.ts';
import { lookOnPremises } from '../failback/look-on-premises.ts';
import type { OnPremises } from '../failback/on-premises.ts';
import { type Outlook, outlookOn } from '../failback/outlook.ts';
import { ratesAt } from '../failback/rates-at.ts';
import type { Desk } from './desk.ts';
import type { FoundItem } from './find-target.ts';

/** What was seen where the VM is brought to. */
interface Seen {
  readonly onPremises?: OnPremises | undefined;
  readonly destination?: Destination;
}

/** The outlook on a failback of an item, by what was seen on-premises. */
export async function outlookFor(
  { vault, item }: FoundItem,
  { onPremises, destination = ORIGINAL_LOCATION }: Seen,
  desk: Desk,
): Promise<Outlook> {
  const rates = await ratesAt({ vault, server: onPremises?.host }, desk);
  return outlookOn({ item, onPremises, destination, rates, now: desk.clock.now() });
}

/** Looks on-premises for it. Throws `UpstreamError` when the vault can not be read. */
export async function lookAhead(
  found: FoundItem,
  destination: Destination,
  desk: Desk,
): Promise<Outlook> {
  const vault = desk.vaults.find((candidate) => candidate.vault === found.vault);
  // Which server it is matters only to those who can look at it.
  const isLooked = vault !== undefined && desk.hosts.length > 0;
  const providers = isLooked ? await vault.listProviders() : [];
  const onPremises = await lookOnPremises(found.item, providers, desk.hosts, destination);
  return outlookFor(found, { onPremises, destination }, desk);
}
