import { sql } from 'kysely';
import type { RosterDb } from '@danban/db/vaults/roster';
import { entriesOf, type Entry } from './list.queries.ts';

/**
 * Everybody with an address, also who is struck off: their places in a mailing never move. The ids in their order, sixteen
 * bytes each: so many rows would hold the thread.
 */
export async function findAddressed(db: RosterDb, survey: string): Promise<Buffer> {
  const { rows } = await sql<{ ids: Buffer | null }>`
    select string_agg(uuid_send(id), '' order by id) as ids from roster.entry
    where survey_id = ${survey} and email is not null`.execute(db);
  return rows[0]?.ids ?? Buffer.alloc(0);
}

/** These people as they are now, without those nothing is to be sent to. */
export async function findToMail(
  db: RosterDb,
  survey: string,
  people: readonly string[],
  waitingOnly: boolean,
): Promise<Map<string, Entry>> {
  const found = await entriesOf(db, survey)
    .where('id', 'in', people)
    .where('revoked', '=', false)
    .where('stratum', 'is not', null)
    .$if(waitingOnly, (query) => query.where('blinded_hash', 'is', null))
    .execute();
  return new Map(found.map((entry) => [entry.id, entry]));
}

/** Whether the latest letter that everybody got was refused for her address; a row that says so already is left alone. */
export async function saveRefused(db: RosterDb, survey: string, person: string, refused: boolean): Promise<void> {
  await db
    .updateTable('roster.entry')
    .set({ refused })
    .where('survey_id', '=', survey)
    .where('id', '=', person)
    .where('refused', '=', !refused)
    .execute();
}
