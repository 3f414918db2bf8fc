import { sql, type Transaction } from 'kysely';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';

type Trx = Transaction<UrnTables>;

export interface Slip {
  hash: Buffer;
  unit: number;
}

/** `slips` come sorted by hash, so that nothing of the row order tells in which order they were printed. */
export async function insertSlips(trx: Trx, survey: string, slips: Slip[]): Promise<void> {
  const hashes = Buffer.concat(slips.map(({ hash }) => hash));
  await sql`
    insert into urn.slip (survey_id, hash, unit)
    select ${survey}::uuid, substring(${hashes}::bytea from (n * 32 - 31)::int for 32), unit
    from unnest(${slips.map(({ unit }) => unit)}::smallint[]) with ordinality as l (unit, n)
    order by n`.execute(trx);
}

/**
 * Every slip of a survey, always all of them: PostgreSQL notes on a row that it has been read since it was written (hint
 * bits), so a row that is looked up by itself would carry the mark that its slip has been used.
 */
export async function allSlips(db: UrnDb, survey: string): Promise<Slip[]> {
  return db.selectFrom('urn.slip').select(['hash', 'unit']).where('survey_id', '=', survey).execute();
}

/** Says whether it was there. */
export async function deleteSlip(trx: Trx, survey: string, hash: Buffer): Promise<boolean> {
  const deleted = await trx
    .deleteFrom('urn.slip')
    .where('survey_id', '=', survey)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** A tag with nothing sealed under it: the same unique index that refuses a second answer decides who was first. */
export async function spendTag(trx: Trx, survey: string, tag: Buffer): Promise<boolean> {
  const added = await sql`
    insert into urn.staged (survey_id, tag) values (${survey}, ${tag}) on conflict do nothing`.execute(trx);
  return Number(added.numAffectedRows) > 0;
}
