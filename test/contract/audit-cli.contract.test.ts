import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../bot/cli/command-line.ts';
import { ATTEMPTS } from '../../bot/failback/state/ledger.ts';
import type { SqliteLedger } from '../../storage/sqlite/sqlite-ledger.ts';
import { batch, checked, mina, refused, requested } from './ledger-events.ts';
import { makePlace, openLedger, tamper } from './sqlite-place.ts';

const FORMULA = '=HYPERLINK("https://example.invalid";"click")';

let place: Awaited<ReturnType<typeof makePlace>>;
let ledger: SqliteLedger;
let head: string;

/** The bot keeps the ledger open all the time. */
beforeAll(async () => {
  place = await makePlace();
  ledger = openLedger(place.path);
  await ledger.append(batch('FB-1', [requested(), checked('ok')], 0));
  await ledger.append(batch(ATTEMPTS, [refused('separators \u2028 and "quotes", \r\n and more')]));
  const stranger = { platform: 'slack', userId: FORMULA, channel: 'C0INCIDENT', roles: [] };
  const attempt = { type: 'attemptRefused', by: stranger, attempt: 'start', why: 'stranger' };
  await ledger.append(batch('FB-1', [attempt as ReturnType<typeof refused>]));
  const last = await ledger.head();
  head = `${last?.sequence}:${last?.hash}`;
});

afterAll(async () => {
  await ledger.close();
  await place.remove();
});

/** Types a command and gives what came back. */
async function audit(args: readonly string[], path = place.path) {
  const out = new PassThrough();
  const err = new PassThrough();
  const code = await runCommandLine(['audit', ...args], { ledgerPath: () => path, out, err });
  return { code, out: text(out), err: text(err) };
}

function text(stream: PassThrough): string {
  return String(stream.setEncoding('utf8').read() ?? '');
}

function changedCopy(sql: string): string {
  const copy = join(place.folder, 'changed.db');
  copyFileSync(place.path, copy);
  copyFileSync(`${place.path}-wal`, `${copy}-wal`);
  tamper(copy, (db) => db.exec(sql));
  return copy;
}

describe('audit head', () => {
  it('prints the end of the chain', async () => {
    expect(await audit(['head'])).toEqual({ code: 0, out: `${head}\n`, err: '' });
  });

  it('prints sequence 0 for an empty ledger', async () => {
    const empty = join(place.folder, 'empty.db');
    await openLedger(empty).close();

    expect((await audit(['head'], empty)).out).toMatch(/^0:0{64}\n$/);
  });
});

describe('audit verify', () => {
  it('says intact, and how to notice a cut end', async () => {
    const { code, out, err } = await audit(['verify']);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Intact: 4 entries in the ledger were checked.');
    expect(out).toContain(`Head: ${head}`);
    expect(out).toContain('verify with --head');
  });

  it('says that a known head is part of it', async () => {
    const { code, out } = await audit(['verify', '--head', head.toUpperCase()]);

    expect(code).toBe(0);
    expect(out).toContain('The head 4 that you gave is part of it.');
  });

  it('says what is wrong, and up to where all is sound', async () => {
    const path = changedCopy('UPDATE entries SET at = at + 1 WHERE sequence = 3');

    const { code, out, err } = await audit(['verify'], path);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('NOT INTACT: Entry 3 was changed');
    expect(err).toContain('2 entries before that place were checked and are sound.');
  });

  it.each([
    [
      'DELETE FROM entries WHERE sequence = 2',
      'Entry 2 was removed: the next entry in the file is 3.',
    ],
    ['DELETE FROM entries WHERE sequence IN (2, 3)', 'Entries 2 to 3 were removed'],
    [
      'DELETE FROM entries WHERE sequence > 1',
      'The end was cut off: entry 4 is known to have existed',
    ],
    [
      'UPDATE entries SET sequence = 9 - sequence WHERE sequence > 2; UPDATE entries SET sequence = sequence - 2 WHERE sequence > 4',
      'Entries were reordered: the entry that belongs at 3 stands at 4.',
    ],
  ])('names what %s did', async (sql, message) => {
    const { code, err } = await audit(['verify', '--head', head], changedCopy(sql));

    expect(code).toBe(1);
    expect(err).toContain(message);
  });

  it('could not check what is not there', async () => {
    const { code, out, err } = await audit(['verify'], join(place.folder, 'nowhere.db'));

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('There is no ledger at');
  });
});

