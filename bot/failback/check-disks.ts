import { blocked, type Check, notSupported, ok } from './check.ts';
import type { ProtectedItem } from './ports/site-recovery.ts';
import { SOURCES } from './sources.ts';
import { phrase } from './words.ts';

const NAME = 'Managed disks';

/**
 * The documentation calls failback from managed disks unsupported. An issue of 2023 says that this is out of date for VMs
 * whose replication goes to managed disks; nothing says so of disks that became managed at the failover.
 */
export function checkManagedDisks(item: ProtectedItem): Check {
  if (item.usesManagedDisks === false)
    return ok(NAME, phrase('The VM replicates to a storage account.'));
  if (item.usesManagedDisks === undefined) {
    return blocked(
      NAME,
      phrase(
        'Azure does not say whether the VM is on managed disks, from which failback is called unsupported.',
      ),
      SOURCES.failback,
    );
  }
  return item.replicatesToManagedDisks
    ? notSupported(
        `${NAME}, replicated`,
        phrase(
          'The VM replicates to managed disks. The documentation calls failback from managed disks unsupported; an issue of 2023 says that the documentation is out of date.',
        ),
        SOURCES.managedDisks,
      )
    : blocked(
        NAME,
        phrase(
          'The VM is on managed disks, on which it was put at the failover: it replicated to a storage account. Failback from such disks is not supported.',
        ),
        SOURCES.failback,
      );
}
