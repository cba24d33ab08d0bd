import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryHash, GENESIS, type HashedFields } from '../../../storage/chain/entry-hash.ts';

const first: HashedFields = {
  sequence: 1,
  stream: 'FB-1',
  revision: 1,
  at: 1_935_835_200_000,
  event: '{"type":"gateDeclined","number":1}',
};

it('is what sha256sum says of the documented text', () => {
  expect(entryHash(GENESIS, first)).toBe(
    'dbd14ef9cf3935ffaeaa71bcaa99dc6362e947471b779480b9ca4184183d03c0',
  );
});

it('is the same for text and for its bytes', () => {
  const event = '{"type":"attemptRefused","why":"über \u2028 🏠"}';

  expect(entryHash(GENESIS, { ...first, event: Buffer.from(event) })).toBe(
    entryHash(GENESIS, { ...first, event }),
  );
});

it('is another one for other fields, however they are cut', () => {
  const fields = fc.record({
    sequence: fc.nat(30),
    stream: fc.string({ unit: fc.constantFrom('1', '\n', '"', '{') }),
    revision: fc.nat(30),
    at: fc.nat(30),
    event: fc.string({ unit: fc.constantFrom('1', '\n', '"', '{') }),
  });
  fc.assert(
    fc.property(fields, fields, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(entryHash(GENESIS, one) === entryHash(GENESIS, other)).toBe(isSame);
    }),
  );
});

it('depends on the hash before', () => {
  expect(entryHash('1'.repeat(64), first)).not.toBe(entryHash(GENESIS, first));
});
