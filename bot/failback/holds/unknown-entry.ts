import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { evidenceOf, held, lookAgain } from '../state/holds.ts';

/** The stop at an entry of the ledger that a later version has written, and this one does not know. */
export const heldAtUnknownEntry = ({ stage }: Failback, entry: string): EventOf<'held'> =>
  held('entryUnknown', evidenceOf({ unknown: entry }), [lookAgain(stage)]);
