import type { ProtectedItem } from './ports/site-recovery.ts';
import { phrase, type Words } from './words.ts';

/** What Azure offers to do with an item, by Azure's own names. */
export const operationList = ({ allowedOperations }: ProtectedItem): Words =>
  allowedOperations.length === 0
    ? phrase('nothing')
    : phrase('{all}', { all: { list: allowedOperations } });
