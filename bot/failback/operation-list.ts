import type { ProtectedItem } from './ports/site-recovery.ts';
import { coded } from './words/coded.ts';
import type { Statement } from './words/statement.ts';

/** What Azure offers to do with an item, by Azure's own names. */
export const operationList = ({ allowedOperations }: ProtectedItem): Statement =>
  allowedOperations.length === 0 ? coded('nothing') : { list: allowedOperations };
