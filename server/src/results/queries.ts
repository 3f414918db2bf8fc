import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '@danban/db/vaults/house';

/** Random ids, one insert, sorted by them: the table keeps no order in which anything was written. */
export async function saveComments(db: Db, survey: string, texts: { question: string; text: string }[]): Promise<void> {
  const rows = texts
    .map(({ question, text }) => ({ id: randomUUID(), question, text }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await sql`
    insert into comment (id, survey_id, question_id, body)
    select id, ${survey}::uuid, question, body
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.question)}::text[],
      ${rows.map((row) => row.text)}::text[]) as given (id, question, body)`.execute(db);
}

/** What let sheets in goes with them; what was taken along before stays with whoever took it. */
export async function deleteCredentials(db: Db, survey: string): Promise<void> {
  await db
    .deleteFrom('release_credentials')
    .where('release_id', 'in', (of) => of.selectFrom('release').select('id').where('survey_id', '=', survey))
    .execute();
}

/** With the copies goes whatever was held of them and made of them; what was published of them is a result and stays. */
export async function deleteComments(db: Db, survey: string): Promise<void> {
  await db.deleteFrom('comment').where('survey_id', '=', survey).execute();
  await db.deleteFrom('comment_clustering').where('survey_id', '=', survey).execute();
  await db.deleteFrom('reply_step').where('survey_id', '=', survey).where('of_point', '=', false).execute();
}
