import { ConflictError } from '../../bot/failback/ports/errors.ts';
import { armIdOf, type Target } from '../../bot/failback/site-recovery/target.ts';
import { endsFailback } from '../../bot/failback/state/ends.ts';
import type { FailbackEvent } from '../../bot/failback/state/events.ts';
import type { LedgerBatch } from '../../bot/failback/state/ledger.ts';

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
    for (const { name, key } of heldBy(event.target)) {
      const holder = holderOf(key);
      if (holder === undefined || holder === batch.stream) continue;
      throw new ConflictError(
        'targetBusy',
        `${name} already has an open failback: ${holder}. Continue with that one, or end it first.`,
        { failbackId: holder },
      );
    }
  }
}

/** What an event does to the target of its failback: takes all of its names, or gives them back. */
export type TargetChange = { readonly take: readonly string[] } | 'release' | 'none';

export function targetChange(event: FailbackEvent): TargetChange {
  if (event.type === 'requested') return { take: targetKeys(event.target) };
  return endsFailback(event) ? 'release' : 'none';
}

/**
 * The names of a target however Azure spells it this time. The first is its own; behind that of a recovery plan come those
 * of its VMs, so that no VM comes home twice at once.
 */
export function targetKeys(target: Target): readonly string[] {
  return heldBy(target).map(({ key }) => key);
}

/** The name of a target itself. */
export const targetKey = (target: Target): string => keyIn(target, armIdOf(target));

function heldBy(target: Target): readonly { readonly name: string; readonly key: string }[] {
  const own = { name: target.name, key: targetKey(target) };
  if (target.kind === 'protectedItem') return [own];
  const ofVms = target.items.map(({ itemId, name }) => ({ name, key: keyIn(target, itemId) }));
  return [own, ...ofVms];
}

const keyIn = ({ vault }: Target, armId: string) => `${vault}\n${armId}`.toLowerCase();
