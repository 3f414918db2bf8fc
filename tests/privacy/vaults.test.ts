import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Db } from '@danban/db';
import type { SurveyView } from '@danban/contract';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { surveyRun, type SurveyRun } from '../support/surveyRun.ts';

const roles = ['danban_house', 'danban_urn', 'danban_roster', 'danban_results'] as const;
type Role = (typeof roles)[number];

const releases = ['release', 'release_group', 'release_cell', 'release_table', 'release_credentials'].map(
  (table) => `public.${table}`,
);

/** What each role may read of what is there; everything else must be refused. */
const own: Record<Role, (table: string) => boolean> = {
  danban_house: (table) => table.startsWith('public.'),
  danban_urn: (table) => table.startsWith('urn.'),
  danban_roster: (table) => table.startsWith('roster.'),
  danban_results: (table) => ['urn.submission', 'urn.ledger_cell', 'urn.ledger_column', ...releases].includes(table),
};
const permissionDenied = '42501';

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let run: SurveyRun;
  let survey: SurveyView;

  // Everything below is asked while a survey is open and another has been released.
  beforeAll(async () => {
    database = await fresh();
    run = await surveyRun(database);
    const ended = await run.open();
    await run.answer(ended, Array<string>(12).fill('Đủ rồi'));
    expect(await run.release(ended)).toMatchObject({ state: 'released' });
    survey = await run.open();
    await run.answer(survey, Array<string>(30).fill('Còn mở'));
    await sql`create table roster.planted as select 'a person' as name`.execute(database.db);
    await sql`alter table roster.planted owner to danban_roster`.execute(database.db);
  });
  afterAll(() => run.at.close());

  const tables = async (): Promise<string[]> => {
    const { rows } = await sql<{ name: string }>`
      select nspname || '.' || relname as name from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by 1`.execute(database.db);
    return rows.map(({ name }) => name);
  };

  /** What a SELECT on this table comes to: 'read', or the code it was refused with. */
  const asked = async (db: Db, table: string): Promise<string> => {
    const [schema, name] = table.split('.');
    return sql`select from ${sql.id(schema!, name!)} limit 1`.execute(db).then(
      () => 'read',
      (error: unknown) => String((error as { code?: unknown }).code),
    );
  };

  async function read(role: Role): Promise<string[]> {
    const db = connect(database.connection, { max: 1, role });
    const found: string[] = [];
    for (const table of await tables()) {
      const answer = await asked(db, table);
      if (answer === 'read') found.push(table);
      else expect([table, answer]).toEqual([table, permissionDenied]);
    }
    await db.destroy();
    return found;
  }

  test.each(roles)('as %s a SELECT on every table of the other vaults is refused', async (role) => {
    const all = await tables();
    for (const kind of roles) expect(all.filter(own[kind])).not.toEqual([]);
    expect(all.filter((table) => /^urn\.(staged|submission)_[0-9a-f]{32}$/.test(table))).toHaveLength(3);
    expect(await read(role)).toEqual(all.filter(own[role]));
  });

  test('a right given by mistake is seen', async () => {
    await sql`grant usage on schema urn to danban_house`.execute(database.db);
    await sql`grant select on urn.staged to danban_house`.execute(database.db);
    expect((await read('danban_house')).filter((table) => !own.danban_house(table))).toEqual(['urn.staged']);
    await sql`revoke usage on schema urn from danban_house`.execute(database.db);
    await sql`revoke select on urn.staged from danban_house`.execute(database.db);
  });

  test('no role of a vault is a member of another or of anything, and no function lends its owner’s rights', async () => {
    const members = await sql`
      select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member
      where r.rolname like 'danban\\_%'`.execute(database.db);
    expect(members.rows).toEqual([]);
    const might = await sql`
      select rolname from pg_roles where rolname like 'danban\\_%' and (rolsuper or rolcreaterole or rolcreatedb
        or rolcanlogin or rolreplication or rolbypassrls)`.execute(database.db);
    expect(might.rows).toEqual([]);
    const lending = await sql`
      select proname from pg_proc join pg_namespace n on n.oid = pronamespace
      where prosecdef and nspname in ('public', 'urn', 'roster')`.execute(database.db);
    expect(lending.rows).toEqual([]);
  });

  test('what lies in a vault belongs to its role, partitions of open surveys too', async () => {
    const { rows } = await sql<{ schema: string; owners: string[] }>`
      select nspname as schema, array_agg(distinct relowner::regrole::text) as owners
      from pg_class join pg_namespace n on n.oid = relnamespace
      where nspname in ('urn', 'roster') group by 1 order by 1`.execute(database.db);
    expect(rows).toEqual([
      { schema: 'roster', owners: ['danban_roster'] },
      { schema: 'urn', owners: ['danban_urn'] },
    ]);
  });

  test('the role of the house switches no guard of the log off', async () => {
    const db = connect(database.connection, { max: 1, role: 'danban_house' });
    const off = [sql`alter table audit_event disable trigger all`, sql`set session_replication_role = replica`];
    for (const statement of off) await expect(statement.execute(db)).rejects.toMatchObject({ code: permissionDenied });
    await db.destroy();
  });

  test('the product works in these roles: each pool in its own', async () => {
    const { house, urn, roster } = run.at.vaults;
    const who = async (db: Parameters<ReturnType<typeof sql>['execute']>[0]) =>
      (await sql<{ name: string }>`select current_user as name`.execute(db)).rows[0]!.name;
    expect([await who(house), await who(urn), await who(roster)]).toEqual(roles.slice(0, 3));
  });

  test('counting reads by its own right alone: without it no figure comes, with it again they do', async () => {
    await sql`revoke select on urn.submission from danban_results`.execute(database.db);
    await expect(run.release(survey)).rejects.toThrow();
    expect(run.at.logged.join('\n')).toContain('permission denied for table submission');
    await sql`grant select on urn.submission to danban_results`.execute(database.db);
    run.at.pass(60_000);
    await run.at.work();
    await run.at.work();
    const { rows } = await sql`select state from survey where id = ${survey.id}`.execute(database.db);
    expect(rows).toEqual([{ state: 'released' }]);
  });
});
