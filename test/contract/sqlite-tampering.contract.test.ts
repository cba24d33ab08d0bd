import { closeSync, copyFileSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTEMPTS, type LedgerHead } from '../../bot/failback/state/ledger.ts';
import type { ChainVerification } from '../../storage/chain/chain-problem.ts';
import { entryHash, GENESIS } from '../../storage/chain/entry-hash.ts';
import { openLedgerReader } from '../../storage/sqlite/ledger-file.ts';
import { readChain } from '../../storage/sqlite/read-chain.ts';
import { verifyFile } from '../../storage/sqlite/verify/verify-file.ts';
import { batch, checked, ended, refused, requested } from './ledger-events.ts';
import { makePlace, openLedger, tamper } from './sqlite-place.ts';

const COUNT = 14;
const TOP = { sequence: COUNT };

let place: Awaited<ReturnType<typeof makePlace>>;
let head: LedgerHead;

/** A ledger of 14 entries. Its last one belongs to no failback, so that no list remembers it. */
beforeAll(async () => {
  place = await makePlace();
  const ledger = openLedger(place.path);
  await ledger.append(batch('FB-1', [requested(), checked('ok'), refused('one'), refused('two')]));
  await ledger.append(batch('FB-2', [requested('/items/db-01'), checked('warning')]));
  await ledger.append(batch(ATTEMPTS, [refused('three'), refused('four')]));
  await ledger.append(batch('FB-1', [ended, refused('five')]));
  await ledger.append(batch('FB-3', [requested(), checked('ok')]));
  await ledger.append(batch(ATTEMPTS, [refused('six'), refused('seven, über')]));
  head = (await ledger.head()) ?? { sequence: 0, hash: '' };
  await ledger.close();
});

afterAll(() => place.remove());

/** What the verification says of a copy of the ledger that somebody has changed. */
function verifyTampered(
  change: (db: Database.Database) => void,
  known?: LedgerHead,
): ChainVerification {
  const copy = join(place.folder, 'tampered.db');
  copyFileSync(place.path, copy);
  tamper(copy, change);
  return verifyFile(copy, known);
}

const anyEntry = fc.integer({ min: 1, max: COUNT });

describe('the guards of the table', () => {
  it.each([
    ['UPDATE entries SET at = 1 WHERE sequence = 3', 'never changed'],
    ['DELETE FROM entries WHERE sequence = 14', 'never removed'],
    ["REPLACE INTO entries VALUES (14, 'FB-1', 9, 1, '{}', '')", 'follow the last one'],
    ["INSERT INTO entries VALUES (16, 'FB-1', 9, 1, '{}', '')", 'follow the last one'],
  ])('refuse %s', (sql, message) => {
    const db = new Database(place.path);
    try {
      expect(() => db.exec(sql)).toThrow(message);
    } finally {
      db.close();
    }
    expect(verifyFile(place.path, head)).toMatchObject({ intact: true, entries: COUNT });
  });
});

