import { sql, type QueryExecutorProvider } from 'kysely';

/** A table of a vault with one partition for each survey: what happens to one survey touches that survey alone. */
export interface Parted {
  schema: 'urn' | 'roster';
  table: string;
  /** Columns of which the server keeps no statistics: they would hold raw values outside the table, and outlive it. */
  silent: readonly string[];
}

const nameOf = (table: string, survey: string): string => `${table}_${survey.replaceAll('-', '')}`;
const partition = ({ schema, table }: Parted, survey: string) => sql.id(schema, nameOf(table, survey));

/** Partitions do not inherit this setting of their parent. */
async function silence(trx: QueryExecutorProvider, part: Parted, survey: string): Promise<void> {
  for (const column of part.silent) {
    await sql`alter table ${partition(part, survey)} alter column ${sql.id(column)} set statistics 0`.execute(trx);
  }
}

/** Fails where there is one already, unless `orKeep` says that it may stay. */
export async function createPartition(
  trx: QueryExecutorProvider,
  part: Parted,
  survey: string,
  { orKeep = false } = {},
): Promise<void> {
  await sql`create table ${sql.raw(orKeep ? 'if not exists' : '')} ${partition(part, survey)}
    partition of ${sql.id(part.schema, part.table)} for values in (${sql.lit(survey)})`.execute(trx);
  await silence(trx, part, survey);
}

export async function dropPartition(trx: QueryExecutorProvider, part: Parted, survey: string): Promise<void> {
  await sql`drop table if exists ${partition(part, survey)}`.execute(trx);
}

/** What the server knows of a partition that has just been filled; of the silent columns it still keeps nothing. */
export async function measurePartition(trx: QueryExecutorProvider, part: Parted, survey: string): Promise<void> {
  await sql`analyze ${partition(part, survey)}`.execute(trx);
}

/**
 * A new file with these columns of every row in this order, all of one transaction: what the old one told of when a row
 * came or changed, and the columns that are left out, are gone.
 */
export async function rewritePartition(
  trx: QueryExecutorProvider,
  part: Parted,
  survey: string,
  { columns, order }: { columns: readonly string[]; order: string },
): Promise<void> {
  const [table, parent] = [partition(part, survey), sql.id(part.schema, part.table)];
  const fresh = sql.id(part.schema, nameOf('rewritten', survey));
  const kept = sql.join(columns.map((column) => sql.id(column)));
  await sql`create table ${fresh} (like ${parent} including all)`.execute(trx);
  await sql`insert into ${fresh} (${kept}) select ${kept} from ${table} order by ${sql.id(order)}`.execute(trx);
  await sql`drop table ${table}`.execute(trx);
  await sql`alter table ${fresh} rename to ${sql.id(nameOf(part.table, survey))}`.execute(trx);
  await sql`alter table ${parent} attach partition ${table} for values in (${sql.lit(survey)})`.execute(trx);
  await silence(trx, part, survey);
}
