import { toBase64Url } from '@danban/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proofText, readBytes, readProof } from './wire.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const proofs = fc.record({ prefix: bytes(32), pseudonym: bytes(32), signature: bytes(384), proof: bytes(64) });

test('a proof travels as text and comes out as it was', () => {
  fc.assert(
    fc.property(proofs, (proof) => {
      const text = proofText(proof);
      expect(readProof(JSON.parse(JSON.stringify(text)) as typeof text, 384)).toEqual(proof);
    }),
  );
});

test('a part of another length, or in another alphabet, is no proof', () => {
  fc.assert(
    fc.property(proofs, fc.constantFrom('prefix', 'pseudonym', 'signature', 'proof'), (proof, part) => {
      const text = proofText(proof);
      for (const spoilt of [
        '',
        text[part].slice(1),
        text[part] + 'A',
        text[part].slice(1) + '=',
        '/' + text[part].slice(1),
      ]) {
        expect(readProof({ ...text, [part]: spoilt }, 384)).toBeNull();
      }
    }),
  );
});

test('bytes of any length are read back, and of no other length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 40 }), (value, length) => {
      const read = readBytes(toBase64Url(value), length);
      expect(read).toEqual(length === value.length ? value : null);
    }),
  );
});
