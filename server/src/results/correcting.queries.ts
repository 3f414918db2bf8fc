import type { Db } from '@danban/db/vaults/house';
import type { UnitSaid } from '@danban/contract';
import type { Trx } from '../surveys/queries.ts';

/** What a release says of some units, by their position. */
export async function findSaid(db: Db | Trx, survey: string, release: number, positions: readonly number[]) {
  const rows = await db
    .selectFrom('release_group')
    .innerJoin('release', 'release.id', 'release_group.release_id')
    .select(['position', 'said'])
    .where('survey_id', '=', survey)
    .where('number', '=', release)
    .where('parent', 'is not', null)
    .where('position', 'in', positions)
    .execute();
  return new Map(rows.map(({ position, said }) => [position, JSON.parse(said) as UnitSaid]));
}

export async function isWaiting(db: Db | Trx, survey: string): Promise<boolean> {
  const row = await db
    .selectFrom('release_correction')
    .select('id')
    .where('survey_id', '=', survey)
    .where('release', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveReason(trx: Trx, survey: string, reason: string): Promise<void> {
  await trx.insertInto('release_correction').values({ survey_id: survey, reason }).execute();
}

export async function saveInvited(trx: Trx, survey: string, position: number, invited: number | null): Promise<void> {
  await trx
    .updateTable('survey_unit')
    .set({ invited })
    .where('survey_id', '=', survey)
    .where('position', '=', position)
    .execute();
}

/** The reason that waited belongs to this release from now on. */
export async function setCorrected(trx: Trx, survey: string, release: number): Promise<void> {
  await trx
    .updateTable('release_correction')
    .set({ release })
    .where('survey_id', '=', survey)
    .where('release', 'is', null)
    .execute();
}

export async function dropWaiting(trx: Trx, survey: string): Promise<void> {
  await trx.deleteFrom('release_correction').where('survey_id', '=', survey).where('release', 'is', null).execute();
}
