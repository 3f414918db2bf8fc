import { sql, type Transaction } from 'kysely';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';

type Trx = Transaction<UrnTables>;

/** The leaves a flush has opened, in the transaction that writes their sheets: one row, whatever came first. */
export async function insertLeafBatch(trx: Trx, survey: string, leaves: Buffer): Promise<void> {
  await sql`
    insert into urn.leaf_batch (survey_id, number, leaves)
    select ${survey}::uuid, coalesce(max(number), 0) + 1, ${leaves}::bytea
    from urn.leaf_batch where survey_id = ${survey}`.execute(trx);
}

export async function findLeafBatches(db: UrnDb, survey: string): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('urn.leaf_batch')
    .select('leaves')
    .where('survey_id', '=', survey)
    .orderBy('number')
    .execute();
  return rows.map(({ leaves }) => leaves);
}

export async function deleteLeafBatches(trx: Trx, survey: string): Promise<void> {
  await trx.deleteFrom('urn.leaf_batch').where('survey_id', '=', survey).execute();
}
