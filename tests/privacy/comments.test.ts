import { sql } from 'kysely';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles, type SurveyView } from '@danban/contract';
import type { Db } from '@danban/db';
import { signedIn } from '@danban/server/example/visitor';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { filled, routesOf } from '../support/routes.ts';
import { surveyRun, type SurveyRun } from '../support/surveyRun.ts';
import { visitor, type Visitor } from '../support/staff.ts';
import { withChange } from '../support/withChange.ts';

const count = 300;
const serialOf = (text: string): number => Number(/\d+/.exec(text)![0]);
const opinion = (serial: number): string => `Ý kiến riêng số ${serial} của lớp`;

onEachPostgres((_, fresh) => {
  let run: SurveyRun;
  let db: Db;
  let survey: SurveyView;
  let before: number;

  beforeAll(async () => {
    const database = await fresh();
    db = database.db;
    run = await surveyRun(database);
    survey = await run.open('PGD.TPND');
    await run.answer(
      survey,
      Array.from({ length: count }, (_, serial) => opinion(serial)),
    );
    await run.nextDay();
    before = (await inTheirOrder(db, 'comment')).length;
    survey = await run.release(survey);
  }, 60_000);
  afterAll(() => run?.at.close());

  test('before the close there is none, then every opinion lies there once, as it was written', async () => {
    expect(before).toBe(0);
    const texts = await inTheirOrder(db, 'comment');
    expect(texts.map(serialOf).sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, serial) => serial));
    expect(new Set(texts.map((text) => text.replace(/\d+/, '')))).toEqual(new Set([opinion(0).replace(/\d+/, '')]));
  });

  test('each is written with its question and a random id, all by one statement of one transaction', async () => {
    const { rows } = await sql<{
      comment: Record<string, string>;
    }>`select to_jsonb(c) as comment from comment c`.execute(db);
    expect(new Set(rows.flatMap(({ comment }) => Object.keys(comment)))).toEqual(
      new Set(['id', 'survey_id', 'question_id', 'body']),
    );
    expect(new Set(rows.map(({ comment }) => comment['question_id'])).size).toBe(1);
    for (const { comment } of rows) expect(comment['id']).toMatch(/^.{14}4.{4}[89ab]/);
    const written = await sql`select distinct xmin::text, cmin::text from comment`.execute(db);
    expect(written.rows).toHaveLength(1);
  });

  test('their order follows neither arrival nor leaf nor unit, and one that does is seen', async () => {
    expect(await followed(db)).toEqual([]);
    const copied = `delete from comment; insert into comment select gen_random_uuid(), survey_id, 'q',
      substring(body from 'Ý kiến[^"]*') from urn.submission where survey_id = '${survey.id}'`;
    const serial = `substring(body from 'số (\\d+)')::int`;
    expect(await withChange(db, `${copied} order by leaf`, followed)).toEqual(['leaf']);
    expect(await withChange(db, `${copied} order by leaf desc`, followed)).toEqual(['leaf']);
    expect(await withChange(db, `${copied} order by ${serial}`, followed)).toEqual(['arrival']);
    expect(await withChange(db, `${copied} order by unit`, followed)).toEqual(['unit']);
  });

  test('a route shows one to who moderates or organises, and to nobody else; one that does is seen', async () => {
    const { app } = run.at;
    const readers =
      /^(GET|PUT|POST|DELETE) \/lam-viec\/api\/surveys\/[^/]+\/comments\/(next|listed|one\/[^/]+)\S* by (moderator|organizer)$/;
    const readable = await readableBy(app);
    expect(readable.filter((one) => !readers.test(one))).toEqual([]);
    expect(readable.some((one) => one.endsWith('by moderator'))).toBe(true);
    const careless = new Hono().route('/', app);
    careless.get('/lam-viec/api/surveys/:id/words', async (c) => {
      const found = await sql`select body from comment where survey_id = ${c.req.param('id')}`.execute(db);
      return c.json(found.rows);
    });
    const seen = await readableBy(careless);
    const place = `GET /lam-viec/api/surveys/${survey.id}/words`;
    expect(seen.filter((one) => one.startsWith(place))).toEqual(roles.map((role) => `${place} by ${role}`));
  });

  test('what people hold of opinions, and what is made of them, has no time, no number and no words', async () => {
    const { rows } = await sql<{ place: string }>`
      select table_name || '.' || column_name || ' ' || data_type as place from information_schema.columns
      where table_schema = 'public' and table_name in
        ('comment', 'comment_review', 'comment_handed_on', 'comment_clustering', 'comment_publication')
      order by 1`.execute(db);
    expect(rows.map(({ place }) => place)).toEqual([
      'comment.body text',
      'comment.id uuid',
      'comment.question_id text',
      'comment.survey_id uuid',
      'comment_clustering.body text',
      // Counts the steps somebody took in grouping; new ones begin at nothing.
      'comment_clustering.revision integer',
      'comment_clustering.survey_id uuid',
      'comment_handed_on.account_id uuid',
      'comment_handed_on.comment_id uuid',
      'comment_publication.body text',
      'comment_publication.checksum bytea',
      'comment_publication.survey_id uuid',
      'comment_review.account_id uuid',
      'comment_review.comment_id uuid',
      'comment_review.decision text',
      'comment_review.masks jsonb',
    ]);
  });

  /** Every answer of every route, to everybody who may have an account and to nobody in particular, that quotes one. */
  async function readableBy(app: Hono): Promise<string[]> {
    const found: string[] = [];
    for (const role of everybody) {
      const person = visitor(app);
      person.token = role === 'nobody' ? undefined : await tokenFor(role);
      for (const { method, address } of await addresses(app)) {
        const text = await (await ask(app, person, method, address)).text();
        if (/Ý kiến riêng/.test(text)) found.push(`${method} ${address} by ${role}`);
      }
    }
    return found;
  }

  async function addresses(app: Hono): Promise<{ method: string; address: string }[]> {
    const { rows } = await sql<{ id: string }>`select id from comment limit 1`.execute(db);
    const results = survey.resultsUrl!.split('/').at(-1)!;
    const values = {
      id: [survey.id, rows[0]!.id, run.people.leader],
      slug: [survey.links[0]!.slug, results],
      key: ['a-key-nobody-has'],
      kind: ['units', 'bodies', 'accounts', 'people'],
      person: [run.people.leader],
      file: ['template.csv', 'current.csv'],
      comment: [rows[0]!.id],
      attachment: [rows[0]!.id],
      cluster: [rows[0]!.id],
      index: ['0'],
      work: ['moderate', 'answer', 'keep', 'confirm'],
      organisation: [rows[0]!.id],
    };
    const every = routesOf(app).flatMap(({ method, path }) =>
      filled(path, values).map((address) => ({ method, address })),
    );
    // What is only read comes first: an act may end the session or withdraw the results.
    return every.sort((a, b) => Number(b.method === 'GET') - Number(a.method === 'GET'));
  }

  async function tokenFor(role: (typeof roles)[number]): Promise<string> {
    const { app, house } = run.at;
    const admin = await signedIn(house, (path, init) => app.request(path, init), run.people.admin);
    const grants = [{ role, unitId: role === 'admin' ? 'UBND-TINH' : 'SGDDT', bodyId: bodyOf(role) }];
    const login = `${role}-${serial++}`;
    const { link } = (await admin.post('/accounts', { name: `Người ${role}`, login, grants })) as { link: string };
    const person = visitor(app);
    await person.send('POST', '/sessions/link', { token: new URL(link).searchParams.get('ma') });
    return person.token!;
  }
});

