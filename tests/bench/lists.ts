import { sql, type Kysely } from 'kysely';
import { connect, type Database } from '@danban/db';
import { atMost, type Figure } from './figures.ts';
import { paced, type Visit } from './load.ts';
import type { Bench } from './product.ts';
import { get } from './requests.ts';
import { inTurns, median, quantile, ratio } from './rounds.ts';
import { addSchools } from './units.ts';

const many = 10_000;
const rounds = 5;
const roundMs = 2_000;
/** So few that none waits for another: the time of one page, not of a queue. */
const perSecond = 25;

/** At most so much of the time of reading every row and asking about each. */
const most: Record<string, number> = { surveys: 0.05, accounts: 0.05, units: 0.5, bodies: 0.8 };

const department = 'SGDDT';
const union = 'CDGD-TINH';

/** Ten thousand units under the department in two hundred branches; in each a body, an account, a survey of the example's size. */
async function fill(db: Kysely<Database>): Promise<void> {
  await addSchools(
    db,
    { prefix: 'bench', name: 'Trường', key: 'truong', many },
    sql`case when n <= 200 then ${department} else 'bench.' || (n % 200 + 1) end`,
  );
  await sql`
    insert into survey (id, body_id, unit_id, created_by, responsible, state, definition, definition_hash, opened_on, closes_at,
      results_slug, search_key, drafted_at)
    select gen_random_uuid(), ${union}, 'bench.' || n, example.created_by, example.responsible, 'open', example.definition,
      example.definition_hash, example.opened_on, example.closes_at + n * interval '1 minute', 'bench-' || n,
      example.search_key, example.drafted_at
    from (select * from survey where state = 'open' limit 1) as example, generate_series(1, ${many}::int) n`.execute(
    db,
  );
  await sql`
    insert into body (id, kind, name, unit_id, can_organise, search_key)
    select 'bench.' || n, 'other', 'Ban ' || n, 'bench.' || n, true, 'ban ' || n
    from generate_series(1, ${many}::int) n`.execute(db);
  await sql`
    with made as (
      insert into account (id, name, login, search_key)
      select gen_random_uuid(), 'Người ' || n, 'bench.' || n, 'nguoi ' || n || ' bench ' || n
      from generate_series(1, ${many}::int) n returning id, login
    )
    insert into role_grant (account_id, role, unit_id) select id, 'leader', login from made`.execute(db);
  for (const table of ['unit', 'unit_place', 'unit_reach', 'survey', 'body', 'account', 'role_grant']) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
  }
}

/** The cookie of whom the link signs in. */
async function signIn(port: number, link: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/lam-viec/api/sessions/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({ token: new URL(link).searchParams.get('ma') }),
  });
  if (!response.ok) throw new Error(`nobody was let in: ${response.status}`);
  return `Cookie: ${response.headers.getSetCookie()[0]!.split(';')[0]!}`;
}

const lateness = (visit: Visit) => async () => quantile(await paced(visit, perSecond, roundMs), 0.5);

/** Milliseconds of one list in the naive way, once: it is slow enough to stand out from anything else. */
async function naively(port: number, list: string): Promise<number> {
  const { ms } = (await (await fetch(`http://127.0.0.1:${port}/${list}`)).json()) as { ms: number };
  return ms;
}

export async function lists(bench: Bench): Promise<Figure[]> {
  const { ports, signIn: links } = await bench.served();
  const db = connect(bench.address, { max: 1 });
  try {
    await fill(db);
  } finally {
    await db.destroy();
  }
  const cookies = {
    organizer: await signIn(ports.product, links.organizer),
    admin: await signIn(ports.product, links.admin),
  };
  const of = (who: keyof typeof cookies, path: string): Visit => ({
    port: ports.product,
    steps: [{ feed: get(`/lam-viec/api${path}`, cookies[who]), expect: 200 }],
  });
  const { plain, found, desk, ...times } = await inTurns(rounds, {
    plain: lateness({ port: ports.plainList, steps: [{ feed: get('/'), expect: 200 }] }),
    surveys: lateness(of('organizer', '/surveys')),
    found: lateness(of('organizer', '/surveys?q=truong+9876')),
    desk: lateness(of('organizer', '/desk')),
    accounts: lateness(of('admin', '/accounts')),
    units: lateness(of('organizer', '/units/found?q=truong+98')),
    bodies: lateness(of('organizer', '/bodies?q=ban+98')),
  });
  const against: Figure[] = [];
  for (const [name, took] of Object.entries(times)) {
    const value = median(took) / (await naively(ports.naive, name));
    against.push({
      name: `lists/${name}`,
      value,
      unit: `× the naive way, of 10,000 ${name}`,
      target: atMost(most[name]!),
    });
  }
  return [
    { name: 'lists/time', value: median(times.surveys), unit: 'ms for a page of 10,000 surveys', target: null },
    { name: 'lists/page', value: ratio(times.surveys, plain), unit: '× a plain select as JSON', target: atMost(3) },
    ...against,
    { name: 'lists/found', value: median(found), unit: 'ms to find one of 10,000', target: null },
    { name: 'lists/desk', value: median(desk), unit: 'ms for a desk beside 10,000 surveys', target: null },
  ];
}
