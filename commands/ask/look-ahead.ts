import type { CommandContext } from '../../bot/chat/command-context.ts';
import type { OnPremises } from '../../bot/failback/on-premises/on-premises.ts';
import { type Outlook, outlookOn } from '../../bot/failback/outlook/outlook.ts';
import { type Destination, ORIGINAL_LOCATION } from '../../bot/failback/ports/destination.ts';
import { lookOnPremises } from '../../bot/looks/look-on-premises.ts';
import { ratesAt } from '../../bot/store/rates-at.ts';
import type { FoundItem } from '../find/find-target.ts';

/** What was seen where the VM is brought to. */
interface Seen {
  readonly onPremises?: OnPremises | undefined;
  readonly destination?: Destination;
}

/** The outlook on a failback of an item, by what was seen on-premises. */
export async function outlookFor(
  { vault, item }: FoundItem,
  { onPremises, destination = ORIGINAL_LOCATION }: Seen,
  desk: CommandContext,
): Promise<Outlook> {
  const rates = await ratesAt({ vault, server: onPremises?.host }, desk);
  return outlookOn({ item, onPremises, destination, rates, now: desk.clock.now() });
}

/** Looks on-premises for it. Throws `UpstreamError` when the vault can not be read. */
export async function lookAhead(
  found: FoundItem,
  destination: Destination,
  desk: CommandContext,
): Promise<Outlook> {
  const vault = desk.vaults.find((candidate) => candidate.vault === found.vault);
  // Which server it is matters only to those who can look at it.
  const isLooked = vault !== undefined && desk.hosts.length > 0;
  const providers = isLooked ? await vault.listProviders() : [];
  const onPremises = await lookOnPremises(found.item, providers, desk.hosts, destination);
  return outlookFor(found, { onPremises, destination }, desk);
}
