import { array, assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerReader } from '../../../../adapters/hyperv/shell/answer-reader.ts';

const ID = 'c0ffee00-0000-4000-8000-000000000000';

const envelope = (body: unknown, id = ID) =>
  `<<FB:${id}:${Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)).toString('base64')}:FB>>`;

function read(...chunks: readonly string[]) {
  const reader = new AnswerReader(ID);
  for (const chunk of chunks) reader.takeOutput(chunk);
  return reader.read();
}

const ok = (value?: unknown) => ({ id: ID, ok: true, value });

describe('the answer to a request', () => {
  it('is found in any noise, in any pieces, and says what was said', async () => {
    const noise = string({ unit: 'grapheme', maxLength: 50 });
    await assert(
      property(
        noise,
        noise,
        string(),
        array(integer({ min: 0, max: 300 })),
        (a, b, value, cuts) => {
          const text = `${a}${envelope(ok(value))}${b}`;
          const edges = [0, ...cuts.toSorted((x, y) => x - y), text.length];
          const pieces = edges.map((edge, at) => text.slice(edge, edges[at + 1] ?? text.length));

          expect(read(...pieces)).toEqual(ok(value));
        },
      ),
    );
  });

  it('leaves out what PowerShell says to be null', () => {
    expect(read(envelope({ id: ID, ok: true, value: { a: null, b: { c: null, d: 0 } } }))).toEqual(
      ok({ b: { d: 0 } }),
    );
  });

  it('may be a refusal, of which only the kind is needed', () => {
    expect(read(envelope({ id: ID, ok: false, error: { kind: 'absent', id: null } }))).toEqual({
      id: ID,
      ok: false,
      error: { kind: 'absent', id: '', type: '', message: '' },
    });
  });

  it.each([
    ['nothing', ''],
    ['another id', envelope(ok(), 'c0ffee00-0000-4000-8000-000000000001')],
    ['a beginning', envelope(ok()).slice(0, 70)],
    ['an end', envelope(ok()).slice(50)],
  ])('is not there in %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    ['is empty', envelope('')],
    ['is no JSON', envelope('{"id":')],
    ['is no UTF-8', `<<FB:${ID}:${Buffer.from([0xff, 0xfe]).toString('base64')}:FB>>`],
    ['has another id inside', envelope({ ...ok(), id: 'x' })],
    ['says neither yes nor no', envelope({ id: ID })],
    ['refuses in an unknown way', envelope({ id: ID, ok: false, error: { kind: 'perhaps' } })],
    ['comes twice', envelope(ok()) + envelope(ok())],
    ['begins twice', envelope(ok()) + envelope(ok()).slice(0, 60)],
  ])('is not used when it %s', (_, text) => {
    expect(read(text)).toBe('unreadable');
  });
});

describe('what a shell writes', () => {
  it('is too much beyond four million characters on both streams together', () => {
    const reader = new AnswerReader(ID);
    reader.takeOutput('x'.repeat(2 ** 21));
    reader.takeError('x'.repeat(2 ** 21));
    expect(reader.isFlooded).toBe(false);

    reader.takeError('x');

    expect(reader.isFlooded).toBe(true);
  });

  it('is kept of the error stream for the log, without marks and not without end', () => {
    const reader = new AnswerReader(ID);
    reader.takeError('0123456789ABCDEF\nImport-Module : not found\n0123456789ABCDEF\n');
    expect(reader.errorOutput).toBe('Import-Module : not found');

    reader.takeError('x'.repeat(1_000_000));

    expect(reader.errorOutput.length).toBeLessThan(5_000);
  });
});
