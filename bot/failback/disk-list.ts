import type { ProtectedItem } from './ports/site-recovery.ts';
import { coded } from './words/coded.ts';
import type { Statement } from './words/statement.ts';

/** The disks of a VM as they are approved: in the same order however Azure lists them. */
export function diskList(item: ProtectedItem): Statement {
  const list = [...item.disks]
    .sort((a, b) => a.id.localeCompare(b.id))
    .map(({ name, sizeMb }) => coded('diskWithSize', { disk: name, sizeMb }));
  return { list, between: ', ' };
}
