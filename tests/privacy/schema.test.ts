import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import type { Db } from '@danban/db';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { surveyRun, type SurveyRun } from '../support/surveyRun.ts';
import { vaultIssues, whatIsSaid } from '../support/vaultIssues.ts';
import { withChange } from '../support/withChange.ts';

/** One planted violation each: what is done to the schema, and what must be said of it. `P`: an open survey's partition. */
const violations: [done: string, said: string[]][] = [
  ['alter table urn.batch add column at timestamptz', ['batch.at is a time']],
  ['alter table urn.batch_key add column day date', ['batch_key.day is a time']],
  ['alter table urn.batch add column during tstzrange', ['batch.during is a time']],
  ['alter table urn.batch add column times time[]', ['batch.times is a time']],
  ['create domain moment as timestamptz; alter table urn.batch add column at moment', ['batch.at is a time']],
  ['alter table urn.batch add column came xid8', ['batch.came is the clock of the database']],
  [
    'alter table urn.batch_key add column n int generated always as identity',
    ['batch_key.n counts up', 'batch_key_n_seq is a sequence'],
  ],
  [
    'alter table urn.batch_key add column n serial',
    ['batch_key.n has a default that is not a constant', 'batch_key_n_seq is a sequence'],
  ],
  [
    `alter table urn.batch alter column state set default now()::text`,
    ['batch.state has a default that is not a constant'],
  ],
  [
    'alter table urn.batch alter column id set default gen_random_uuid()',
    ['batch.id has a default that is not a constant'],
  ],
  ['create trigger t after insert on urn.P for each row execute function f()', ['P has a trigger']],
  ['create rule r as on insert to urn.batch do also nothing', ['batch has a rule']],
  ['alter table urn.batch add foreign key (survey_id) references survey', ['batch refers out of the urn']],
  ['alter table job add column batch uuid references urn.batch', ['batch is referred to from outside']],
  [
    'alter table urn.batch add unique (survey_id);' +
      'alter table urn.P add foreign key (survey_id) references urn.batch (survey_id) not valid',
    ['P refers to another table of the urn'],
  ],
  [
    'alter table only urn.submission alter column body set statistics -1',
    ['submission.body gives its values to the statistics'],
  ],
  ['alter table only urn.staged alter column tag set statistics -1', ['staged.tag gives its values to the statistics']],
  [
    'alter table only urn.ledger_cell alter column people set statistics -1',
    ['ledger_cell.people gives its values to the statistics'],
  ],
  ['alter table only urn.slip alter column hash set statistics -1', ['slip.hash gives its values to the statistics']],
  ['alter table urn.P alter column credential set statistics -1', ['P.credential gives its values to the statistics']],
  ['alter table urn.P alter column packed set statistics 10', ['P.packed gives its values to the statistics']],
  ['alter table urn.P alter column body set statistics -1', ['P.body gives its values to the statistics']],
  ['alter table urn.Q alter column sealed set statistics -1', ['Q.sealed gives its values to the statistics']],
  ['create statistics s on unit, packed from urn.P', ['P has statistics of several columns']],
  ['create index on urn.P (length(body))', ['P has an index of an expression, which has statistics of its own']],
  ['create publication p for table urn.batch', ['batch is published to other servers']],
  ['create event trigger w on ddl_command_start execute function e()', ['w is an event trigger']],
  ['alter table comment add column unit smallint', ['comment.unit is more of a written opinion than its question']],
  [
    'alter table comment add foreign key (question_id) references unit not valid',
    ['comment refers to more than its survey'],
  ],
  [
    'alter table release add column leaf uuid references urn.batch',
    ['batch is referred to from outside', 'release refers to more than its survey'],
  ],
  ['create trigger t before insert on comment for each row execute function f()', ['comment has a trigger']],
  ['alter table comment alter column id set default gen_random_uuid()', ['comment has a default']],
];

/** What a trigger calls. */
const functions = `create function f() returns trigger language plpgsql as 'begin return new; end';
  create function e() returns event_trigger language plpgsql as 'begin end'`;

