import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { connect } from './connect.ts';
import { serverForThisFile } from './testing.ts';

const address = serverForThisFile();
afterEach(() => vi.unstubAllEnvs());

test('counts are numbers, days are strings, moments are dates', async () => {
  const db = connect(address());
  const query = sql`select 5::int8 as count, '2026-03-01'::date as day, '2026-03-01T00:00:00Z'::timestamptz as moment`;
  const { rows } = await query.execute(db);
  expect(rows).toEqual([{ count: 5, day: '2026-03-01', moment: new Date('2026-03-01T00:00:00Z') }]);
  await db.destroy();
});

test('a session says which program it belongs to', async () => {
  const db = connect(address());
  expect((await sql`show application_name`.execute(db)).rows).toEqual([{ application_name: 'danban' }]);
  await db.destroy();
});

test('sessions cut off while idle do not end the process, and the pool goes on', async () => {
  const db = connect(address());
  const other = connect(address(), { max: 1 });
  await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.05)`.execute(db)));
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'danban'
    and pid <> pg_backend_pid()`.execute(other);
  await sleep(100);
  expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }]);
  await Promise.all([db.destroy(), other.destroy()]);
});

test('a variable meant for psql does not lead the pool elsewhere', async () => {
  vi.stubEnv('PGPORT', '1');
  vi.stubEnv('PGDATABASE', 'nowhere');
  const db = connect(address());
  expect((await sql`select current_database() as name`.execute(db)).rows).toEqual([{ name: 'danban' }]);
  await db.destroy();
});

test('a URL opens the same server', async () => {
  const { host, user, database } = address();
  const db = connect({ url: `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}` });
  expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }]);
  await db.destroy();
});

test('a pool in a role of a vault is in it from its first statement, whatever options the URL has', async () => {
  const owner = connect(address(), { max: 1 });
  await sql`create role danban_urn`.execute(owner);
  await sql`create role danban_house`.execute(owner);
  const { host, user, database } = address();
  const url = `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`;
  const own = `&options=${encodeURIComponent('-c statement_timeout=4s -c role=danban_house')}`;
  for (const to of [address(), { url }, { url: url + own }]) {
    const db = connect(to, { max: 1, role: 'danban_urn' });
    expect((await sql`select current_user as role`.execute(db)).rows).toEqual([{ role: 'danban_urn' }]);
    if ('url' in to && to.url.endsWith(own))
      expect((await sql`show statement_timeout`.execute(db)).rows).toEqual([{ statement_timeout: '4s' }]);
    await db.destroy();
  }
  await owner.destroy();
});
