import { expect, test } from 'vitest';
import { enrolment, stepOf } from './totp.ts';

// RFC 6238, appendix B, SHA-1: the last six of the eight digits are the code of six.
const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i the code of RFC 6238 is right, and names its half minute', (seconds, code) => {
  expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

test('the half minute before and after counts, two away does not', () => {
  const counts = [-60, -30, 0, 30, 60].map((late) => stepOf(secret, '050471', at(1_111_111_111 + late)));
  expect(counts).toEqual([undefined, 37_037_037, 37_037_037, 37_037_037, undefined]);
});

test.each(['', '28708', '2870822', '28708x', '٢٨٧٠٨٢', ' '])('"%s" is no code', (code) => {
  expect(stepOf(secret, code, at(59))).toBeUndefined();
});

test('what is scanned and what is typed are the same key', () => {
  const { address, key } = enrolment(secret, 'lan.nguyen');
  const scanned = new URL(address);
  expect([scanned.protocol, scanned.host]).toEqual(['otpauth:', 'totp']);
  expect(decodeURIComponent(scanned.pathname)).toBe('/Dân Bàn:lan.nguyen');
  expect(scanned.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(key.replaceAll(' ', '')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});
