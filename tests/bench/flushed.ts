// Flushes and plain inserts in a process of their own, as the product runs there: its core, its heap. Started by `flush.ts`
// with a channel, on which it answers how many milliseconds each took.
import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { connect, type Address, type Database } from '@danban/db';
import { openHouseVault } from '@danban/db/vaults/house';
import { openUrnVault } from '@danban/db/vaults/urn';
import { beginLog } from '@danban/server/transparency/checkpoint';
import { tellFlushes } from '@danban/server/transparency/leaves';
import { openLogKey } from '@danban/server/transparency/logKey';
import { append } from '@danban/server/transparency/queries';
import { openUrn } from '@danban/server/urn';
import type { LogEntry } from '@danban/verify';
import { compile, type Compiled, type Definition } from '@danban/survey';
import { sheetOf } from './requests.ts';
import { median } from './rounds.ts';
import type { Flushed, FlushWish } from './served.types.ts';

const insertsEach = 3;

interface Row {
  leaf: Buffer;
  unit: number;
  packed: Buffer;
  body: string;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The same rows, sorted, in one statement into a table with the same columns and key: what no flush can be faster than. */
async function plainly(db: Kysely<Database>, survey: string, rows: readonly Row[]): Promise<void> {
  const bodies = rows.map(({ body }) => Buffer.from(body));
  const width = rows[0]!.packed.length;
  await sql`
    with cut as (
      select n, length, unit, sum(length) over (order by n) - length as skipped
      from unnest(${bodies.map((body) => body.length)}::int[], ${rows.map(({ unit }) => unit)}::smallint[])
        with ordinality as l (length, unit, n)
    )
    insert into public.plain_submission
    select ${survey}::uuid, substring(${Buffer.concat(rows.map(({ leaf }) => leaf))}::bytea from (n * 32 - 31)::int for 32),
      unit, substring(${Buffer.concat(rows.map(({ packed }) => packed))}::bytea from ((n - 1) * ${width}::int + 1)::int for ${width}::int),
      convert_from(substring(${Buffer.concat(bodies)}::bytea from (skipped + 1)::int for length), 'UTF8')
    from cut order by n`.execute(db);
}

/** The middle one of several, each into the table emptied before. */
async function insertTime(db: Kysely<Database>, survey: string): Promise<number> {
  const { rows } = await sql<Row>`
    select leaf, unit, packed, body from urn.submission where survey_id = ${survey} order by leaf`.execute(db);
  const took: number[] = [];
  for (let time = 0; time < insertsEach; time++) {
    await sql`truncate public.plain_submission`.execute(db);
    took.push(await timed(() => plainly(db, survey, rows)));
  }
  return median(took);
}

const { connection, keysDir, definition, many, rounds } = JSON.parse(process.env['BENCH']!) as FlushWish & {
  connection: Address;
  keysDir: string;
  definition: Definition;
};
const compiled: Compiled = compile(definition);
const [vault, db] = [openUrnVault(connection), connect(connection, { max: 1 })];
const urn = openUrn(vault, keysDir);
const house = {
  db: openHouseVault(connection),
  urn,
  clock: () => new Date(),
  logKey: openLogKey(keysDir),
  log: { info: () => undefined, failure: () => undefined },
};
await beginLog(house.db, house.logKey, house.clock);

/** A survey like one that is there: the log tells of surveys only. */
async function begin(survey: string): Promise<void> {
  const { rows } = await sql<{ given: string }>`
    select string_agg(quote_ident(column_name), ',') as given from information_schema.columns
    where table_schema = 'public' and table_name = 'survey' and is_generated = 'NEVER'`.execute(db);
  const given = sql.raw(rows[0]!.given);
  await sql`
    insert into survey (${given}) select ${given}
    from (select (jsonb_populate_record(s, ${JSON.stringify({ id: survey, results_slug: survey })}::jsonb)).* from survey s limit 1) s`.execute(
    db,
  );
  const line: LogEntry = { kind: 'opening', survey, opening: '', definition: '', on: '' };
  await house.db.transaction().execute((trx) => append(trx, line));
}

async function fill(survey: string): Promise<void> {
  await urn.prepare(survey);
  const sheets = Array.from({ length: many }, () => compiled.validate(sheetOf(definition)));
  const put = sheets.map((sheet) => {
    const answers = sheet.ok ? sheet.answers : {};
    return urn.accept(survey, { nullifier: null, unit: 0, answers, packed: compiled.pack(answers) });
  });
  await Promise.all(put);
}

await sql`create table if not exists public.plain_submission (
  survey_id uuid not null, leaf bytea not null, unit smallint not null, packed bytea not null, body text not null,
  primary key (survey_id, leaf))`.execute(db);
const found: Flushed = { flushes: [], inserts: [], lines: [] };
for (let round = 0; round <= rounds; round++) {
  const survey = randomUUID();
  await begin(survey);
  await fill(survey);
  const flush = await timed(() =>
    urn.flush(survey, { eligible: null, threshold: 5 }, (answers) => compiled.pack(answers)),
  );
  const line = await timed(() => tellFlushes(house, survey));
  const insert = await insertTime(db, survey);
  // The first warms up.
  if (round > 0) {
    found.flushes.push(flush);
    found.inserts.push(insert);
    found.lines.push(line);
  }
  await urn.erase(survey);
}
await Promise.all([vault.destroy(), db.destroy(), house.db.destroy()]);
process.send!(found);
process.disconnect!();
