import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';
import type { MailKind } from './letter.ts';

type Trx = Transaction<HouseTables>;

export interface Mailing {
  number: number;
  kind: MailKind;
  asked_on: string;
  addresses: number;
  place: number;
}

export async function findMailings(db: Db, survey: string): Promise<Mailing[]> {
  const rows = await db
    .selectFrom('mailing')
    .select(['number', 'kind', 'asked_on', 'addresses', 'place'])
    .where('survey_id', '=', survey)
    .orderBy('number')
    .execute();
  return rows as Mailing[];
}

export async function insertMailing(trx: Trx, survey: string, mailing: Omit<Mailing, 'place'>): Promise<void> {
  await trx
    .insertInto('mailing')
    .values({ survey_id: survey, ...mailing })
    .execute();
}

export async function savePlace(db: Db, survey: string, number: number, place: number): Promise<void> {
  await db.updateTable('mailing').set({ place }).where('survey_id', '=', survey).where('number', '=', number).execute();
}
