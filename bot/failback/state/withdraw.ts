import type { Statement } from '../words/statement.ts';
import type { FailbackEvent } from './events.ts';
import type { Failback } from './failback.ts';

/** Closes an open question that the world has made pointless. */
export function withdraw(failback: Failback, why: Statement): readonly FailbackEvent[] {
  return failback.gate ? [{ type: 'gateWithdrawn', number: failback.gate.number, why }] : [];
}