let serial = 0;
const everybody = ['nobody', ...roles] as const;
const bodyOf = (role: string): string | null => (role === 'admin' || role === 'leader' ? null : 'CDGD-TINH');

function ask(app: Hono, person: Visitor, method: string, address: string): Response | Promise<Response> {
  const reads = method === 'GET';
  const headers = {
    origin: 'http://localhost:3000',
    'content-type': 'application/json',
    ...(person.token === undefined ? {} : { cookie: `danban_session=${person.token}` }),
  };
  return app.request(address, { method, headers, ...(reads ? {} : { body: '{}' }) });
}

/** As they lie in the file. */
async function inTheirOrder(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`select body from ${sql.table(table)} order by ctid`.execute(db);
  return rows.map(({ body }) => body);
}

/** What the order of the opinions follows more closely than chance does once in 10,000 times. */
async function followed(db: Db): Promise<string[]> {
  const lie = (await inTheirOrder(db, 'comment')).map(serialOf);
  const { rows } = await sql<{
    body: string;
    unit: number;
  }>`select body, unit from urn.submission order by leaf`.execute(db);
  const leaf = rows.map(({ body }) => serialOf(/số \d+/.exec(body)![0]));
  const unit = new Map(rows.map((row, i) => [leaf[i]!, row.unit]));
  const orders = {
    arrival: lie,
    leaf: lie.map((serial) => leaf.indexOf(serial)),
    unit: lie.map((serial) => unit.get(serial)!),
  };
  return Object.entries(orders).flatMap(([name, values]) => (isDrawn(values) ? [] : [name]));
}

/** Correlation of values with their places; by chance its square root-n multiple is a standard normal deviate. */
function isDrawn(values: number[]): boolean {
  const places = values.map((_, place) => place);
  return Math.abs(correlation(places, values)) * Math.sqrt(values.length - 1) < 4.5;
}

function correlation(a: number[], b: number[]): number {
  const [fromA, fromB] = [centred(a), centred(b)];
  const product = (one: number[], other: number[]) => one.reduce((sum, value, i) => sum + value * other[i]!, 0);
  return product(fromA, fromB) / Math.sqrt(product(fromA, fromA) * product(fromB, fromB));
}

function centred(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
