import type { AlternateLocation, Destination } from '../ports/destination.ts';
import { type Fabric, type RecoveryProvider, sameId } from '../ports/site-recovery.ts';
import { blocked, type Check, ok, warning } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import { SOURCES } from './sources.ts';

const NAME = 'destination';

/** What Azure knows of both ends; undefined where it does not list them. */
export interface Ends {
  /** The server that owns the VM on-premises. */
  readonly origin: RecoveryProvider | undefined;
  /** The server that the VM is brought to. */
  readonly target: RecoveryProvider | undefined;
  /** The Hyper-V site or VMM server that the VM belongs to. */
  readonly fabric: Fabric | undefined;
}

/** Whether the product can bring a VM to where it is wanted. An alternate location is documented for Hyper-V sites alone. */
export function checkDestination(destination: Destination, ends: Ends): readonly Check[] {
  if (destination.kind === 'alternateLocation') return [checkAlternate(destination, ends)];
  return destination.createsVm
    ? [warning(NAME, coded('originalLocationCreatesVm'), SOURCES.plannedFailover)]
    : [];
}

function checkAlternate({ server }: AlternateLocation, { origin, target, fabric }: Ends): Check {
  if (target === undefined) {
    return blocked(NAME, coded('serverNotListed', { server }));
  }
  if (origin !== undefined && sameId(origin.id, target.id)) {
    return blocked(NAME, coded('destinationIsOriginal', { server }));
  }
  if (isHypervSite(target.fabricType) && isHypervSite(origin?.fabricType ?? fabric?.type)) {
    return ok(NAME, coded('alternateLocation', { server }));
  }
  return blocked(NAME, ONLY_SITES, SOURCES.failback);
}

const isHypervSite = (type: string | undefined): boolean => type?.toLowerCase() === 'hypervsite';

const ONLY_SITES = coded('alternateLocationNeedsSite');
