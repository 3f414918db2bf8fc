import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PrintedSlipsView, SlipsView, SurveyView } from '@danban/contract';
import type { Db } from '@danban/db';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { databaseOf } from '../support/databaseOf.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';
import { tracesIn, tracesInFiles, tracesInTables, writeOut, type Trace } from '../support/traces.ts';

let product: Product;
let db: Db;
let desk: Desk;
let survey: SurveyView;
let codes: string[];

beforeAll(async () => {
  product = await startProduct({ example: true });
  db = databaseOf(product);
  desk = await deskOf(product, 'organizer');
  const template = 'khao-sat-thuc-hien-quy-che-dan-chu';
  const draft = await desk.send('POST', '/surveys', { template, bodyId: 'CDGD-TINH', unitId: 'THPT.SONGNINH' });
  const { id } = (await draft.json()) as SurveyView;
  const closesAt = new Date(Date.now() + 10 * 86_400_000).toISOString();
  survey = (await (await desk.send('POST', `/surveys/${id}/open`, { closesAt })).json()) as SurveyView;
  const { units } = (await (await desk.send('GET', `/surveys/${id}/slips`)).json()) as SlipsView;
  const wanted = [{ position: units[0]!.position, count: 4 }];
  const printed = await desk.send('POST', `/surveys/${id}/slips`, { units: wanted });
  codes = ((await printed.json()) as PrintedSlipsView).units[0]!.codes;
}, 60_000);
afterAll(async () => {
  await db?.destroy();
  await product?.remove();
});

const submit = (code: string, answers: unknown) =>
  fetch(`${product.origin}/api/s/${survey.links[0]!.slug}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, answers }),
  });

/** As they are printed, and as a phone may send them. */
const spellings = (code: string): string[] => [code, code.replaceAll('-', ''), code.toLowerCase()];

async function tracesAnywhere(wanted: string[]): Promise<Trace[]> {
  await writeOut(db);
  return [
    ...(await tracesInTables(db, wanted)),
    ...(await tracesInFiles(dirname(product.dataDir), wanted)),
    ...tracesIn(Buffer.from(product.printed()), wanted, 'what is printed'),
  ];
}

test('codes that were printed, used, mistyped, voided and refused are in no table, no file and no log', async () => {
  const [used, voided, tried, wrong] = codes as [string, string, string, string];
  const answers = answersFor(survey.definition as Definition, repeatable(3), 0.5);
  expect((await submit(used, answers)).status).toBe(201);
  expect((await submit(used, {})).status).toBe(422);
  const tryVoid = (code: string) => desk.send('POST', `/surveys/${survey.id}/slips/void`, { code, replace: false });
  expect((await tryVoid(voided)).status).toBe(200);
  expect((await tryVoid(used)).status).toBe(409);
  expect((await submit(voided, answers)).status).toBe(409);
  expect((await submit(tried, { q1: tried })).status).toBe(422);
  expect((await submit(`${wrong.slice(0, -1)}U`, answers)).status).toBe(422);
  const posted = await fetch(`${product.origin}/s/${survey.links[0]!.slug}`, {
    method: 'POST',
    headers: { origin: product.origin },
    body: new URLSearchParams({ code: wrong, q1: 'x' }),
  });
  expect(await posted.text()).toContain(wrong);
  expect(await tracesAnywhere(codes.flatMap(spellings))).toEqual([]);
});

test('after the close they are nowhere either, and no slip is left', async () => {
  await desk.send('POST', `/surveys/${survey.id}/close`, {});
  const state = async () => (await desk.survey(survey.id)).state;
  await expect.poll(state, { timeout: 30_000, interval: 200 }).toBe('released');
  await expect.poll(async () => (await desk.survey(survey.id)).slips, { timeout: 30_000 }).toBe(0);
  expect(await tracesAnywhere(codes.flatMap(spellings))).toEqual([]);
});
