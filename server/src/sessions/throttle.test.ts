import { expect, test } from 'vitest';
import { createThrottle } from './throttle.ts';

const start = Date.UTC(2026, 2, 5, 1);
const at = (seconds: number) => new Date(start + seconds * 1000);

test('the eleventh wrong try within a quarter of an hour is refused, later it is heard again', () => {
  const throttle = createThrottle();
  for (let i = 0; i < 10; i++) expect(throttle.take('lan', at(i))).toBe(true);
  expect(throttle.take('lan', at(10))).toBe(false);
  expect(throttle.take('lan', at(14 * 60))).toBe(false);
  expect(throttle.take('lan', at(15 * 60))).toBe(true);
});

test('guessing at one login blocks no other', () => {
  const throttle = createThrottle();
  for (let i = 0; i < 20; i++) throttle.take('lan', at(i));
  expect(throttle.take('hoa', at(20))).toBe(true);
});

test('a thousand people of one school sign in within a minute', () => {
  const throttle = createThrottle();
  for (let i = 0; i < 1000; i++) {
    expect(throttle.take(`giaovien${i}`, at(i / 20))).toBe(true);
    throttle.forgive(`giaovien${i}`);
  }
});

test('one guess at each of many logins is slowed down too', () => {
  const throttle = createThrottle();
  const heard = Array.from({ length: 1000 }, (_, i) => throttle.take(`u${i}`, at(1))).filter(Boolean);
  expect(heard).toHaveLength(300);
  expect(throttle.take('lan', at(62))).toBe(true);
});

test('a right try wipes the wrong ones before it', () => {
  const throttle = createThrottle();
  for (let i = 0; i < 10; i++) throttle.take('lan', at(i));
  throttle.forgive('lan');
  expect(throttle.take('lan', at(11))).toBe(true);
});
