import type { SaidOfDay } from '@danban/clocks';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import type { Transaction } from 'kysely';

export async function findSaid(db: Db): Promise<SaidOfDay[]> {
  return db.selectFrom('calendar_day').select(['day', 'works']).orderBy('day').execute();
}

export async function replaceSaid(trx: Transaction<HouseTables>, said: readonly SaidOfDay[]): Promise<void> {
  await trx.deleteFrom('calendar_day').execute();
  if (said.length > 0)
    await trx
      .insertInto('calendar_day')
      .values([...said])
      .execute();
}
