import type { Group } from '@danban/disclosure';
import type { SubmissionDb } from '@danban/db/vaults/submissions';
import type { Batch } from './inner.ts';
import type { SubmissionTrx } from './submissions.queries.ts';

/** A group an earlier release showed. */
export interface ShownGroup {
  group: Group;
  /** Sensitive questions were shown of it, too. */
  sensitive: boolean;
}

/** What one release counted for the first time, and what it showed. */
export interface LedgerEntry {
  batch: Batch;
  shown: ShownGroup[];
}

/** What releases before this one have told, the oldest first. */
export async function readLedger(db: SubmissionTrx, survey: string, before: number): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('urn.ledger_cell')
    .innerJoin('urn.ledger_column', (join) =>
      join
        .onRef('urn.ledger_column.survey_id', '=', 'urn.ledger_cell.survey_id')
        .onRef('urn.ledger_column.release', '=', 'urn.ledger_cell.release'),
    )
    .select(['urn.ledger_cell.release', 'places', 'criteria', 'people', 'shown'])
    .where('urn.ledger_cell.survey_id', '=', survey)
    .where('urn.ledger_cell.release', '<', before)
    .orderBy('urn.ledger_cell.release')
    .execute();
  return rows.map(({ release, places, criteria, people, shown }) => ({
    batch: { release, places: numbersIn(places), values: Uint8Array.from(criteria), people: numbersIn(people) },
    shown: JSON.parse(shown) as ShownGroup[],
  }));
}

/**
 * Before the release itself: then nothing is ever shown that the ledger does not know. An entry that a release cut short
 * left behind told nobody anything, and gives way.
 */
export async function saveLedger(db: SubmissionDb, survey: string, { batch, shown }: LedgerEntry): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of ['urn.ledger_cell', 'urn.ledger_column'] as const) {
      await trx.deleteFrom(table).where('survey_id', '=', survey).where('release', '>=', batch.release).execute();
    }
    const at = { survey_id: survey, release: batch.release };
    await trx
      .insertInto('urn.ledger_cell')
      .values({
        ...at,
        places: bytesOf(batch.places),
        criteria: Buffer.from(batch.values),
        people: bytesOf(batch.people),
      })
      .execute();
    await trx
      .insertInto('urn.ledger_column')
      .values({ ...at, shown: JSON.stringify(shown) })
      .execute();
  });
}

function bytesOf(numbers: Uint32Array): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, at) => bytes.writeUInt32LE(number, at * 4));
  return bytes;
}

function numbersIn(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
}
