import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleasePage } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { deskOf } from '../support/desk.ts';
import { markIn, markedSheets, send } from '../support/markedSheets.ts';
import { mortalProduct, pause, until, waysToDie, type Mortal } from '../support/mortal.ts';

const kills = Number(process.env['DANBAN_KILLS'] ?? 100);
const senders = 6;

let mortal: Mortal;
let stopped = false;
const acknowledged = new Set<string>();

beforeAll(async () => {
  mortal = await mortalProduct();
});
afterAll(() => mortal?.product.remove());

async function definitionOf(slug: string): Promise<Definition> {
  const view = (await (await fetch(`${mortal.product.origin}/api/s/${slug}`)).json()) as { definition: Definition };
  return view.definition;
}

async function keepSending(slug: string, definition: Definition): Promise<void> {
  const sheet = markedSheets(definition);
  while (!stopped) {
    const marked = sheet();
    const fate = await send(`${mortal.product.origin}/api/s/${slug}/submissions`, marked, () => stopped);
    if (fate === 'taken') acknowledged.add(marked.marker);
    await pause(20);
  }
}

/** Asks for a flush now; the worker may be killed in the middle of it. */
async function flushSoon(): Promise<void> {
  const db = mortal.database();
  await sql`update job set run_at = '2020-01-01' where kind = 'flush'`.execute(db).catch(() => undefined);
  await db.destroy();
}

async function killOnce(round: number): Promise<void> {
  const flushing = round % 4 === 0;
  if (flushing) await flushSoon();
  // The worker looks for work once a second: long enough that the kill falls before, into or after the flush.
  await pause(flushing ? randomInt(600, 2_000) : randomInt(20, 400));
  await mortal.kill(waysToDie[round % 3]!);
  const before = acknowledged.size;
  await until(
    async () => acknowledged.size > before,
    () => `nothing is taken any more:\n${mortal.product.printed()}`,
  );
}

/** What lies opened in the urn while the survey is still open: flushes that came through between two kills. */
async function openedBeforeClose(): Promise<number> {
  const db = mortal.database();
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from urn.submission
    join survey on survey.id = survey_id where survey.state = 'open'`.execute(db);
  await db.destroy();
  return rows[0]!.n;
}

async function closeSurvey(): Promise<{ id: string; release: ReleasePage }> {
  const desk = await deskOf(mortal.product, 'organizer');
  const { id } = await desk.surveyIn('open');
  await desk.send('POST', `/surveys/${id}/close`, {});
  await until(
    async () => (await desk.survey(id)).state === 'released',
    () => `the survey was not released:\n${mortal.product.printed()}`,
  );
  return { id, release: (await (await desk.send('GET', `/surveys/${id}/release`)).json()) as ReleasePage };
}

test(`${kills} kills under load lose no acknowledged answer and double none`, { timeout: 1_200_000 }, async () => {
  const slug = mortal.product.example().survey.split('/').at(-1)!;
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
  const db = mortal.database();
  const { rows } = await sql<{ body: string }>`select body from urn.submission where survey_id = ${survey}`.execute(db);
  const left = await sql<{ n: number }>`select count(*)::int as n from urn.staged where survey_id = ${survey}`.execute(
    db,
  );
  await db.destroy();
  const marks = rows.map(({ body }) => markIn(definition, body));
  const seen = Map.groupBy(marks, (mark) => mark);
  expect([...acknowledged].filter((mark) => seen.get(mark)?.length !== 1)).toEqual([]);
  expect(left.rows[0]!.n).toBe(0);
  expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: rows.length });
  if (kills >= 50) expect(flushed).toBeGreaterThan(0);
  expect(acknowledged.size).toBeGreaterThan(kills);
});
