import type { TableKind } from '@danban/contract';
import type { Columns } from '@danban/tables';
import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';

/** How many sets of headings of one kind are remembered for one person. */
const mostRemembered = 200;

const running = ['open', 'paused', 'closing'] as const;

/** Units in surveys that people may be answering. */
export async function unitsBeingAsked(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('survey_unit')
    .innerJoin('survey', 'survey.id', 'survey_unit.survey_id')
    .where('survey.state', 'in', running)
    .select('survey_unit.unit_id')
    .distinct()
    .execute();
  return rows.map(({ unit_id: id }) => id);
}

/** The columns the person chose earlier for tables of this kind, by the hash of their headings. */
export async function rememberedColumns(db: Db, accountId: string, kind: TableKind): Promise<Record<string, Columns>> {
  const rows = await db
    .selectFrom('import_columns')
    .select(['headings', 'columns'])
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.headings.toString('hex'), row.columns as Columns]));
}

export interface ChosenColumns {
  accountId: string;
  kind: TableKind;
  /** Hash of the headings, in hexadecimal. */
  headings: string;
  columns: Columns;
}

/** Remembers the columns for the next table with the same headings. */
export async function rememberColumns(db: Db, { accountId, kind, headings, columns }: ChosenColumns): Promise<void> {
  const hash = Buffer.from(headings, 'hex');
  await sql`
    insert into import_columns (account_id, kind, headings, columns)
    select ${accountId}, ${kind}, ${hash}, ${JSON.stringify(columns)}::jsonb
    where (select count(*) from import_columns where account_id = ${accountId} and kind = ${kind}) < ${mostRemembered}
      or exists (select from import_columns
        where account_id = ${accountId} and kind = ${kind} and headings = ${hash})
    on conflict (account_id, kind, headings) do update set columns = excluded.columns`.execute(db);
}
