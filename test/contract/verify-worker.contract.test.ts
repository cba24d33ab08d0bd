import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../bot/failback/ports/errors.ts';
import type { LedgerHead } from '../../bot/failback/state/ledger.ts';
import { verifyLedger } from '../../storage/sqlite/verify/verify-ledger.ts';
import { batch, refused, requested } from './ledger-events.ts';
import { makePlace, openLedger, tamper } from './sqlite-place.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

let place: Awaited<ReturnType<typeof makePlace>>;
let head: LedgerHead;

beforeAll(async () => {
  place = await makePlace();
  const ledger = openLedger(place.path);
  await ledger.append(batch('FB-1', [requested()], 0));
  const many = Array.from({ length: 20_000 }, (_, index) => refused(`number ${index}`));
  await ledger.append(batch('FB-1', many));
  head = (await ledger.head()) ?? { sequence: 0, hash: '' };
  await ledger.close();
});

afterAll(() => place.remove());

describe('verifyLedger', () => {
  it('checks the whole ledger and leaves the event loop free', async () => {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);

    const found = await verifyLedger(place.path, head);

    clearInterval(turning);
    expect(found).toEqual({ intact: true, entries: 20_001, head });
    // Checking 20,000 entries takes hundreds of turns; on the event loop none of them would happen.
    expect(turns).toBeGreaterThan(20);
  });

  it('throws what is expected as what it is', async () => {
    const nowhere = verifyLedger(join(place.folder, 'nowhere.db'));

    await expect(nowhere).rejects.toBeInstanceOf(ConfigError);
    await expect(nowhere).rejects.toThrow('There is no ledger at');
  });

  it('calls a file damaged that has lost its table', async () => {
    const gutted = join(place.folder, 'gutted.db');
    await openLedger(gutted).close();
    tamper(gutted, (db) => db.exec('DROP TABLE entries'));

    expect(await verifyLedger(gutted)).toEqual({
      intact: false,
      entries: 0,
      problem: { kind: 'damaged', detail: 'no such table: entries' },
    });
  });
});

describe('the worker is found', () => {
  it('from sources, in a process that runs TypeScript', async () => {
    const script = fileURLToPath(new URL('./audit-process.ts', import.meta.url));

    const { stdout } = await run(process.execPath, [
      '--import',
      'tsx',
      script,
      place.path,
      'verify',
    ]);

    expect(stdout).toContain('Intact: 20001 entries in the ledger were checked.');
  });

  it('from what the compiler makes of the sources, in a plain process', async () => {
    const script = compile('bot/cli/command-line.ts', 'dist/bot/cli/command-line.js');
    const code = `
      const { runCommandLine } = await import(${JSON.stringify(script)});
      const { stdout: out, stderr: err } = process;
      const ledgerPath = () => ${JSON.stringify(place.path)};
      process.exitCode = await runCommandLine(['audit', 'verify'], { ledgerPath, out, err });`;

    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], {
      env: { PATH: process.env['PATH'] },
    });

    expect(stdout).toContain('Intact: 20001 entries in the ledger were checked.');
  });
});

/** Compiles a file and all it needs as the build does, into a folder that finds the same packages. */
function compile(source: string, result: string): string {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const outDir = join(place.folder, 'dist');
  const worker = join(ROOT, 'storage/sqlite/verify/verify-worker.ts');
  const program = ts.createProgram([join(ROOT, source), worker], {
    ...options,
    noEmit: false,
    noCheck: true,
    rootDir: ROOT,
    outDir,
  });
  program.emit();
  mkdirSync(outDir, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(place.folder, 'node_modules'));
  writeFileSync(join(place.folder, 'package.json'), '{ "type": "module" }');
  return join(place.folder, result);
}
