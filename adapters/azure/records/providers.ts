import type { RecoveryProvider } from '../../../bot/failback/ports/site-recovery.ts';
import type { WireProvider } from './schemas.ts';
import { parseWireTime } from './wire-time.ts';

/** One provider (Hyper-V host or VMM server) of the wire as the bot's own record. */
export function toProvider({ id, name, properties }: WireProvider): RecoveryProvider {
  const lastHeartbeatAt = parseWireTime(properties.lastHeartBeat);
  return {
    id,
    name: properties.friendlyName ?? name,
    fabricType: properties.fabricType ?? '',
    connectionStatus: properties.connectionStatus,
    version: properties.providerVersion ?? '',
    versionState: properties.providerVersionState ?? '',
    ...(lastHeartbeatAt !== undefined && { lastHeartbeatAt }),
  };
}
