import { coded } from './coded.ts';
import type { Statement } from './statement.ts';

/** An amount of data in words for people: small ones to a tenth. */
export function gb(mb: number): Statement {
  const exact = mb / 1024;
  const count = exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact);
  return coded('gigabytes', { count });
}
