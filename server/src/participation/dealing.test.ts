import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { deal, dealer } from './dealing.ts';

const survey = randomUUID();
const people = Array.from({ length: 300 }, () => randomUUID()).sort();
const ids = Buffer.from(people.join('').replaceAll('-', ''), 'hex');
const key = randomBytes(32);

test('everybody has one place, decided by the key and the number of the mailing', async () => {
  const placeOf = (person: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify(['danban/mailing/v1', survey, 2, person]))
      .digest('hex');
  const order = await deal(key, survey, 2, ids);
  expect(order.some(0, 300)).toEqual(people.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)));
  expect(order.some(295, 20)).toHaveLength(5);
  expect((await deal(key, survey, 3, ids)).some(0, 300)).not.toEqual(order.some(0, 300));
  expect((await deal(randomBytes(32), survey, 2, ids)).some(0, 300)).not.toEqual(order.some(0, 300));
});

test('a mailing is dealt once, whoever asks for how little of it, and again after a failure', async () => {
  let times = 0;
  const mailings = dealer(async (of, mailing) => {
    times += 1;
    if (times === 1) throw new Error('the key is away');
    return deal(key, of, mailing, ids);
  });
  await expect(mailings.some(survey, 1, 0, 20)).rejects.toThrow('away');
  const parts: string[] = [];
  for (let from = 0; from < 300; from += 20) parts.push(...(await mailings.some(survey, 1, from, 20)));
  expect(new Set(parts)).toEqual(new Set(people));
  expect(times).toBe(2);
  await mailings.some(survey, 2, 0, 20);
  expect(times).toBe(3);
});
