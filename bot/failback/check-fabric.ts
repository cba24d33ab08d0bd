import { type Check, notChecked, notSupported, ok, warning } from './check.ts';
import type { Fabric, ProtectedItem, RecoveryProvider } from './ports/site-recovery.ts';
import { SOURCES } from './sources.ts';
import { phrase } from './words.ts';

const NAME = 'Data encryption';

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
    return [
      notChecked(
        'Managed by',
        phrase(
          'Azure does not say whether a Hyper-V site or a VMM server has it, nor whether data encryption is on.',
        ),
      ),
    ];
  }
  return [
    ok(
      'Managed by',
      phrase('The VMM server {name}: the VM goes back to where it came from.', {
        name: fabric.name,
      }),
    ),
    ...checkEncryption(item, fabric),
  ];
}

function checkEncryption(item: ProtectedItem, { encryptionState }: Fabric): readonly Check[] {
  const state = encryptionState.toLowerCase();
  if (state === 'none' || state === 'disabled') return [];
  if (state !== 'enabled') {
    return [notChecked(NAME, phrase('Azure does not say whether it is on at the VMM server.'))];
  }
  return item.dataEncryption?.toLowerCase() === 'disabled'
    ? [
        warning(
          NAME,
          phrase(
            'It is on at the VMM server, but Azure says that the data of this VM is not encrypted. The portal would ask for a certificate; the interface of Azure has no such step.',
          ),
          SOURCES.failback,
        ),
      ]
    : [
        notSupported(
          NAME,
          phrase(
            'It is on at the VMM server. The portal asks for the certificate when a failback is started; the interface that the bot uses has no field for it. The sure way is to start this failback in the portal.',
          ),
          SOURCES.failback,
        ),
      ];
}
