import { expect, test } from 'vitest';
import { Beside } from './beside.ts';

/** A thread that doubles numbers, refuses odd ones and falls over at nought. */
const doubling = new URL(`data:text/javascript,
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (n) => {
    if (n === 0) process.exit();
    parentPort.postMessage(n % 2 ? { error: new RangeError('odd') } : { result: 2 * n });
  });`);

test('each question gets its own answer, however many are asked at once', async () => {
  const beside = new Beside<number, number>(doubling);
  const asked = Array.from({ length: 100 }, (_, n) => 2 * n + 2);
  expect(await Promise.all(asked.map((n) => beside.ask(n)))).toEqual(asked.map((n) => 2 * n));
});

test('a question that fails takes no other with it', async () => {
  const beside = new Beside<number, number>(doubling);
  const [even, odd, more] = [beside.ask(2), beside.ask(3), beside.ask(4)];
  await expect(odd).rejects.toThrow('odd');
  expect(await Promise.all([even, more])).toEqual([4, 8]);
});

test('where the thread ends, whoever waits is told, and the next question starts another', async () => {
  const beside = new Beside<number, number>(doubling);
  await expect(Promise.all([beside.ask(0), beside.ask(2)])).rejects.toThrow('ended');
  expect(await beside.ask(2)).toBe(4);
});
