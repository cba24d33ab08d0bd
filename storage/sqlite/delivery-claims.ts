import type { Database } from 'better-sqlite3';
import { DELIVERY_MEMORY_MS } from '../chain/delivery-memory.ts';

/** More than one, so that a backlog shrinks; few, so that no claim pays for all the others. */
const PRUNED_PER_CLAIM = 8;

/** Returns how to claim a delivery id once. Old claims are forgotten a few at a time. */
export function prepareDeliveryClaims(db: Database): (deliveryId: string, at: number) => boolean {
  const prune = db.prepare<[number, number]>(
    'DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries WHERE at < ? ORDER BY at LIMIT ?)',
  );
  const insert = db.prepare<[string, number]>(
    'INSERT OR IGNORE INTO deliveries (id, at) VALUES (?, ?)',
  );
  const claim = db.transaction((deliveryId: string, at: number) => {
    const isNew = insert.run(deliveryId, at).changes === 1;
    if (isNew) prune.run(at - DELIVERY_MEMORY_MS, PRUNED_PER_CLAIM);
    return isNew;
  });
  return claim.immediate;
}
