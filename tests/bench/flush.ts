import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { connect, type Database } from '@danban/db';
import { openUrnVault } from '@danban/db/vaults/urn';
import { openUrn } from '@danban/server/urn';
import { compile } from '@danban/survey';
import { atMost, type Figure } from './figures.ts';
import type { Bench } from './product.ts';
import { sheetOf } from './requests.ts';
import { median, ratio } from './rounds.ts';

const many = 10_000;
const rounds = 3;

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

/** The same rows, sorted, in one statement into a table of the same shape: what no flush can be faster than. */
async function plainly(db: Kysely<Database>, rows: readonly Row[]): Promise<void> {
  const bodies = rows.map(({ body }) => Buffer.from(body));
  const width = rows[0]!.packed.length;
  await sql`
    with cut as (
      select n, length, unit, sum(length) over (order by n) - length as skipped
      from unnest(${bodies.map((body) => body.length)}::int[], ${rows.map(({ unit }) => unit)}::smallint[])
        with ordinality as l (length, unit, n)
    )
    insert into public.plain_submission
    select substring(${Buffer.concat(rows.map(({ leaf }) => leaf))}::bytea from (n * 32 - 31)::int for 32), unit,
      substring(${Buffer.concat(rows.map(({ packed }) => packed))}::bytea from ((n - 1) * ${width}::int + 1)::int for ${width}::int),
      convert_from(substring(${Buffer.concat(bodies)}::bytea from (skipped + 1)::int for length), 'UTF8')
    from cut order by n`.execute(db);
}

/** Ten thousand sealed answers opened, mixed and written, against a plain insert of what comes out. */
export async function flushing(bench: Bench): Promise<Figure[]> {
  const { definition } = await bench.served();
  const compiled = compile(definition);
  const pack = (answers: Parameters<typeof compiled.pack>[0]) => compiled.pack(answers);
  const [vault, db] = [openUrnVault(bench.address), connect(bench.address, { max: 1 })];
  const urn = openUrn(vault, bench.keysDir);
  const [flushes, plain]: [number[], number[]] = [[], []];
  await sql`create table if not exists public.plain_submission (
    leaf bytea primary key, unit smallint not null, packed bytea not null, body text not null)`.execute(db);
  try {
    for (let round = 0; round <= rounds; round++) {
      const survey = randomUUID();
      await urn.prepare(survey);
      const sheets = Array.from({ length: many }, () => compiled.validate(sheetOf(definition)));
      await Promise.all(
        sheets.map((sheet) => urn.accept(survey, { nullifier: null, unit: 0, answers: sheet.ok ? sheet.answers : {} })),
      );
      const flush = await timed(() => urn.flush(survey, { eligible: null, threshold: 5 }, pack));
      const { rows } = await sql<Row>`
        select leaf, unit, packed, body from urn.submission where survey_id = ${survey} order by leaf`.execute(db);
      await sql`truncate public.plain_submission`.execute(db);
      const insert = await timed(() => plainly(db, rows));
      if (round > 0) {
        flushes.push(flush);
        plain.push(insert);
      }
      await urn.erase(survey);
    }
  } finally {
    await Promise.all([vault.destroy(), db.destroy()]);
  }
  return [
    { name: 'urn/flush-time', value: median(flushes), unit: 'ms for 10,000', target: null },
    { name: 'urn/flush', value: ratio(flushes, plain), unit: '× a plain insert', target: atMost(3) },
  ];
}
