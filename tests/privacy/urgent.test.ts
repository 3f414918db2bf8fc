import { dirname } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '@danban/contract';
import type { Db } from '@danban/db';
import { databaseOf } from '../support/databaseOf.ts';
import { tracesIn, tracesInFiles, tracesInTables, writeOut, type Trace } from '../support/traces.ts';
import { urgentProduct, type UrgentProduct } from '../support/urgentProduct.ts';

const marked = {
  'x-forwarded-for': '198.51.100.177',
  'user-agent': 'MayDanhDau/47.11',
  cookie: 'danhdau=BanhQuyDanhDau4711',
  referer: 'http://noiden.danhdau.example/lop-4711',
};
const words = ['Tin riêng chỉ một người đọc 4711', '0912 471 147'];
const marks = [...words, 'MayDanhDau', 'BanhQuyDanhDau4711', 'noiden.danhdau'];

let at: UrgentProduct;
let db: Db;

beforeAll(async () => {
  at = await urgentProduct();
  db = databaseOf(at.product);
}, 60_000);
afterAll(async () => {
  await db?.destroy();
  await at?.remove();
});

/** Tables, data folder with write-ahead log and server log, key folder, and what the product has printed. */
async function tracesAnywhere(): Promise<Trace[]> {
  await writeOut(db);
  return [
    ...(await tracesInTables(db, marks)),
    ...(await tracesInFiles(dirname(at.product.dataDir), marks)),
    ...tracesIn(Buffer.from(at.product.printed()), marks, 'what is printed'),
  ];
}

const write = (message: string) =>
  fetch(`${at.url}/khan`, {
    method: 'POST',
    headers: { ...marked, accept: 'text/html', origin: at.product.origin },
    body: new URLSearchParams({ message, reach: words[1]! }),
    redirect: 'manual',
  });

test('a message that waits lies nowhere in clear: no table, file, log or key', async () => {
  at.office.takesFromUs = false;
  expect((await write(words[0]!)).status).toBe(303);
  await expect.poll(() => at.product.printed(), { timeout: 10_000 }).toContain('job-urgent-failed');
  expect(at.office.delivered).toEqual([]);
  expect(await tracesAnywhere()).toEqual([]);
});

test('nobody with any role reads it, and it names no person, no unit and no answer', async () => {
  const { rows } = await sql<object>`select * from urgent_message`.execute(db);
  expect(rows).toHaveLength(1);
  expect(Object.keys(rows[0]!).sort()).toEqual(['accepted_on', 'id', 'sealed', 'survey_id']);
  expect(roles).not.toContain('child-protection');
  for (const desk of [at.admin, at.organizer]) {
    const { id } = at.survey;
    const ways = ['/urgent-contact', '/desk', '/audit', `/surveys/${id}`, `/surveys/${id}/comments`];
    for (const way of ways) {
      const shown = Buffer.from(await (await desk.send('GET', way)).arrayBuffer());
      expect(tracesIn(shown, marks, way)).toEqual([]);
    }
  }
});

test('once it has been delivered it is nowhere any more, not even sealed', async () => {
  at.office.takesFromUs = true;
  await expect.poll(() => at.office.delivered.length, { timeout: 30_000 }).toBe(1);
  for (const word of words) expect(at.office.delivered[0]!.text).toContain(word);
  const left = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from urgent_message`.execute(db)).rows[0]!.n;
  await expect.poll(left).toBe(0);
  expect(await tracesAnywhere()).toEqual([]);
});
