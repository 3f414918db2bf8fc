import { commitmentCheck, commitmentMark } from '@danban/replies';
import { showableMedia } from '@danban/files';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { sql, type Transaction } from 'kysely';
import { z } from 'zod';

export type Trx = Transaction<HouseTables>;

/** What was said of the commitment of one answer: the text that is hashed. */
export const markBody = z.object({
  schema: z.literal(1),
  answer: z.object({ seq: z.int(), hash: z.string() }),
  mark: commitmentMark,
  /** What everybody downloads as evidence, by its hash. */
  files: z.array(z.object({ media: z.enum(showableMedia), size: z.int(), sha256: z.string() })).default([]),
  by: z.string(),
  on: z.string(),
});
export type MarkBody = z.infer<typeof markBody>;

export interface MarkRow extends MarkBody {
  number: number;
  seq: number;
  kind: MarkBody['mark']['kind'];
  hash: Buffer;
}

/** Every mark of a survey, in their order. */
export async function findMarks(db: Db, survey: string): Promise<MarkRow[]> {
  const rows = await db
    .selectFrom('commitment_mark')
    .select(['number', 'seq', 'body', 'hash'])
    .where('survey_id', '=', survey)
    .orderBy('number')
    .execute();
  return rows.map(({ body, ...row }) => {
    const read = markBody.parse(JSON.parse(body));
    return { ...read, ...row, kind: read.mark.kind };
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

/** What the inspection board found of one mark: the text that is hashed. */
const checkBody = z.object({
  schema: z.literal(1),
  mark: z.object({ number: z.int(), hash: z.string() }),
  check: commitmentCheck,
  /** The unit whose board it is. */
  by: z.string(),
  on: z.string(),
});
export type CheckBody = z.infer<typeof checkBody>;

/** Every check of a survey, in their order. */
export async function findChecks(db: Db, survey: string): Promise<CheckBody[]> {
  const rows = await db
    .selectFrom('commitment_check')
    .select('body')
    .where('survey_id', '=', survey)
    .orderBy('number')
    .execute();
  return rows.map(({ body }) => checkBody.parse(JSON.parse(body)));
}

export interface NewCheck {
  survey: string;
  number: number;
  mark: number;
  on: string;
  body: string;
  hash: Buffer;
}

export async function insertCheck(trx: Trx, { survey, on, ...rest }: NewCheck): Promise<void> {
  await trx
    .insertInto('commitment_check')
    .values({ ...rest, survey_id: survey, said_on: on })
    .execute();
}

/** Marks and checks as they are hashed, each in its order. */
export async function findLines(db: Db, survey: string) {
  const linesOf = async (table: 'commitment_mark' | 'commitment_check') => {
    const found = db.selectFrom(table).select(['number', 'body', 'hash']).where('survey_id', '=', survey);
    const rows = await found.orderBy('number').execute();
    return rows.map(({ hash, ...row }) => ({ ...row, hash: hash.toString('hex') }));
  };
  return { marks: await linesOf('commitment_mark'), checks: await linesOf('commitment_check') };
}

/** Whether she made the mark herself, in whatever role she had then: by the log of acts. */
export async function madeMark(trx: Trx, account: string, survey: string, mark: string): Promise<boolean> {
  const { rows } = await sql`
    select from audit_event where act = 'reply.keep' and actor_id = ${account}::uuid
      and object_kind = 'survey' and object_id = ${survey} and details ->> 'mark' = ${mark} limit 1`.execute(trx);
  return rows.length > 0;
}
