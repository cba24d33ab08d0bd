import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPress } from '../../adapters/slack/inbound/slack-press.ts';
import { pressSchema } from '../../bot/chat/endpoint/press-schema.ts';
import { fold } from '../../bot/failback/evolve/evolve.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';
import type { LedgerEntry } from '../../bot/failback/state/ledger.ts';
import { verifyExport } from '../../storage/export/verify-export.ts';
import { ENV, load } from '../unit/bot/config/settings-file.ts';

/** What was stored by released versions is read for ever: these files are never changed, only added to. */
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const read = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');
const named = (pattern: RegExp): readonly string[] =>
  readdirSync(FIXTURES).filter((name) => pattern.test(name));

const SECRETS = { ...ENV, FAILBACK_AZURE_CLIENT_SECRET: 'sample-secret' };

function failbacksIn(text: string): ReadonlyMap<string, Failback | undefined> {
  const entries = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): LedgerEntry => JSON.parse(line));
  const streams = new Set(entries.map(({ stream }) => stream));
  return new Map(
    [...streams]
      .filter((stream) => stream.startsWith('FB-'))
      .map((stream) => [stream, fold(entries.filter((entry) => entry.stream === stream))]),
  );
}

describe.each(named(/^ledger-.+\.jsonl$/))('the ledger %s', (name) => {
  it('is whole, byte by byte', async () => {
    const verified = await verifyExport(createReadStream(join(FIXTURES, name), 'utf8'));

    expect(verified).toMatchObject({ intact: true });
  });

  it('is read as it was meant: nothing of it is unknown', () => {
    const ends: Readonly<Record<string, string>> = JSON.parse(
      read(name.replace(/\.jsonl$/, '.ends.json')),
    );
    const failbacks = failbacksIn(read(name));

    const found = [...failbacks].map(([id, failback]) => [id, failback?.stage]);
    expect(Object.fromEntries(found)).toEqual(ends);
    for (const failback of failbacks.values()) {
      expect(failback?.unknownEntry).toBeUndefined();
      expect(failback?.hold).toBeUndefined();
    }
  });
});

describe.each(named(/^buttons-.+\.json$/))('the buttons %s', (name) => {
  it('still say which failback, question and choice they are', () => {
    const { slack, teams } = JSON.parse(read(name));

    for (const { value, press } of slack) expect(readPress(value)).toEqual(press);
    for (const { data, press } of teams)
      expect(pressSchema.parse(data.failback.press)).toEqual(press);
  });
});

describe.each(named(/^settings-.+\.yaml$/))('the settings %s', (name) => {
  it('are still taken', () => {
    expect(load(read(name), SECRETS).people).not.toHaveLength(0);
  });
});
