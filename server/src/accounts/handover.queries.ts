import type { Db, HouseTables } from '@danban/db/vaults/house';
import { sql, type Transaction } from 'kysely';

/** What somebody is responsible for, as far as handing it over asks: what it is, where it stands, who asks. */
export async function surveysInHandsOf(db: Db, accountId: string) {
  return db
    .selectFrom('survey')
    .innerJoin('body', 'body.id', 'survey.body_id')
    .innerJoin('unit', 'unit.id', 'survey.unit_id')
    .select([
      'survey.id',
      'survey.title',
      'survey.kind',
      'survey.state',
      'survey.body_id as bodyId',
      'body.name as body',
      'survey.unit_id as unitId',
      'unit.name as unit',
      'survey.opened_on as openedOn',
      'survey.opens_at as opensAt',
      sql<boolean>`survey.follows is not null`.as('isFollowUp'),
    ])
    .where('survey.responsible', '=', accountId)
    .orderBy(sql`survey.opens_at nulls last`)
    .orderBy('survey.state')
    .orderBy('survey.id')
    .execute();
}

export type SurveyInHands = Awaited<ReturnType<typeof surveysInHandsOf>>[number];

/** Who made a survey, and who saved what of it, stays as it was. */
export async function giveSurveys(
  trx: Transaction<HouseTables>,
  from: string,
  to: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const given = await trx
    .updateTable('survey')
    .set({ responsible: to })
    .where('responsible', '=', from)
    .where('id', 'in', ids)
    .executeTakeFirst();
  return Number(given.numUpdatedRows);
}
