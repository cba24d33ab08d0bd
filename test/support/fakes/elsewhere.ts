import type { AlternateLocation } from '../../../bot/failback/ports/destination.ts';
import { item, provider } from '../azure-records.ts';
import type { newWorldWithHost } from '../runner-rig.ts';

const SERVER = '/providers/host-b';

/** The server of these worlds as the alternate location of a VM that comes from another one. */
export const ELSEWHERE: AlternateLocation = {
  kind: 'alternateLocation',
  providerId: SERVER,
  server: 'host-a',
};

/** Makes the server of a world another one than the VM's: it lacks a switch, and has the VM once it is home. */
export function moveElsewhere({ vault, host }: ReturnType<typeof newWorldWithHost>): void {
  vault.item = item({ networkNames: ['Lab'] });
  vault.providers = [provider({ id: SERVER, name: 'host-a' }), provider({ name: 'host-z' })];
  vault.destination = ELSEWHERE;
  host.isThere = host.isHome;
}
