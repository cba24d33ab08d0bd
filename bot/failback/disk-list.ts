import type { ProtectedItem } from './ports/site-recovery.ts';

/** The disks of a VM as they are approved: in the same order however Azure lists them. */
export function diskList(item: ProtectedItem): string {
  return [...item.disks]
    .sort((a, b) => a.id.localeCompare(b.id))
    .map((disk) => `${disk.name} (${disk.sizeMb} MB)`)
    .join(', ');
}
