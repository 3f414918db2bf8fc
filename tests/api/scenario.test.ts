import { buildExample } from '@danban/server';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse } from '../support/house.ts';

test('x', async () => {
  const place = await testHouse(await freshDatabase());
  const house = { ...place.house, wake: () => void place.work() };
  const start = process.cpuUsage(), t = Date.now();
  const example = await buildExample(house, (path, init) => place.app.request(path, init));
  const used = process.cpuUsage(start);
  console.log((used.user + used.system) / 1e6, Date.now() - t, example);
  expect(1).toBe(1);
}, 120_000);
