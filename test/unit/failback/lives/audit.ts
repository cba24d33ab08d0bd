import { evolve } from '../../../../bot/failback/evolve/evolve.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import type { LedgerEntry } from '../../../../bot/failback/state/ledger.ts';
import { type Moment, RULES } from './rules.ts';

/**
 * Reads a whole trail as a stern auditor would: folds it entry by entry and holds every rule against each of them.
 * Returns the state.
 */
export function audit(entries: readonly LedgerEntry[]): Failback {
  let failback: Failback | undefined;
  for (const entry of entries) {
    const after: Failback = evolve(failback, entry);
    if (failback) judge({ before: failback, entry, event: entry.event, after });
    failback = after;
  }
  return failback as Failback;
}

function judge(moment: Moment): void {
  for (const [rule, holds] of Object.entries(RULES)) {
    try {
      holds(moment);
    } catch (error) {
      const { entry, event } = moment;
      throw new Error(`${entry.stream} ${entry.revision} (${event.type}): not "${rule}"`, {
        cause: error,
      });
    }
  }
}
