import type { Database } from 'better-sqlite3';
import { ConfigError } from '../../bot/failback/ports/errors.ts';

/** Marks the file as a ledger of this bot: "FBLK" in ASCII. https://sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x46424c4b;

const LEDGER = `
  CREATE TABLE entries (
    sequence INTEGER PRIMARY KEY,
    stream   TEXT NOT NULL,
    revision INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    event    TEXT NOT NULL,
    hash     TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX entries_by_stream ON entries (stream, revision);

  CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entries are never changed'); END;
  CREATE TRIGGER entries_are_never_removed BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entries are never removed'); END;
  -- INSERT OR REPLACE removes a row without asking the trigger above.
  CREATE TRIGGER entries_follow_the_last BEFORE INSERT ON entries
    WHEN NEW.sequence <> (SELECT ifnull(max(sequence), 0) + 1 FROM entries)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entries follow the last one'); END;

  -- Derived from the entries, in the transaction that appends them. Only written when a failback begins or ends: a page
  -- more in every append is what bench/ledger.ts notices most.
  CREATE TABLE failbacks (
    failback       TEXT PRIMARY KEY,
    first_sequence INTEGER NOT NULL,
    target         TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX one_open_failback_per_target ON failbacks (target) WHERE target IS NOT NULL;
`;

const DELIVERIES = `
  CREATE TABLE deliveries (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX deliveries_by_age ON deliveries (at);
`;

const PUBLISHED_MESSAGES = `
  CREATE TABLE published_messages (
    failback   TEXT NOT NULL,
    platform   TEXT NOT NULL,
    channel    TEXT NOT NULL,
    slot       TEXT NOT NULL,
    message_id TEXT NOT NULL,
    drawn      TEXT NOT NULL,
    PRIMARY KEY (failback, platform, channel, slot)
  ) STRICT, WITHOUT ROWID;
`;

const CONVERSATION_REFERENCES = `
  CREATE TABLE conversation_references (
    conversation TEXT PRIMARY KEY,
    kind         TEXT NOT NULL,
    tenant       TEXT NOT NULL,
    service_url  TEXT NOT NULL,
    user         TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX conversation_references_by_user ON conversation_references (user)
    WHERE user IS NOT NULL;
`;

const HELD_TARGETS = `
  -- A recovery plan holds all of its VMs. Derived as failbacks is, and written when that is.
  CREATE TABLE held_targets (
    target   TEXT PRIMARY KEY,
    failback TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX held_targets_by_failback ON held_targets (failback);
  INSERT INTO held_targets SELECT target, failback FROM failbacks WHERE target IS NOT NULL;
`;

/** Step n takes a file from version n to n + 1. Steps are only ever added. */
const MIGRATIONS = [LEDGER, DELIVERIES, PUBLISHED_MESSAGES, CONVERSATION_REFERENCES, HELD_TARGETS];

/** The version that this code reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings a file to the current version, all steps or none. A new file starts from nothing. */
export function migrate(db: Database, path: string): void {
  const run = db.transaction(() => {
    if (isUntouched(db)) db.pragma(`application_id = ${APPLICATION_ID}`);
    const version = readVersion(db, path);
    for (const step of MIGRATIONS.slice(version)) db.exec(step);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  });
  run.immediate();
}

/** The version of a ledger. Throws `ConfigError` for a file that is none, or that is newer than this code. */
export function readVersion(db: Database, path: string): number {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new ConfigError([
      `${path} is not a ledger of Failback. Point the settings to another file.`,
    ]);
  }
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > SCHEMA_VERSION) {
    throw new ConfigError([
      `The ledger ${path} was written by a newer version of Failback: its format is ${version}, this version knows formats up to ${SCHEMA_VERSION}. Use that version of Failback, or a newer one.`,
    ]);
  }
  return version;
}

function isUntouched(db: Database): boolean {
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  return tables === 0 && db.pragma('application_id', { simple: true }) === 0;
}