describe.each(['jsonl', 'csv'])('audit export as %s', (format) => {
  async function exported(...more: string[]) {
    const { code, out, err } = await audit(['export', '--format', format, ...more]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const file = join(place.folder, `export.${format}`);
    writeFileSync(file, out);
    return { file, out };
  }

  it('can be verified again, as a whole and against a head', async () => {
    const { file } = await exported();

    const { code, out } = await audit(['verify', '--export', file, '--head', head]);

    expect(code).toBe(0);
    expect(out).toContain('Intact: 4 entries in the export were checked.');
  });

  it('can be verified again for one stream', async () => {
    const { file } = await exported('--stream', 'FB-1');

    const alone = await audit(['verify', '--export', file, '--stream', 'FB-1']);
    expect(alone).toMatchObject({ code: 0 });
    expect(alone.out).toContain('Intact: 3 entries');
    const asWhole = await audit(['verify', '--export', file]);
    expect(asWhole).toMatchObject({ code: 1 });
    expect(asWhole.err).toContain('Entry 3 was removed');
    const asOther = await audit(['verify', '--export', file, '--stream', ATTEMPTS]);
    expect(asOther.err).toContain('Entry 1 belongs to another stream: FB-1.');
  });

  it('is not intact when any one byte of it is another', async () => {
    const { file, out } = await exported();
    const bytes = Buffer.from(out);
    const survivors: number[] = [];
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at] === 0x37 ? 0x38 : 0x37;
      writeFileSync(file, changed);
      if ((await audit(['verify', '--export', file])).code !== 1) survivors.push(at);
    }

    expect(survivors).toEqual([]);
  });

  it('is not intact when any one line of it is missing', async () => {
    const { file } = await exported();
    const lines = readFileSync(file, 'utf8').split(/(?<=\n)/);
    for (const missing of lines.keys()) {
      writeFileSync(file, lines.filter((_, line) => line !== missing).join(''));

      const { code } = await audit(['verify', '--export', file, '--head', head]);

      expect({ missing, code }).toEqual({ missing, code: 1 });
    }
  });

  it('shows a damaged ledger as it is', async () => {
    const path = changedCopy(
      `UPDATE entries SET event = 'not "JSON"' WHERE sequence = 2;
       UPDATE entries SET at = 9e15, event = '{"type":"held","by":null}' WHERE sequence = 3`,
    );

    const { code, out } = await audit(['export', '--format', format], path);

    expect(code).toBe(0);
    const file = join(place.folder, `damaged.${format}`);
    writeFileSync(file, out);
    expect(await audit(['verify', '--export', file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Entry 2'),
    });
  });

  it('has no entries of a stream that is not there', async () => {
    expect(await audit(['export', '--format', format, '--stream', 'FB-9'])).toEqual({
      code: 2,
      out: '',
      err: 'The ledger has no entries of FB-9.\n',
    });
  });
});

describe('an export', () => {
  it('as JSON Lines has the event as an object', async () => {
    const { out } = await audit(['export']);

    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(lines[0].event).toEqual(requested());
    expect(lines[0].previous).toBe('0'.repeat(64));
    expect(lines[1].previous).toBe(lines[0].hash);
  });

  it('as CSV starts no formula and has what an auditor filters by', async () => {
    const { out } = await audit(['export', '--format', 'csv']);

    const lines = out.split('\r\n');
    expect(lines[0]).toBe(
      '"sequence","time","stream","revision","type","by","at","previous","hash","event"',
    );
    expect(lines[1]).toContain(
      `"1","2031-05-06T12:00:00.000Z","FB-1","1","requested","${mina.person}"`,
    );
    expect(lines[4]).toContain(`"attemptRefused","slack:=HYPERLINK(""https://`);
    expect(out).not.toMatch(/(^|",)"[=+\-@\t\r]/m);
    expect(lines).toHaveLength(6);
  });

  it('ends quietly when nobody reads on', async () => {
    const closed = new Writable({
      write: (_chunk, _encoding, done) => {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }));
      },
    });

    const terminal = { ledgerPath: () => place.path, out: closed, err: new PassThrough() };

    expect(await runCommandLine(['audit', 'export'], terminal)).toBe(0);
  });

  it('that can not be read or is empty is not verified', async () => {
    const file = join(place.folder, 'empty.jsonl');
    writeFileSync(file, '');

    expect(await audit(['verify', '--export', file])).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no entries'),
    });
    expect(await audit(['verify', '--export', `${file}.gone`])).toMatchObject({
      code: 2,
      err: expect.stringContaining('can not be read'),
    });
  });
});

describe('audit', () => {
  it.each(['head', 'export', 'export --stream FB-1'])(
    'says that a ledger without its table is damaged when asked for %s',
    async (command) => {
      const path = changedCopy('DROP TABLE entries');

      const { code, err } = await audit(command.split(' '), path);

      expect(code).toBe(2);
      expect(err).toContain('is damaged: no such table: entries.');
    },
  );

  it.each<readonly [string, readonly string[], string]>([
    ['nothing', [], 'Say what to do.'],
    ['an unknown command', ['repair'], "unknown command 'repair'"],
    ['a name that every object has', ['constructor'], "unknown command 'constructor'"],
    ['an unknown option', ['verify', '--fast'], '--fast'],
    ['an option of another command', ['head', '--format', 'csv'], "unknown option '--format'"],
    ['a head that is none', ['verify', '--head', '12'], '"12" is not a head'],
    ['a stream of the whole ledger', ['verify', '--stream', 'FB-1'], 'leave out --stream'],
    [
      'a format that is none',
      ['export', '--format', 'xlsx'],
      "'xlsx' is invalid. Allowed choices are jsonl, csv.",
    ],
    [
      'a head of one stream',
      ['verify', '--export', 'x', '--stream', 'FB-1', '--head', `1:${'a'.repeat(64)}`],
      'A head belongs to the whole chain',
    ],
  ])('explains itself when given %s', async (_, args, message) => {
    const { code, out, err } = await audit(args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('failback audit verify [--head SEQUENCE:HASH]');
  });

  it('helps when asked', async () => {
    const { code, out, err } = await audit(['--help']);

    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Exit code: 0 when all is well');
  });
});
