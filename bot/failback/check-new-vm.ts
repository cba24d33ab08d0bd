import { type Check, notChecked, ok, warning } from './check.ts';
import { checkDownload } from './check-download.ts';
import { gb } from './gigabytes.ts';
import type { OnPremises } from './on-premises.ts';
import type { ProtectedItem } from './ports/site-recovery.ts';
import { checkNeededSwitches } from './switches.ts';

/** Looks at what a VM needs that is not there yet. */
export const checkNewVm = (seen: OnPremises, item: ProtectedItem): readonly Check[] => [
  ok('On-premises VM', `${seen.host} has none of this name: Azure makes it.`),
  checkNeededSwitches(seen, item),
  checkRoom(seen, item),
  checkDownload(seen.download),
];

/** All disks are new: some volume has to have room for each of them, and nobody says which one it will be. */
function checkRoom({ host, server }: OnPremises, { disks }: ProtectedItem): Check {
  const name = 'Free space';
  if (server?.outcome !== 'ok' || server.value.volumes.length === 0)
    return notChecked(name, `${host} does not say how much is free.`);
  const needMb = disks.reduce((sum, { sizeMb }) => sum + sizeMb, 0);
  const freeMb = Math.max(...server.value.volumes.map((volume) => volume.freeMb));
  const finding = `${gb(freeMb)} free on the largest volume of ${host}, at most ${gb(needMb)} to be written.`;
  return freeMb >= needMb ? ok(name, finding) : warning(name, finding);
}
