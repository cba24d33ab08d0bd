import type { FailbackEvent } from '../../bot/failback/state/events.ts';
import type { LedgerBatch, LedgerEntry, LedgerHead } from '../../bot/failback/state/ledger.ts';
import { entryHash } from './entry-hash.ts';

/** An entry that has its place in the chain, with the text that its hash covers. */
export interface SealedEntry {
  readonly entry: LedgerEntry;
  readonly eventText: string;
}

/** Where a batch goes: behind the last entry of the chain, and behind the last revision of its stream. */
export interface Position {
  readonly head: LedgerHead;
  readonly revision: number;
}

/** Gives every event of a batch its place and its hash. */
export function sealBatch(batch: LedgerBatch, position: Position): readonly SealedEntry[] {
  const sealed: SealedEntry[] = [];
  let { head, revision } = position;
  for (const event of batch.events) {
    revision += 1;
    const eventText = JSON.stringify(event);
    const place = { sequence: head.sequence + 1, stream: batch.stream, revision, at: batch.at };
    const hash = entryHash(head.hash, { ...place, event: eventText });
    head = { sequence: place.sequence, hash };
    sealed.push({ entry: { ...place, event: parseEvent(eventText), hash }, eventText });
  }
  return sealed;
}

/** What was stored, not what was given: the two differ where JSON has no word for something, such as `undefined`. */
export function parseEvent(eventText: string): FailbackEvent {
  return JSON.parse(eventText) as FailbackEvent;
}
