import type { Check } from '@danban/verify/check';
import { expect, test } from 'vitest';
import { verdictOf } from './verdict.ts';

const holds = (name: Check['name']): Check => ({ name, result: 'holds' });
const notYet = (name: Check['name']): Check => ({ name, result: 'not-yet' });
const wrong = (name: Check['name'], fault: NonNullable<Check['fault']>): Check => ({ name, result: 'wrong', fault });

test('a sheet is counted, recorded or sealed, and a code nothing is known of is none of these', () => {
  expect(verdictOf([holds('promise'), holds('recorded'), holds('counted')])).toBe('counted');
  expect(verdictOf([holds('counted')])).toBe('counted');
  expect(verdictOf([holds('promise'), holds('recorded'), notYet('counted')])).toBe('recorded');
  expect(verdictOf([holds('promise'), notYet('recorded'), notYet('counted')])).toBe('sealed');
  expect(verdictOf([notYet('counted')])).toBe('unknown');
});

test('a receipt nothing here is of may be one of another survey; what this urn has promised is no such thing', () => {
  expect(verdictOf([wrong('counted', 'not-counted')])).toBe('elsewhere');
  expect(verdictOf([wrong('promise', 'promise-forged'), wrong('counted', 'not-counted')])).toBe('elsewhere');
  expect(verdictOf([wrong('promise', 'promise-forged'), notYet('counted')])).toBe('elsewhere');
  expect(verdictOf([holds('promise'), holds('recorded'), wrong('counted', 'not-counted')])).toBe('wrong');
  expect(verdictOf([holds('promise'), wrong('recorded', 'promise-unkept'), notYet('counted')])).toBe('wrong');
  expect(verdictOf([holds('promise'), holds('recorded'), wrong('counted', 'counted-otherwise')])).toBe('wrong');
});
