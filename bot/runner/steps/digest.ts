import { createHash } from 'node:crypto';
import { canonicalFacts, type Fact } from '../../failback/words/facts.ts';

/** The fingerprint of what is approved: SHA-256 over the canonical form of the facts in their order, as hexadecimal. */
export function digestOf(facts: readonly Fact[]): string {
  return createHash('sha256').update(canonicalFacts(facts)).digest('hex');
}