describe('verification finds', () => {
  it('nothing in a ledger that nobody touched', () => {
    expect(verifyTampered(() => undefined, head)).toEqual({ intact: true, entries: COUNT, head });
  });

  it('any changed byte of any event', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), fc.integer({ min: 1, max: 255 }), (sequence, at, bits) => {
        const found = verifyTampered((db) => {
          const bytes = db
            .prepare<[number], Buffer>('SELECT CAST(event AS BLOB) FROM entries WHERE sequence = ?')
            .pluck()
            .get(sequence)!;
          bytes[at % bytes.length]! ^= bits;
          db.prepare('UPDATE entries SET event = CAST(? AS TEXT) WHERE sequence = ?').run(
            bytes,
            sequence,
          );
        });

        expect(found).toMatchObject({ intact: false, entries: sequence - 1 });
        expect(found).toMatchObject({ problem: { sequence } });
      }),
      { numRuns: 150 },
    );
  });

  it('any changed time, stream, revision or hash', () => {
    const changes = [
      'at = at + 1',
      'at = -at',
      "stream = stream || 'X'",
      "stream = 'FB-9'",
      'revision = revision + 100',
      "hash = replace(hash, substr(hash, 1, 1), 'g')",
      'hash = upper(hash) || 0',
      "hash = ''",
    ];
    fc.assert(
      fc.property(anyEntry, fc.constantFrom(...changes), (sequence, change) => {
        const found = verifyTampered((db) => {
          db.exec(`UPDATE entries SET ${change} WHERE sequence = ${sequence}`);
        });

        expect(found).toEqual({
          intact: false,
          entries: sequence - 1,
          problem: { kind: 'changed', sequence },
        });
      }),
      { numRuns: 60 },
    );
  });

  it('any removed entries that were not the last', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: COUNT - 1 }), { minLength: 1 });
    fc.assert(
      fc.property(some, (removed) => {
        const found = verifyTampered((db) => {
          db.exec(`DELETE FROM entries WHERE sequence IN (${removed.join(',')})`);
        });

        const first = Math.min(...removed);
        let next = first;
        while (removed.includes(next)) next += 1;
        expect(found).toEqual({
          intact: false,
          entries: first - 1,
          problem: { kind: 'missing', sequence: first, next },
        });
      }),
      { numRuns: 60 },
    );
  });

  it('any removed entry when the later ones were renumbered to close the gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: COUNT - 1 }), (sequence) => {
        const found = verifyTampered((db) => {
          db.exec(`DELETE FROM entries WHERE sequence = ${sequence}`);
          for (let next = sequence + 1; next <= COUNT; next += 1) {
            db.exec(`UPDATE entries SET sequence = ${next - 1} WHERE sequence = ${next}`);
          }
        });

        expect(found).toEqual({
          intact: false,
          entries: sequence - 1,
          problem: { kind: 'changed', sequence },
        });
      }),
      { numRuns: 30 },
    );
  });

  it('any two entries that changed places', () => {
    const two = fc.uniqueArray(anyEntry, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(two, ([one = 0, other = 0]) => {
        const found = verifyTampered((db) => {
          db.exec(`UPDATE entries SET sequence = 0 WHERE sequence = ${one}`);
          db.exec(`UPDATE entries SET sequence = ${one} WHERE sequence = ${other}`);
          db.exec(`UPDATE entries SET sequence = ${other} WHERE sequence = 0`);
        });

        const [sequence, foundAt] = [Math.min(one, other), Math.max(one, other)];
        expect(found).toEqual({
          intact: false,
          entries: sequence - 1,
          problem: { kind: 'reordered', sequence, foundAt },
        });
      }),
      { numRuns: 40 },
    );
  });

  it('any truncation, against a head that was kept, even when the list was cut to fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: COUNT - 1 }), (last) => {
        const found = verifyTampered((db) => {
          db.exec(`DELETE FROM entries WHERE sequence > ${last}`);
          db.exec(`DELETE FROM failbacks WHERE first_sequence > ${last}`);
        }, head);

        expect(found).toEqual({
          intact: false,
          entries: last,
          problem: { kind: 'truncated', known: COUNT, last },
        });
      }),
      { numRuns: 30 },
    );
  });

  it('a truncation that the list of failbacks remembers, without any head', () => {
    const found = verifyTampered((db) => db.exec('DELETE FROM entries WHERE sequence >= 11'));

    expect(found).toMatchObject({ intact: false, problem: { kind: 'register', failback: 'FB-3' } });
  });

  it('a chain that was rewritten from any entry on, against a head that was kept', () => {
    fc.assert(
      fc.property(anyEntry, (from) => {
        const rewrite = (db: Database.Database) => rewriteChain(db, from);

        expect(verifyTampered(rewrite)).toMatchObject({ intact: true, entries: COUNT });
        expect(verifyTampered(rewrite, head)).toEqual({
          intact: false,
          entries: COUNT - 1,
          problem: { kind: 'rewritten', known: COUNT },
        });
      }),
      { numRuns: 20 },
    );
  });

  it('an older head in a ledger that has grown since', () => {
    const older = readHashes()[8]!;

    expect(verifyTampered(() => undefined, { sequence: 9, hash: older })).toMatchObject({
      intact: true,
    });
    expect(verifyTampered(() => undefined, { sequence: 8, hash: older })).toMatchObject({
      problem: { kind: 'rewritten', known: 8 },
    });
  });

  it.each(['no JSON at all', '[]', 'null', '{"type":1}', '{"type":"checked"}'])(
    'the event %s under a hash that fits',
    (text) => {
      const found = verifyTampered((db) => setEvent(db, COUNT, text));

      const problem = { kind: 'notAnEvent', ...TOP };
      expect(found).toEqual({ intact: false, entries: COUNT - 1, problem });
    },
  );

  it('a revision that does not follow, under a hash that fits', () => {
    const found = verifyTampered((db) => {
      db.exec(`UPDATE entries SET revision = 9 WHERE sequence = ${COUNT}`);
      reseal(db, COUNT);
    });

    const problem = { kind: 'revision', ...TOP, stream: ATTEMPTS, expected: 4, found: 9 };
    expect(found).toEqual({ intact: false, entries: COUNT - 1, problem });
  });

  it.each([
    ["UPDATE failbacks SET target = NULL WHERE failback = 'FB-2'", 'FB-2'],
    ["UPDATE failbacks SET target = 'x' WHERE failback = 'FB-1'", 'FB-1'],
    ["UPDATE failbacks SET first_sequence = 2 WHERE failback = 'FB-1'", 'FB-1'],
    ["DELETE FROM failbacks WHERE failback = 'FB-3'", 'FB-3'],
    ["INSERT INTO failbacks VALUES ('FB-9', 1, NULL)", 'FB-9'],
  ])('a list of failbacks that was bent by %s', (sql, failback) => {
    const found = verifyTampered((db) => db.exec(sql));

    expect(found).toMatchObject({ intact: false, problem: { kind: 'register', failback } });
  });

  it('a damaged file', () => {
    const copy = join(place.folder, 'damaged.db');
    copyFileSync(place.path, copy);
    const db = new Database(copy);
    const page = db
      .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'entries'")
      .pluck()
      .get()!;
    const size = Number(db.pragma('page_size', { simple: true }));
    db.close();
    const file = openSync(copy, 'r+');
    writeSync(file, Buffer.alloc(64, 0xff), 0, 64, (page - 1) * size);
    closeSync(file);

    expect(verifyFile(copy)).toMatchObject({ intact: false, problem: { kind: 'damaged' } });
  });
});

function readHashes(): string[] {
  const db = openLedgerReader(place.path);
  try {
    return [...readChain(db, 1)].map(({ hash }) => hash);
  } finally {
    db.close();
  }
}

/** Changes the time of an entry and gives it and all later ones the hashes that fit, as a careful forger would. */
function rewriteChain(db: Database.Database, from: number): void {
  db.exec(`UPDATE entries SET at = at + 60000 WHERE sequence = ${from}`);
  for (let sequence = from; sequence <= COUNT; sequence += 1) reseal(db, sequence);
}

function setEvent(db: Database.Database, sequence: number, text: string): void {
  db.prepare('UPDATE entries SET event = ? WHERE sequence = ?').run(text, sequence);
  reseal(db, sequence);
}

function reseal(db: Database.Database, sequence: number): void {
  const rows = [...readChain(db, Math.max(1, sequence - 1))];
  const row = rows.find((one) => one.sequence === sequence)!;
  const previous = sequence === 1 ? GENESIS : rows[0]!.hash;
  db.prepare('UPDATE entries SET hash = ? WHERE sequence = ?').run(
    entryHash(previous, row),
    sequence,
  );
}
