import { expect, test } from 'vitest';
import { partyOf } from './party.ts';

test.each([
  ['https://danban.example.vn', 'danban.example.vn'],
  ['https://danban.example.vn:8443', 'danban.example.vn'],
  ['http://localhost:3000', 'localhost'],
  ['http://danban.example.vn', undefined],
  ['https://192.0.2.7', undefined],
  ['https://[2001:db8::1]', undefined],
])('at %s a passkey belongs to %s', (origin, host) => {
  expect(partyOf(origin)?.rpID).toBe(host);
});
