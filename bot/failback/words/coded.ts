import type { Code, Codes } from './codes.ts';
import type { Coded, Statement } from './statement.ts';

/** A code with its facts: `coded('vmInState', { state })`. */
export function coded<C extends Code>(
  code: C,
  ...facts: Codes[C] extends undefined ? [] : [Codes[C]]
): Coded {
  const [given] = facts;
  return { code, ...(given !== undefined && { facts: given }) } as unknown as Coded;
}

/** What somebody else has said, in their own language: in quotation marks, behind who said it. */
export const quoted = (by: Statement, text: string): Coded => coded('quotedFrom', { by, text });

/** Whether a statement is this code. */
export const hasCode = (statement: Statement, code: Code): boolean =>
  typeof statement === 'object' && 'code' in statement && statement.code === code;
