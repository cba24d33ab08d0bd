import type { ProtectedItem } from '../ports/site-recovery.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';

/** What is kept of the protected item. */
export interface ObservedItem {
  readonly activeLocation: string;
  readonly protectionState: string;
  readonly allowedOperations: readonly string[];
  readonly replicationHealth: string;
  /** While initial replication is under way, where Azure says it; in steps of ten. */
  readonly initialReplicationPercent?: number;
}
/** What is kept of a protected item. */
export function itemSight(item: ProtectedItem): ObservedItem {
  return {
    activeLocation: item.activeLocation,
    protectionState: item.protectionStateDescription,
    allowedOperations: [...item.allowedOperations].sort(),
    replicationHealth: item.replicationHealth,
    ...progressOf(item),
  };
}

/** In steps of ten, so that the ledger stays short. Nothing where it has not begun, or is over: Azure calls both 0. */
function progressOf({ initialReplicationPercent: percent = 0 }: ProtectedItem) {
  const step = Math.floor(percent / 10) * 10;
  return percent > 0 && percent < 100 ? { initialReplicationPercent: step } : {};
}

/** Whether two sights of an item say the same. */
export function isSameItem(a: ObservedItem | undefined, b: ObservedItem): boolean {
  return (
    a !== undefined &&
    a.activeLocation === b.activeLocation &&
    a.protectionState === b.protectionState &&
    a.replicationHealth === b.replicationHealth &&
    a.initialReplicationPercent === b.initialReplicationPercent &&
    a.allowedOperations.join() === b.allowedOperations.join()
  );
}

export const isCommitted = (item: ProtectedItem) =>
  item.allowedOperations.includes('ReverseReplicate') && !item.allowedOperations.includes('Commit');
/** Calls that are made about a protected item, or about all items of a plan. The others are about a job. */
export type ItemOperation = 'plannedFailover' | 'commit' | 'reverseReplicate';
/** The disks of a VM as they are approved: in the same order however Azure lists them. */
export function diskList(item: ProtectedItem): Statement {
  const list = [...item.disks]
    .sort((a, b) => a.id.localeCompare(b.id))
    .map(({ name, sizeMb }) => coded('diskWithSize', { disk: name, sizeMb }));
  return { list, between: ', ' };
}
/** What Azure offers to do with an item, by Azure's own names. */
export const operationList = ({ allowedOperations }: ProtectedItem): Statement =>
  allowedOperations.length === 0 ? coded('nothing') : { list: allowedOperations };
