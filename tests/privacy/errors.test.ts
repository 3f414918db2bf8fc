import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import type { Db } from '@danban/db';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import type { Definition } from '@danban/survey';
import { databaseOf } from '../support/databaseOf.ts';
import { deskOf, type Desk } from '../support/desk.ts';
import { startProduct, type Product } from '../support/product.ts';

/** Said by a respondent; its second and third line look like places in a stack trace. */
const words = 'x Lời riêng 4711\n    at dòng hai 4711\n    at dòng (ba:4711:1)';
const parts = ['Lời r', 'dòng hai', 'dòng (ba', '4711'];

/** The product throws this wherever it happens to be when it is asked to by a signal. */
const thrower = `const words = ${JSON.stringify(words)};
process.on('SIGUSR2', () => { throw new RangeError(words); });
process.on('SIGWINCH', () => void Promise.reject(new RangeError(words)));`;

interface Line {
  event: string;
  error: string;
  code?: string;
  at: string[];
}

let folder: string;
let product: Product;
let db: Db;
let desk: Desk;
let survey: SurveyView;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'danban-thrower-'));
  await writeFile(join(folder, 'thrower.mjs'), thrower);
  product = await startProduct({ example: true, env: throwing() });
  db = databaseOf(product);
  desk = await deskOf(product, 'organizer');
  survey = await desk.surveyIn('open');
}, 60_000);
afterAll(async () => {
  await db?.destroy();
  await product?.remove();
  await rm(folder, { recursive: true });
});

const throwing = () => ({ NODE_OPTIONS: `--import=${join(folder, 'thrower.mjs')}` });
const startAgain = () =>
  startProduct({ home: dirname(product.dataDir), port: Number(new URL(product.origin).port), env: throwing() });

const free = (): string => (survey.definition as Definition).questions.find((question) => question.type === 'text')!.id;
const partition = () => sql.table(`urn.submission_${survey.id.replaceAll('-', '')}`);

/** The lines of one event; they name the error and where it was, and quote nobody. */
async function written(event: string): Promise<Line[]> {
  await expect.poll(() => product.printed(), { timeout: 20_000 }).toContain(`"event":"${event}"`);
  const lines = product
    .printed()
    .split('\n')
    .filter((line) => line.includes(`"event":"${event}"`));
  return lines.map((line) => JSON.parse(line) as Line);
}

function expectNoWords(): void {
  const log = readFileSync(join(product.dataDir, 'postgres.log'), 'utf8');
  expect(parts.filter((part) => `${product.printed()}${log}`.includes(part))).toEqual([]);
}

const places = expect.arrayContaining([expect.stringMatching(/^at .*:\d+:\d+\)?$/)]) as string[];

test('the errors provoked here do quote: database, JSON and thrown errors carry the words in message and stack', async () => {
  const failed = await sql`select ${words}::text::int`.execute(db).catch((error: Error) => error);
  expect((failed as Error).message).toContain(words);
  const parsed = (await new Response(words).json().catch((error: Error) => error)) as Error;
  expect(parsed.message).toContain(parts[0]);
  for (const { stack } of [failed as Error, new RangeError(words)])
    for (const part of parts) expect(stack).toContain(part);
});

describe('provoked errors leave no body in a log', () => {
  test('a database error that quotes an answer is logged by name, code and places', async () => {
    await sql`create index quoting on ${partition()} (((body::jsonb #>> array['answers', ${sql.lit(free())}])::int))
    where body like '%4711%'`.execute(db);
    const answers = { ...answersFor(survey.definition as Definition, repeatable(1), 0.5), [free()]: words };
    const sent = await fetch(`${product.origin}/api/s/${survey.links[0]!.slug}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce: 'nonce-of-twenty-two-chars-4711', answers }),
    });
    expect(sent.status).toBe(201);
    await desk.send('POST', `/surveys/${survey.id}/close`, {});
    const [line] = await written('job-close-failed');
    expect(line).toMatchObject({ error: 'error', code: '22P02', at: places });
    expectNoWords();
    await sql`drop index urn.quoting`.execute(db);
    await expect.poll(async () => (await desk.survey(survey.id)).state, { timeout: 30_000 }).toBe('released');
  });

  test('a staff request whose database error quotes it is logged the same way', async () => {
    const draft = (await (
      await desk.send('POST', '/surveys', {
        template: 'khao-sat-hai-long-phu-huynh',
        bodyId: survey.bodyId,
        unitId: survey.unitId,
      })
    ).json()) as SurveyView;
    await sql`create index quoting on survey (((definition #>> '{title,vi}')::int))
    where definition #>> '{title,vi}' like '%4711%'`.execute(db);
    const definition = { ...(draft.definition as Definition), title: { vi: words } };
    const saved = await desk.send('PUT', `/surveys/${draft.id}`, { definition, revision: draft.revision });
    expect(saved.status).toBe(500);
    expect(await saved.text()).not.toContain('4711');
    expect((await written('request-failed')).at(-1)).toMatchObject({ error: 'error', code: '22P02', at: places });
    expectNoWords();
    await sql`drop index quoting`.execute(db);
  });

  test('a page and an export that fall over stored text are logged the same way', async () => {
    await sql`alter table release disable trigger never_changed`.execute(db);
    await sql`update release set head = ${words} where survey_id = ${survey.id}`.execute(db);
    const published = await desk.send('PUT', `/surveys/${survey.id}/publication`, { published: true });
    const slug = ((await published.json()) as SurveyView).resultsUrl!.split('/').at(-1)!;
    for (const address of [`/kq/${slug}`, `/api/kq/${slug}/release.csv`]) {
      const answer = await fetch(product.origin + address);
      expect(answer.status).toBe(500);
      const shown = await answer.text();
      expect(parts.filter((part) => shown.includes(part))).toEqual([]);
    }
    expect(await written('page-failed')).toEqual([expect.objectContaining({ error: 'SyntaxError', at: places })]);
    expect((await written('request-failed')).at(-1)).toMatchObject({ error: 'SyntaxError', at: places });
    expectNoWords();
  });

  test('JSON that does not parse is refused with a code, and nothing is logged of it', async () => {
    const before = product.printed();
    for (const body of [words, `{"nonce":"${words}`, `"${words}"`]) {
      const refused = await fetch(`${product.origin}/api/s/${survey.links[0]!.slug}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(await refused.text()).not.toContain('4711');
    }
    expect(product.printed()).toBe(before);
  });

  test.each(['SIGUSR2', 'SIGWINCH'] as const)(
    'an error nobody caught (%s) ends it without its message',
    async (signal) => {
      product.signal(signal);
      expect(await product.ended()).toBe(1);
      expect(await written('crashed')).toEqual([expect.objectContaining({ error: 'RangeError', at: places })]);
      expectNoWords();
      product = await startAgain();
      expect((await fetch(product.origin)).status).toBe(200);
    },
  );
});
