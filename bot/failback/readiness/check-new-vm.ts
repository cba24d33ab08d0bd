import type { OnPremises } from '../on-premises/on-premises.ts';
import { checkNeededSwitches } from '../on-premises/switches.ts';
import type { ProtectedItem } from '../ports/site-recovery.ts';
import { type Check, notChecked, ok, warning } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import { gb } from '../words/state-words.ts';
import { checkDownload } from './check-download.ts';

/** Looks at what a VM needs that is not there yet. */
export const checkNewVm = (seen: OnPremises, item: ProtectedItem): readonly Check[] => [
  ok('onPremisesVm', coded('nameIsFree', { host: seen.host })),
  checkNeededSwitches(seen, item),
  checkRoom(seen, item),
  checkDownload(seen.download),
];

/** All disks are new: some volume has to have room for each of them, and nobody says which one it will be. */
function checkRoom({ host, server }: OnPremises, { disks }: ProtectedItem): Check {
  const name = 'freeSpace';
  if (server?.outcome !== 'ok' || server.value.volumes.length === 0)
    return notChecked(name, coded('hostFreeSpaceNotSaid', { host }));
  const needMb = disks.reduce((sum, { sizeMb }) => sum + sizeMb, 0);
  const freeMb = Math.max(...server.value.volumes.map((volume) => volume.freeMb));
  const finding = coded('hostFreeSpace', { free: gb(freeMb), host, need: gb(needMb) });
  return freeMb >= needMb ? ok(name, finding) : warning(name, finding);
}
