import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, UpstreamError } from '../../bot/failback/ports/errors.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import { openLedgerFile, openLedgerReader } from '../../storage/sqlite/ledger-file.ts';
import { prepareStatements } from '../../storage/sqlite/ledger-statements.ts';
import { SCHEMA_VERSION } from '../../storage/sqlite/migrations.ts';
import { SqliteLedger } from '../../storage/sqlite/sqlite-ledger.ts';
import { ENGLISH } from '../support/catalogue/spoken.ts';
import { batch, NOON, refused, requested } from './ledger-events.ts';
import { makePlace, openLedger, silent, tamper } from './sqlite-place.ts';

let place: Awaited<ReturnType<typeof makePlace>>;

beforeEach(async () => {
  place = await makePlace();
});

afterEach(() => place.remove());

describe('opening a ledger', () => {
  it('makes a new one that only its owner can read', async () => {
    const ledger = openLedger(place.path);
    await ledger.append(batch('FB-1', [requested()], 0));

    for (const name of ['failback.db', 'failback.db-wal', 'failback.db-shm']) {
      expect(statSync(join(place.folder, name)).mode & 0o077).toBe(0);
    }
    await ledger.close();
  });

  it('leaves nothing but the ledger and its lock behind when it closes', async () => {
    await openLedger(place.path).close();

    expect(readdirSync(place.folder).sort()).toEqual(['failback.db', 'failback.db.lock']);
  });

  it('writes so that an answered append survives a power cut', async () => {
    const file = openLedgerFile(place.path);

    expect(file.db.pragma('journal_mode', { simple: true })).toBe('wal');
    // 2 is FULL: https://sqlite.org/pragma.html#pragma_synchronous
    expect(file.db.pragma('synchronous', { simple: true })).toBe(2);
    file.close();
  });

  it('brings an older format up to date and keeps what is in it', async () => {
    await fill(place.path);
    const old = new Database(place.path);
    old.exec(
      'DROP TABLE published_messages; DROP TABLE conversation_references; DROP TABLE held_targets',
    );
    old.pragma('user_version = 2');
    old.close();

    const ledger = openLedger(place.path);

    expect(await ledger.read('FB-1')).toHaveLength(1);
    await ledger.close();
    const reader = openLedgerReader(place.path);
    expect(reader.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    for (const table of ['published_messages', 'conversation_references']) {
      expect(reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    }
    reader.close();
  });

  it('refuses a file that a newer version wrote, and leaves it as it is', async () => {
    await fill(place.path);
    const newer = new Database(place.path);
    newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();

    const message = `was written by a newer version of Failback: its format is ${SCHEMA_VERSION + 1}`;
    expect(() => openLedgerFile(place.path)).toThrow(message);
    expect(() => openLedgerReader(place.path)).toThrow(message);
    const after = new Database(place.path);
    expect(after.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION + 1);
    after.close();
  });

  it('refuses a file that is no database', () => {
    writeFileSync(place.path, 'people:\n  - id: mina\n'.repeat(50));

    expect(() => openLedgerFile(place.path)).toThrow('is not a ledger of Failback');
    expect(() => openLedgerReader(place.path)).toThrow('is not a ledger of Failback');
  });

  it('refuses a database of somebody else, and leaves it as it is', () => {
    const theirs = new Database(place.path);
    theirs.exec('CREATE TABLE invoices (id INTEGER PRIMARY KEY)');
    theirs.close();

    expect(() => openLedgerFile(place.path)).toThrow('is not a ledger of Failback');
    expect(() => openLedgerReader(place.path)).toThrow('is not a ledger of Failback');
    const after = new Database(place.path);
    expect(after.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['invoices']);
    after.close();
  });

  it('refuses a folder that is not there', () => {
    const path = join(place.folder, 'nowhere', 'failback.db');

    expect(() => openLedgerFile(path)).toThrow(ConfigError);
    expect(() => openLedgerFile(path)).toThrow('Check that its folder exists');
    expect(() => openLedgerReader(path)).toThrow(`There is no ledger at ${path}.`);
  });

  it('lets go of the lock when it can not open the ledger', async () => {
    writeFileSync(place.path, 'not a database, but long enough to be looked at'.repeat(50));
    expect(() => openLedgerFile(place.path)).toThrow('is not a ledger');

    writeFileSync(place.path, '');

    await openLedger(place.path).close();
  });
});

describe('an open ledger', () => {
  it('says in plain words that somebody else is writing to it, and works again afterwards', async () => {
    const ledger = openLedger(place.path);
    const other = new Database(place.path);
    other.exec('BEGIN IMMEDIATE');

    const append = ledger.append(batch('FB-1', [requested()], 0));

    await expect(append).rejects.toBeInstanceOf(UpstreamError);
    await expect(append).rejects.toMatchObject({
      code: 'ledgerUnavailable',
      userMessage: coded('ledgerLocked'),
      facts: { service: 'ledger', operation: 'append', retryable: true },
    });
    other.close();
    expect(await ledger.append(batch('FB-1', [requested()], 0))).toHaveLength(1);
    await ledger.close();
  });

  it('appends nothing when the disk is full', async () => {
    const file = openLedgerFile(place.path);
    const ledger = new SqliteLedger(file, silent);
    await ledger.append(batch('FB-1', [requested()], 0));
    const pages = Number(file.db.pragma('page_count', { simple: true }));
    file.db.pragma(`max_page_count = ${pages}`);

    const large = ledger.append(batch('FB-1', [refused('x'.repeat(20_000))], 1));

    await expect(large).rejects.toMatchObject({
      userMessage: coded('ledgerDiskFull'),
      facts: { retryable: true },
    });
    expect(await ledger.head()).toMatchObject({ sequence: 1 });
    await ledger.close();
  });

  it('keeps the table of deliveries small however many come', async () => {
    const file = openLedgerFile(place.path);
    const ledger = new SqliteLedger(file, silent);
    for (let day = 0; day < 60; day += 1) {
      for (let one = 0; one < 5; one += 1) {
        await ledger.claimDelivery(`slack:Ev${day}-${one}`, NOON + day * 86_400_000);
      }
    }

    const kept = file.db.prepare<[], number>('SELECT count(*) FROM deliveries').pluck().get();

    expect(kept).toBe(15);
    await ledger.close();
  });

  it('looks up failbacks and streams without walking the chain', async () => {
    const file = openLedgerFile(place.path);
    const statements = prepareStatements(file.db);
    const planOf = ({ source }: { source: string }) =>
      file.db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
        .all(...(source.includes('?') ? ['x'] : []))
        .map(({ detail }) => detail);

    for (const statement of [statements.read, statements.revision, statements.holder]) {
      expect(planOf(statement)).toEqual([expect.stringMatching(/^SEARCH /)]);
    }
    expect(planOf(statements.open).join()).not.toContain('entries');
    expect(planOf(statements.recent).join()).toMatch(/SEARCH entries USING .*\(stream=\?\)/);
    expect(planOf(statements.recent).join()).not.toContain('SCAN entries');
    expect(planOf(statements.beginnings).join()).toContain('SEARCH entries USING INTEGER PRIMARY');
    file.close();
  });

  it('says which entry can not be read, and what to do', async () => {
    await fill(place.path);
    tamper(place.path, (db) => db.exec("UPDATE entries SET event = '{' WHERE sequence = 1"));
    const ledger = openLedger(place.path);

    const error = await ledger.read('FB-1').catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ code: 'ledgerDamaged' });
    expect(error instanceof UpstreamError && ENGLISH.text(error.userMessage)).toMatch(
      /^Entry 1 of the ledger .* "failback audit verify"/,
    );
    await ledger.close();
  });
});

async function fill(path: string): Promise<void> {
  const ledger = openLedger(path);
  await ledger.append(batch('FB-1', [requested()], 0));
  await ledger.close();
}
