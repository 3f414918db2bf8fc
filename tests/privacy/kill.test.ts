import { randomBytes, randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleaseView } from '@danban/contract';
import { connect, type Address } from '@danban/db';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { addressOf } from '../support/databaseOf.ts';
import { deskOf } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';

const kills = Number(process.env['DANBAN_KILLS'] ?? 100);
const senders = 6;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let product: Product;
let address: Address;
let stopped = false;
const acknowledged = new Set<string>();

beforeAll(async () => {
  product = await startProduct({ example: true });
  address = addressOf(product);
});
afterAll(() => product?.remove());

const database = () => connect(address, { max: 1 });

async function definitionOf(slug: string): Promise<Definition> {
  const view = (await (await fetch(`${product.origin}/api/s/${slug}`)).json()) as { definition: Definition };
  return view.definition;
}

/** Sends one sheet under one nonce until it is acknowledged, whatever happens in between. */
async function sendUntilAcknowledged(url: string, body: string): Promise<boolean> {
  while (!stopped) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
      () => undefined,
    );
    // "Already counted": the flush came between the commit and the answer that was lost.
    if (response?.status === 201 || response?.status === 409) return true;
    if (response && response.status < 500) throw new Error(`refused: ${response.status} ${await response.text()}`);
    await pause(50);
  }
  return false;
}

async function keepSending(slug: string, definition: Definition): Promise<void> {
  const text = definition.questions.find((question) => question.type === 'text')!.id;
  const chance = repeatable(randomInt(2 ** 31));
  while (!stopped) {
    const marker = randomBytes(9).toString('base64url');
    const answers = { ...answersFor(definition, chance, 0.5), [text]: marker };
    const body = JSON.stringify({ nonce: randomBytes(18).toString('base64url'), answers });
    if (await sendUntilAcknowledged(`${product.origin}/api/s/${slug}/submissions`, body)) acknowledged.add(marker);
    await pause(5);
  }
}

/** Asks for a flush now; the worker may be killed in the middle of it. */
async function flushSoon(): Promise<void> {
  const db = database();
  await sql`update job set run_at = '2020-01-01' where kind = 'flush'`.execute(db).catch(() => undefined);
  await db.destroy();
}

async function killOnce(round: number): Promise<void> {
  const flushing = round % 4 === 0;
  if (flushing) await flushSoon();
  // The worker looks for work once a second: long enough that the kill falls before, into or after the flush.
  await pause(flushing ? randomInt(600, 2_000) : randomInt(20, 400));
  const what = (['application', 'database', 'both'] as const)[round % 3]!;
  await product.kill(what);
  const port = Number(new URL(product.origin).port);
  if (what !== 'database') product = await startProduct({ home: dirname(product.dataDir), port });
  const before = acknowledged.size;
  await until(
    async () => acknowledged.size > before,
    () => `nothing is taken any more:\n${product.printed()}`,
  );
}

async function until(holds: () => Promise<boolean>, otherwise: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(otherwise());
}

/** What lies opened in the urn while the survey is still open: flushes that came through between two kills. */
async function openedBeforeClose(): Promise<number> {
  const db = database();
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from urn.submission
    join survey on survey.id = survey_id where survey.state = 'open'`.execute(db);
  await db.destroy();
  return rows[0]!.n;
}

async function closeSurvey(): Promise<{ id: string; release: ReleaseView }> {
  const desk = await deskOf(product, 'organizer');
  const { id } = await desk.surveyIn('open');
  await desk.send('POST', `/surveys/${id}/close`, {});
  const released = async () => (await desk.survey(id)).state === 'released';
  await until(released, () => `the survey was not released:\n${product.printed()}`);
  return { id, release: (await (await desk.send('GET', `/surveys/${id}/release`)).json()) as ReleaseView };
}

test(`${kills} kills under load lose no acknowledged answer and double none`, { timeout: 1_200_000 }, async () => {
  const slug = product.example().survey.split('/').at(-1)!;
  const definition = await definitionOf(slug);
  const sending = Array.from({ length: senders }, () => keepSending(slug, definition));
  try {
    for (let round = 0; round < kills; round++) await killOnce(round);
  } finally {
    stopped = true;
  }
  await Promise.all(sending);
  const flushed = await openedBeforeClose();
  const { id: survey, release } = await closeSurvey();
  const db = database();
  const { rows } = await sql<{ body: string }>`select body from urn.submission where survey_id = ${survey}`.execute(db);
  const left = await sql<{ n: number }>`select count(*)::int as n from urn.staged where survey_id = ${survey}`.execute(
    db,
  );
  await db.destroy();
  const bodies = rows.map((row) => row.body);
  const seen = new Map(
    [...acknowledged].map((marker) => [marker, bodies.filter((body) => body.includes(marker)).length]),
  );
  expect([...seen].filter(([, times]) => times !== 1)).toEqual([]);
  expect(left.rows[0]!.n).toBe(0);
  expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: bodies.length });
  if (kills >= 50) expect(flushed).toBeGreaterThan(0);
  expect(acknowledged.size).toBeGreaterThan(kills);
});
