import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import { expect, test } from 'vitest';
import { hasCertificates } from './attestation.ts';

type Statement = Map<string, Uint8Array<ArrayBuffer> | Uint8Array<ArrayBuffer>[] | number>;
const bytes = new Uint8Array([1, 2, 3]);
const own: Statement = new Map<string, Uint8Array<ArrayBuffer> | number>([
  ['alg', -7],
  ['sig', bytes],
]);
const certified: Statement = new Map([...own, ['x5c', [bytes]]]);

function attestation(fmt: string, attStmt: Statement): string {
  const object = isoCBOR.encode(
    new Map<string, string | Statement | Uint8Array<ArrayBuffer>>([
      ['fmt', fmt],
      ['attStmt', attStmt],
      ['authData', bytes],
    ]),
  );
  return isoBase64URL.fromBuffer(object);
}

test.each([
  ['none', new Map(), false],
  ['packed', own, false],
  ['packed', certified, true],
  ['android-key', certified, true],
  ['android-safetynet', own, true],
  ['tpm', own, true],
])('an attestation of the kind %s', (fmt, statement: Statement, expected) => {
  expect(hasCertificates(attestation(fmt, statement))).toBe(expected);
});

test('what is no attestation is taken for one with certificates', () => {
  expect(hasCertificates('AQID')).toBe(true);
});
