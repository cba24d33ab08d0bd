import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../storage/export/csv.ts';
import type { ExportedEntry } from '../../../storage/export/export-format.ts';
import { jsonl } from '../../../storage/export/jsonl.ts';
import { splitLines } from '../../../storage/export/split-lines.ts';

const sample: ExportedEntry = {
  sequence: 1,
  stream: 'FB-1',
  revision: 1,
  at: 1_935_835_200_000,
  previous: '0'.repeat(64),
  hash: 'ab'.repeat(32),
  event: '{"type":"gateDeclined","number":1}',
};

function attemptBy(person: string): ExportedEntry {
  const by = { person, platform: 'slack', userId: 'U0MINA', channel: 'C0INCIDENT', roles: [] };
  const event = JSON.stringify({ type: 'attemptRefused', by, attempt: 'start', why: 'no' });
  return { ...sample, event };
}

const entries: fc.Arbitrary<ExportedEntry> = fc
  .record({
    sequence: fc.nat(),
    stream: fc.stringMatching(/^[\x21-\x7e]{1,64}$/),
    revision: fc.nat(),
    at: fc.maxSafeInteger(),
    person: fc.string({ unit: 'binary' }),
  })
  .map(({ person, ...fields }) => ({ ...attemptBy(person), ...fields }));

describe.each([
  ['csv', csv],
  ['jsonl', jsonl],
])('%s', (_, format) => {
  it('gives every entry back from one line', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const line = format.write(entry);
        expect(line).not.toMatch(/[\r\n]/);
        expect(format.read(line)).toEqual(entry);
      }),
    );
  });

  it.each(['', '{}', '"1"', '"1",', '"a"b', 'sequence,time'])('reads no entry from %j', (line) => {
    expect(format.read(line)).toBeUndefined();
  });
});

describe('csv', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "'quoted"])('disarms %j', (person) => {
    expect(csv.write(attemptBy(person))).toContain(`,"'${person}",`);
  });

  it('keeps the line breaks and tabs of a name out of its cell', () => {
    expect(csv.write(attemptBy('\t=1\r\n+1'))).toContain('," =1 +1",');
  });
});

describe('splitLines', () => {
  it('gives the same lines however the text arrives', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028') });
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (chunks) => {
        const lines: string[] = [];
        for await (const line of splitLines(arrive(chunks))) lines.push(line);

        const whole = chunks.join('').split('\n');
        if (whole.at(-1) === '') whole.pop();
        expect(lines).toEqual(whole);
      }),
    );
  });
});

async function* arrive(chunks: readonly string[]) {
  yield* chunks;
}
