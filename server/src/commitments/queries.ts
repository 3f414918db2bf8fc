import { commitmentMark } from '@danban/replies';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { listOrder, named, placed, type ListedSurvey } from '../surveys/list.queries.ts';

export type Trx = Transaction<HouseTables>;

/** What was said of the commitment of one answer: the text that is hashed. */
export const markBody = z.object({
  schema: z.literal(1),
  answer: z.object({ seq: z.int(), hash: z.string() }),
  mark: commitmentMark,
  by: z.string(),
  on: z.string(),
});
export type MarkBody = z.infer<typeof markBody>;

export interface MarkRow extends MarkBody {
  seq: number;
  kind: MarkBody['mark']['kind'];
}

/** Every mark of a survey, in their order. */
export async function findMarks(db: Db, survey: string): Promise<MarkRow[]> {
  const rows = await db
    .selectFrom('commitment_mark')
    .select(['seq', 'body'])
    .where('survey_id', '=', survey)
    .orderBy('number')
    .execute();
  return rows.map(({ seq, body }) => {
    const read = markBody.parse(JSON.parse(body));
    return { ...read, seq, kind: read.mark.kind };
  });
}

export interface NewMark {
  survey: string;
  number: number;
  seq: number;
  on: string;
  body: string;
  hash: Buffer;
}

export async function insertMark(trx: Trx, { survey, on, ...rest }: NewMark): Promise<void> {
  await trx
    .insertInto('commitment_mark')
    .values({ ...rest, survey_id: survey, said_on: on })
    .execute();
}

/** Surveys of which an answer went out that promises something, the newest first. */
export async function findPromising(db: Db, most: number): Promise<ListedSurvey[]> {
  const { rows } = await sql<ListedSurvey>`
    select ${named} from ${placed}
    where survey.state in ('released', 'archived') and exists (select from reply
      where survey_id = survey.id and body::jsonb ->> 'commitment' is not null)
    order by ${listOrder} limit ${most}`.execute(db);
  return rows;
}
