import { sql, type Kysely } from 'kysely';
import { connect, type Database } from '@danban/db';
import { atMost, type Figure } from './figures.ts';
import { paced, type Visit } from './load.ts';
import type { Bench } from './product.ts';
import { get } from './requests.ts';
import { inTurns, median, quantile, ratio } from './rounds.ts';

const many = 10_000;
const rounds = 5;
const roundMs = 2_000;
/** So few that none waits for another: the time of one page, not of a queue. */
const perSecond = 25;

const department = 'SGDDT';
const union = 'CDGD-TINH';

/** Ten thousand units under the department in two hundred branches, a survey of the example's size in each. */
async function fill(db: Kysely<Database>): Promise<void> {
  await sql`
    insert into unit (id, type, name, short_name, valid_from, search_key)
    select 'bench.' || n, 'school', 'Trường ' || n, 'T' || n, date '2016-01-01', 'truong ' || n
    from generate_series(1, ${many}::int) n`.execute(db);
  await sql`
    insert into unit_place (unit_id, valid_from, parent_id)
    select 'bench.' || n, date '2016-01-01', case when n <= 200 then ${department} else 'bench.' || (n % 200 + 1) end
    from generate_series(1, ${many}::int) n`.execute(db);
  await sql`
    insert into survey (id, body_id, unit_id, created_by, responsible, state, definition, definition_hash, opened_on, closes_at,
      results_slug, search_key, drafted_at)
    select gen_random_uuid(), ${union}, 'bench.' || n, example.created_by, example.responsible, 'open', example.definition,
      example.definition_hash, example.opened_on, example.closes_at + n * interval '1 minute', 'bench-' || n,
      example.search_key, example.drafted_at
    from (select * from survey where state = 'open' limit 1) as example, generate_series(1, ${many}::int) n`.execute(
    db,
  );
  for (const table of ['unit', 'unit_place', 'unit_reach', 'survey']) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
  }
}

/** The cookie of the organizer. */
async function signIn(port: number, link: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/lam-viec/api/sessions/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ token: new URL(link).searchParams.get('ma') }),
  });
  if (!response.ok) throw new Error(`the organizer was not let in: ${response.status}`);
  return `Cookie: ${response.headers.getSetCookie()[0]!.split(';')[0]!}`;
}

const lateness = (visit: Visit) => async () => quantile(await paced(visit, perSecond, roundMs), 0.5);

export async function lists(bench: Bench): Promise<Figure[]> {
  const { ports, signIn: link } = await bench.served();
  const db = connect(bench.address, { max: 1 });
  try {
    await fill(db);
  } finally {
    await db.destroy();
  }
  const cookie = await signIn(ports.product, link);
  const of = (path: string): Visit => ({ port: ports.product, steps: [{ feed: get(path, cookie), expect: 200 }] });
  const { plain, surveys, found } = await inTurns(rounds, {
    plain: lateness({ port: ports.plainList, steps: [{ feed: get('/'), expect: 200 }] }),
    surveys: lateness(of('/lam-viec/api/surveys')),
    found: lateness(of('/lam-viec/api/surveys?q=truong+9876')),
  });
  return [
    { name: 'lists/time', value: median(surveys), unit: 'ms for a page of 10,000 surveys', target: null },
    { name: 'lists/surveys', value: ratio(surveys, plain), unit: '× a plain select as JSON', target: atMost(3) },
    { name: 'lists/found', value: median(found), unit: 'ms to find one of 10,000', target: null },
  ];
}
