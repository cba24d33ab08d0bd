import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import type { FailbackEvent } from '../bot/failback/state/events.ts';
import { openLedgerFile } from '../storage/sqlite/ledger-file.ts';
import { SqliteLedger } from '../storage/sqlite/sqlite-ledger.ts';
import { verifyLedger } from '../storage/sqlite/verify/verify-ledger.ts';
import { requested } from '../test/contract/ledger-events.ts';

// What the ledger costs. Durable appends as a ratio to plain inserts of the same rows with the same durability, in
// alternating rounds of one run; and the verification of a long ledger beside a working event loop.
//   npx tsx bench/ledger.ts

const ROUNDS = 15;
const PER_ROUND = 200;
const LONG = 100_000;
const BAR_RATIO = 0.7;
const BAR_VERIFY_MS = 5_000;

const AT = Date.UTC(2031, 4, 6, 12);

function sampleEvent(number: number): FailbackEvent {
  return {
    type: 'voteCast',
    by: {
      person: 'mina',
      platform: 'slack',
      userId: 'U0MINA',
      channel: 'C0INCIDENT',
      roles: ['operator', 'approver'],
    },
    number,
    vote: 'approve',
    typed: 'web-01',
    reason: 'Everybody is in the call, the storage team has confirmed the free space.',
  };
}

function openRaw(path: string): { insert: (number: number) => void; close: () => void } {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE entries (sequence INTEGER PRIMARY KEY, stream TEXT, revision INTEGER, at INTEGER, event TEXT, hash TEXT)',
  );
  const statement = db.prepare(
    'INSERT INTO entries (stream, revision, at, event, hash) VALUES (?, ?, ?, ?, ?)',
  );
  const hash = '0'.repeat(64);
  return {
    insert: (number) => {
      statement.run('FB-1', number, AT, JSON.stringify(sampleEvent(number)), hash);
    },
    close: () => db.close(),
  };
}

/** Milliseconds that one round takes. */
async function time(round: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await round();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function measureAppends(ledger: SqliteLedger, folder: string): Promise<Row[]> {
  // An open failback, as in real use: its row in the list of failbacks is touched by every append.
  await ledger.append({ stream: 'FB-1', expectedRevision: 0, at: AT, events: [requested()] });
  const raw = openRaw(join(folder, 'raw.db'));
  const rawMs: number[] = [];
  const ledgerMs: number[] = [];
  const appendRound = async () => {
    for (let number = 0; number < PER_ROUND; number += 1) {
      const events = [sampleEvent(number)];
      await ledger.append({ stream: 'FB-1', expectedRevision: 'any', at: AT, events });
    }
  };
  const rawRound = () => {
    for (let number = 0; number < PER_ROUND; number += 1) raw.insert(number);
  };
  // The first two rounds warm up and do not count. Whoever goes second in one round goes first in the next.
  for (let round = -2; round < ROUNDS; round += 1) {
    const isRawFirst = round % 2 === 0;
    const first = await time(isRawFirst ? rawRound : appendRound);
    const second = await time(isRawFirst ? appendRound : rawRound);
    if (round < 0) continue;
    rawMs.push(isRawFirst ? first : second);
    ledgerMs.push(isRawFirst ? second : first);
  }
  raw.close();
  const ratios = rawMs.map((ms, round) => ms / (ledgerMs[round] ?? Number.NaN));
  return [
    row('raw better-sqlite3 inserts per second', perSecond(rawMs)),
    row('ledger appends per second', perSecond(ledgerMs)),
    row('ratio', median(ratios).toFixed(2), `>= ${BAR_RATIO}`, median(ratios) >= BAR_RATIO),
  ];
}

async function measureVerify(ledger: SqliteLedger, path: string): Promise<Row[]> {
  const before = (await ledger.head())?.sequence ?? 0;
  for (let number = before; number < LONG; number += 1_000) {
    const count = Math.min(1_000, LONG - number);
    const events = Array.from({ length: count }, (_, index) => sampleEvent(number + index));
    await ledger.append({ stream: 'FB-1', expectedRevision: 'any', at: AT, events });
  }
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let found: Awaited<ReturnType<typeof verifyLedger>> | undefined;
  const tookMs = await time(async () => {
    found = await verifyLedger(path);
  });
  delay.disable();
  if (found?.intact !== true || found.entries !== LONG) throw new Error('the ledger is not intact');
  return [
    row(
      `verify ${LONG} events, ms`,
      tookMs.toFixed(0),
      `< ${BAR_VERIFY_MS}`,
      tookMs < BAR_VERIFY_MS,
    ),
    row('event loop of the main thread: p50 delay, ms', (delay.percentile(50) / 1e6).toFixed(1)),
    row('event loop of the main thread: p99 delay, ms', (delay.percentile(99) / 1e6).toFixed(1)),
    row('event loop of the main thread: longest delay, ms', (delay.max / 1e6).toFixed(1)),
  ];
}

type Row = Readonly<Record<'what' | 'figure' | 'bar' | 'met', string>>;

function row(what: string, figure: string, bar = '', isMet?: boolean): Row {
  if (isMet === undefined) return { what, figure, bar, met: '' };
  return { what, figure, bar, met: isMet ? 'yes' : 'NO' };
}

function perSecond(roundsMs: readonly number[]): string {
  return ((PER_ROUND * 1_000) / median(roundsMs)).toFixed(0);
}

const folder = mkdtempSync(join(tmpdir(), 'failback-bench-'));
try {
  const path = join(folder, 'ledger.db');
  const ledger = new SqliteLedger(openLedgerFile(path), pino({ level: 'silent' }));
  const rows = [...(await measureAppends(ledger, folder)), ...(await measureVerify(ledger, path))];
  console.table(rows);
  console.log('Delays of the event loop are measured every 10 ms: an idle loop shows about 10.');
  if (rows.some(({ met }) => met === 'NO')) process.exitCode = 1;
  await ledger.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
