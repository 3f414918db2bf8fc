import type { ShowableMedia } from '@danban/files';
import type { Db } from '@danban/db/vaults/house';
import { sql } from 'kysely';
import type { Trx } from './queries.ts';

/** A file of evidence, as the mark that bears it tells of it. */
export interface EvidenceFile {
  media: ShowableMedia;
  size: number;
  sha256: string;
}

interface Brought {
  survey: string;
  by: string;
}

export interface NewEvidence extends Brought {
  media: ShowableMedia;
  bytes: Buffer;
  digest: Buffer;
  day: string;
}

/** Puts a file down that waits for its mark; its id. */
export async function insertEvidence(trx: Trx, { survey, by, day, ...rest }: NewEvidence): Promise<string> {
  const { id } = await trx
    .insertInto('commitment_file')
    .values({ ...rest, survey_id: survey, brought_by: by, brought_on: day })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Drops what waits since an earlier day than yesterday, and of hers there all but the last ones. */
export async function dropWaiting(trx: Trx, { survey, by }: Brought, today: string, most: number): Promise<void> {
  await sql`delete from commitment_file where mark is null and (brought_on < ${today}::date - 1
    or survey_id = ${survey}::uuid and brought_by = ${by}::uuid and id not in (
      select id from commitment_file where mark is null and survey_id = ${survey}::uuid and brought_by = ${by}::uuid
      order by number desc limit ${most}))`.execute(trx);
}

/** Of these files those that wait for a mark of hers, in the order they were brought. */
export async function findWaitingFiles(
  trx: Trx,
  { survey, by }: Brought,
  ids: readonly string[],
): Promise<(EvidenceFile & { id: string })[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('commitment_file')
    .select(['id', 'media', 'digest', sql<number>`length(bytes)`.as('size')])
    .where('survey_id', '=', survey)
    .where('brought_by', '=', by)
    .where('mark', 'is', null)
    .where('id', 'in', [...ids])
    .orderBy('number')
    .execute();
  return rows.map(({ id, media, digest, size }) => {
    return { id, media: media as ShowableMedia, size, sha256: digest.toString('hex') };
  });
}

export async function attachTo(trx: Trx, survey: string, mark: number, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    await trx
      .updateTable('commitment_file')
      .set({ mark, place: at + 1 })
      .where('survey_id', '=', survey)
      .where('id', '=', id)
      .execute();
  }
}

/** Evidence of a survey by its hash. */
export async function findEvidence(db: Db, survey: string, sha256: string) {
  const found = await db
    .selectFrom('commitment_file')
    .select(['media', 'bytes'])
    .where('survey_id', '=', survey)
    .where('digest', '=', Buffer.from(sha256, 'hex'))
    .where('mark', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found && { ...found, media: found.media as ShowableMedia };
}
