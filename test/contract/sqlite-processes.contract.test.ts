import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigError } from '../../bot/failback/ports/errors.ts';
import { readHead } from '../../storage/sqlite/read-head.ts';
import { verifyLedger } from '../../storage/sqlite/verify/verify-ledger.ts';
import { batch, ended, NOON, requested } from './ledger-events.ts';
import { makePlace, openLedger } from './sqlite-place.ts';

const SCRIPT = fileURLToPath(new URL('./ledger-process.ts', import.meta.url));

let place: Awaited<ReturnType<typeof makePlace>>;
let child: ChildProcess | undefined;

beforeEach(async () => {
  place = await makePlace();
});

afterEach(async () => {
  if (child !== undefined) await kill(child);
  child = undefined;
  await place.remove();
});

function start(task: 'hold' | 'write', path = place.path): ChildProcess {
  child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, path, task], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child;
}

/** Gives the lines of the process until one of them is enough. */
async function linesUntil(from: ChildProcess, enough: (line: string) => boolean) {
  const lines: string[] = [];
  for await (const line of createInterface({ input: from.stdout! })) {
    lines.push(line);
    if (enough(line)) return lines;
  }
  throw new Error(`the process ended early after ${lines.length} lines`);
}

async function kill(victim: ChildProcess): Promise<void> {
  if (victim.exitCode !== null || victim.signalCode !== null) return;
  const gone = once(victim, 'exit');
  victim.kill('SIGKILL');
  await gone;
}

it('refuses a second process, which says what to do', async () => {
  const ledger = openLedger(place.path);

  const second = start('hold');
  let complaint = '';
  second.stderr!.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(second, 'close');

  expect(code).toBe(1);
  expect(complaint).toContain(`Another process already uses the ledger ${place.path}.`);
  await ledger.append(batch('FB-1', [requested()], 0));
  await ledger.close();
});

it('is refused as a second process, and reads and verifies beside the first', async () => {
  const first = start('write');
  await linesUntil(first, (line) => line === '20');

  expect(() => openLedger(place.path)).toThrow(ConfigError);
  expect(readHead(place.path)?.sequence).toBeGreaterThanOrEqual(20);
  const found = await verifyLedger(place.path, readHead(place.path));
  expect(found).toMatchObject({ intact: true });
  expect(found.entries).toBeGreaterThanOrEqual(20);
});

it('is refused a second time in one process', async () => {
  const ledger = openLedger(place.path);

  expect(() => openLedger(place.path)).toThrow(ConfigError);

  await ledger.close();
  await openLedger(place.path).close();
});

it('is refused under another name of the same file', async () => {
  const ledger = openLedger(place.path);
  const alias = join(place.folder, 'alias.db');
  symlinkSync(place.path, alias);

  expect(() => openLedger(alias)).toThrow('Another process already uses');

  await ledger.close();
});

it('gets the lock of a holder that was killed, with everything that was acknowledged', async () => {
  const holder = start('write');
  const lines = await linesUntil(holder, (line) => line === '50');
  await kill(holder);
  const acknowledged = Number(lines.at(-1));

  const ledger = openLedger(place.path);

  const entries = await ledger.read('FB-1');
  expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  expect(await verifyLedger(place.path)).toMatchObject({ intact: true, entries: entries.length });
  await ledger.close();
});

it('can be verified where a killed bot left it, before anybody opens it again', async () => {
  const holder = start('write');
  await linesUntil(holder, (line) => line === '10');
  await kill(holder);
  expect(existsSync(`${place.path}-wal`)).toBe(true);

  const found = await verifyLedger(place.path);

  expect(found).toMatchObject({ intact: true });
  expect(found.entries).toBeGreaterThanOrEqual(10);
});

it('remembers open failbacks and claimed deliveries across a restart', async () => {
  const before = openLedger(place.path);
  await before.append(batch('FB-1', [requested()], 0));
  await before.append(batch('FB-2', [requested('/items/db-01'), ended], 0));
  await before.claimDelivery('slack:Ev1', NOON);
  const head = await before.head();
  await before.close();

  const after = openLedger(place.path);

  expect(await after.head()).toEqual(head);
  expect(await after.openFailbacks()).toEqual(['FB-1']);
  expect(await after.recentFailbacks(5)).toEqual(['FB-2', 'FB-1']);
  expect(await after.claimDelivery('slack:Ev1', NOON)).toBe(false);
  await expect(after.append(batch('FB-3', [requested()], 0))).rejects.toMatchObject({
    code: 'targetBusy',
    failbackId: 'FB-1',
  });
  await after.close();
});
