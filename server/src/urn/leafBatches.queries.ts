import { sql, type Transaction } from 'kysely';
import type { UrnDb, UrnTables } from '@danban/db/vaults/urn';

type Trx = Transaction<UrnTables>;

export interface LeafBatchRow {
  number: number;
  /** 32 bytes each. */
  leaves: Buffer;
  /** Leaves of this batch and of all before. */
  size: number;
  /** The edge of the tree up to here; null where it was not kept. */
  frontier: Buffer | null;
}

/** The leaves a flush has opened, in the transaction that writes their sheets: one row, whatever came first. */
export async function insertLeafBatch(
  trx: Trx,
  survey: string,
  batch: Pick<LeafBatchRow, 'leaves'> & { frontier: Buffer },
): Promise<void> {
  await sql`
    insert into urn.leaf_batch (survey_id, number, leaves, frontier)
    select ${survey}::uuid, coalesce(max(number), 0) + 1, ${batch.leaves}::bytea, ${batch.frontier}::bytea
    from urn.leaf_batch where survey_id = ${survey}`.execute(trx);
}

/** Batches after the first so many, in their order. */
export async function findLeafBatches(db: UrnDb, survey: string, after = 0): Promise<LeafBatchRow[]> {
  const found = await sql<LeafBatchRow>`
    select * from (
      select number, leaves, (sum(octet_length(leaves)) over (order by number) / 32)::int as size, frontier
      from urn.leaf_batch where survey_id = ${survey}) as all_batches
    where number > ${after} order by number`.execute(db);
  return found.rows;
}

/** The last batch, without its leaves. */
export async function findLastBatch(db: UrnDb, survey: string): Promise<Omit<LeafBatchRow, 'leaves'> | undefined> {
  const found = await sql<Omit<LeafBatchRow, 'leaves'>>`
    select number, frontier,
      (select sum(octet_length(leaves)) / 32 from urn.leaf_batch where survey_id = ${survey})::int as size
    from urn.leaf_batch where survey_id = ${survey} order by number desc limit 1`.execute(db);
  return found.rows[0];
}

export async function deleteLeafBatches(trx: Trx, survey: string): Promise<void> {
  await trx.deleteFrom('urn.leaf_batch').where('survey_id', '=', survey).execute();
}