test('there is a violation for every rule', () => {
  const said = violations.flatMap(([, sentences]) => sentences.map((sentence) => sentence.replace(/^\S+ /, '')));
  expect(new Set(said)).toEqual(new Set(whatIsSaid));
});

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let run: SurveyRun;
  let db: Db;
  let waiting: SurveyView;
  let opened: number;
  const found: Record<string, string[]> = {};

  beforeAll(async () => {
    database = await fresh();
    db = database.db;
    found['migrated'] = await vaultIssues(db);
    run = await surveyRun(database);
    const survey = await run.open();
    await run.answer(survey, texts(30));
    found['open'] = await vaultIssues(db);
    await run.nextDay();
    found['flushed'] = await vaultIssues(db);
    opened = await rowsOf(db, survey.id);
    await run.release(survey);
    found['released'] = await vaultIssues(db);
    waiting = await run.open();
    await run.answer(waiting, texts(25));
    await run.nextDay();
  }, 60_000);
  afterAll(() => run?.at.close());

  describe('schema lint of the submission vault', () => {
    test('whatever state a survey is in, its urn holds no time, no order, no trigger, no way out and no statistics', () => {
      expect(opened).toBeGreaterThan(0);
      expect(found).toEqual({ migrated: [], open: [], flushed: [], released: [] });
    });

    test.each(violations)('it is seen: %s', async (done, said) => {
      const { rows } = await sql<{ name: string }>`select relname as name from pg_class
      where relname like ${`%\\_${waiting.id.replaceAll('-', '')}`} and relkind = 'r' order by 1 desc`.execute(db);
      const [submission, staged] = rows.map(({ name }) => name) as [string, string];
      const named = (text: string): string => text.replace(/\bP\b/g, submission).replace(/\bQ\b/g, staged);
      const issues = await withChange(db, `${functions}; ${named(done)}`, vaultIssues);
      expect(issues).toEqual(said.map(named).sort());
    });
  });

  test('every id in the urn and beside it is drawn by chance, and one that holds a time is seen', async () => {
    expect(await idsWithAnOrder(db)).toEqual([]);
    const late = `insert into urn.batch values ('01981de4-5b3f-7a3c-9d51-2f4e6a8b0c1d', gen_random_uuid(), 'sealed', '')`;
    expect(await withChange(db, late, idsWithAnOrder)).toEqual(['urn.batch.id']);
  });

  test('no opinion and no release quotes a leaf or a tag, and one that does is seen', async () => {
    expect(await quotedSheets(db)).toEqual([]);
    const quoting = `update comment set body = body || encode((select leaf from urn.submission limit 1), 'hex')`;
    expect(await withChange(db, quoting, quotedSheets)).toEqual(['comment']);
  });
});

const texts = (count: number): string[] => Array.from({ length: count }, (_, i) => `Ý kiến thứ ${i}`);

async function rowsOf(db: Db, survey: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from urn.submission where survey_id = ${survey}`.execute(db);
  return rows[0]!.n;
}

/** Columns of ids of which one is of another kind than the fourth: the others hold a time or a name. */
async function idsWithAnOrder(db: Db): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.oid::regclass::text as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.atttypid = 'uuid'::regtype and a.attnum > 0 and c.relkind = 'r'
      and (c.relnamespace = 'urn'::regnamespace
        or c.oid in ('comment'::regclass, 'release'::regclass, 'release_group'::regclass, 'release_cell'::regclass))`.execute(
    db,
  );
  const ordered: string[] = [];
  for (const { table, column } of rows) {
    const other =
      await sql`select from ${sql.raw(table)} where substr(${sql.id(column)}::text, 15, 1) <> '4' limit 1`.execute(db);
    if (other.rows.length > 0) ordered.push(`${table}.${column}`);
  }
  return ordered;
}

async function quotedSheets(db: Db): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`
    with mark as (
      select encode(leaf, 'hex') as hex from urn.submission union all select encode(tag, 'hex') from urn.staged
    ), text as (
      select 'comment' as place, c::text as text from comment c union all select 'release', r::text from release r
      union all select 'release_group', g::text from release_group g union all select 'release_cell', c::text from release_cell c
    )
    select distinct place from text, mark where position(hex in text) > 0`.execute(db);
  return rows.map(({ place }) => place);
}
