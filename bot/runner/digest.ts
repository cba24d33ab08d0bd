import { createHash } from 'node:crypto';
import type { Fact } from '../failback/facts.ts';

/** The fingerprint of what is approved: SHA-256 over the facts in their order, as hexadecimal. */
export function digestOf(facts: readonly Fact[]): string {
  const canonical = JSON.stringify(facts.map(({ name, value }) => [name, value]));
  return createHash('sha256').update(canonical).digest('hex');
}
