import type { Fabric, ProtectedItem, RecoveryProvider } from '../ports/site-recovery.ts';
import { type Check, notChecked, notSupported, ok, warning } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import { SOURCES } from './sources.ts';

const NAME = 'dataEncryption';

/**
 * What differs where a VMM server manages the VM. The portal asks for a certificate where data encryption is on; the
 * failback's input of the interface has no field for one, so the bot says so instead of making one up.
 */
export function checkFabric(
  item: ProtectedItem,
  origin: RecoveryProvider | undefined,
  fabric: Fabric | undefined,
): readonly Check[] {
  if ((fabric?.type ?? origin?.fabricType)?.toLowerCase() === 'hypervsite') return [];
  if (fabric === undefined) {
    return [notChecked('managedBy', coded('managementNotSaid'))];
  }
  return [
    ok('managedBy', coded('managedByVmm', { server: fabric.name })),
    ...checkEncryption(item, fabric),
  ];
}

function checkEncryption(item: ProtectedItem, { encryptionState }: Fabric): readonly Check[] {
  const state = encryptionState.toLowerCase();
  if (state === 'none' || state === 'disabled') return [];
  if (state !== 'enabled') {
    return [notChecked(NAME, coded('encryptionNotSaid'))];
  }
  return item.dataEncryption?.toLowerCase() === 'disabled'
    ? [warning(NAME, coded('encryptionOffForVm'), SOURCES.failback)]
    : [notSupported(NAME, coded('encryptionOn'), SOURCES.failback)];
}
