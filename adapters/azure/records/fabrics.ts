import type { Fabric } from '../../../bot/failback/ports/site-recovery.ts';
import type { WireFabric } from './schemas.ts';

/** One Hyper-V site or VMM server of the wire as the bot's own record. */
export function toFabric({ id, name, properties }: WireFabric): Fabric {
  return {
    id,
    name: properties.friendlyName ?? name,
    type: properties.customDetails?.instanceType ?? '',
    encryptionState: properties.encryptionDetails?.kekState ?? '',
  };
}
