import { endsFailback } from '../../bot/failback/ends.ts';
import { ConflictError } from '../../bot/failback/errors.ts';
import type { FailbackEvent, Target } from '../../bot/failback/events.ts';
import type { LedgerBatch } from '../../bot/failback/ports/ledger.ts';

const STREAM_NAME = /^[\x21-\x7e]{1,64}$/;

/** Refuses what no chain could carry and give back unchanged. Throws `TypeError`: it is the caller's mistake. */
function checkBatch(batch: LedgerBatch): void {
  if (!STREAM_NAME.test(batch.stream)) {
    throw new TypeError('A stream is named by 1 to 64 printable ASCII characters without spaces.');
  }
  if (!Number.isSafeInteger(batch.at)) {
    throw new TypeError('The time of a batch is a whole number of milliseconds.');
  }
}

/** Refuses batches that can not be appended as one. Throws `TypeError`. */
export function checkBatches(batches: readonly LedgerBatch[]): void {
  for (const batch of batches) checkBatch(batch);
  if (new Set(batches.map(({ stream }) => stream)).size < batches.length) {
    throw new TypeError('Batches that are appended as one belong to different streams.');
  }
}

/** Throws `ConflictError` `revision` when the stream is not where the batch was decided on. */
export function refuseStaleRevision(batch: LedgerBatch, revision: number): void {
  if (batch.expectedRevision === 'any' || batch.expectedRevision === revision) return;
  throw new ConflictError(
    'revision',
    `${batch.stream} has changed in the meantime. Look at it again before you repeat this.`,
    { failbackId: batch.stream },
  );
}

/** Throws `ConflictError` `targetBusy` when the batch asks for a target that another failback holds. */
export function refuseBusyTarget(
  batch: LedgerBatch,
  holderOf: (targetKey: string) => string | undefined,
): void {
  for (const event of batch.events) {
    if (event.type !== 'requested') continue;
    const holder = holderOf(targetKey(event.target));
    if (holder === undefined || holder === batch.stream) continue;
    throw new ConflictError(
      'targetBusy',
      `${event.target.name} already has an open failback: ${holder}. Continue with that one, or end it first.`,
      { failbackId: holder },
    );
  }
}

/** What an event does to the target of its failback. */
export type TargetChange = { readonly take: string } | 'release' | 'none';

export function targetChange(event: FailbackEvent): TargetChange {
  if (event.type === 'requested') return { take: targetKey(event.target) };
  return endsFailback(event) ? 'release' : 'none';
}

/** One name for a target however Azure spells it this time. */
export function targetKey(target: Target): string {
  return `${target.vault}\n${target.itemId}`.toLowerCase();
}
