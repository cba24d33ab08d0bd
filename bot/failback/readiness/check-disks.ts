import type { ProtectedItem } from '../ports/site-recovery.ts';
import { blocked, type Check, notSupported, ok } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import { SOURCES } from './sources.ts';

const NAME = 'managedDisks';

/**
 * The documentation calls failback from managed disks unsupported. An issue of 2023 says that this is out of date for VMs
 * whose replication goes to managed disks; nothing says so of disks that became managed at the failover.
 */
export function checkManagedDisks(item: ProtectedItem): Check {
  if (item.usesManagedDisks === false) return ok(NAME, coded('onStorageAccount'));
  if (item.usesManagedDisks === undefined) {
    return blocked(NAME, coded('managedDisksNotSaid'), SOURCES.failback);
  }
  return item.replicatesToManagedDisks
    ? notSupported(
        'replicatedManagedDisks',
        coded('replicatesToManagedDisks'),
        SOURCES.managedDisks,
      )
    : blocked(NAME, coded('managedSinceFailover'), SOURCES.failback);
}
