import type { Person } from '@danban/access';
import { replyAct, type ReplyAct, type ReplyRow } from '@danban/replies';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { sql, type Transaction } from 'kysely';

export type Trx = Transaction<HouseTables>;

export interface StepRow {
  cluster_id: string;
  account_id: string;
  name: string;
  role: string;
  on_day: string;
  members: Buffer;
  act: ReplyAct;
}

/** Every step of every cluster of a survey, in their order. */
export async function findSteps(db: Db, survey: string): Promise<StepRow[]> {
  const rows = await db
    .selectFrom('reply_step')
    .innerJoin('account', 'account.id', 'account_id')
    .select(['cluster_id', 'account_id', 'account.name', 'role', 'on_day', 'members', 'act'])
    .where('survey_id', '=', survey)
    .orderBy('cluster_id')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, act: replyAct.parse(row.act) }));
}

export interface NewStep {
  survey: string;
  cluster: string;
  number: number;
  by: string;
  role: string;
  day: string;
  members: Buffer;
  ofPoint: boolean;
  act: ReplyAct;
}

export async function insertStep(trx: Trx, step: NewStep): Promise<void> {
  const { survey, cluster, by, day, ofPoint, act, ...rest } = step;
  await trx
    .insertInto('reply_step')
    .values({
      ...{ ...rest, survey_id: survey, cluster_id: cluster, account_id: by, on_day: day, of_point: ofPoint },
      act: JSON.stringify(act),
    })
    .execute();
}

export interface OutRow extends ReplyRow {
  cluster: string;
  step: number;
}

/** What went out, in the order of the chain. */
export async function findOut(db: Db, survey: string): Promise<OutRow[]> {
  const rows = await db
    .selectFrom('reply')
    .select(['seq', 'cluster_id as cluster', 'step', 'previous', 'body', 'content', 'hash'])
    .where('survey_id', '=', survey)
    .orderBy('seq')
    .execute();
  return rows.map(({ previous, content, hash, ...row }) => {
    return {
      ...row,
      previous: previous?.toString('hex') ?? null,
      content: content.toString('hex'),
      hash: hash.toString('hex'),
    };
  });
}

export async function insertOut(trx: Trx, survey: string, row: OutRow): Promise<void> {
  const { seq, cluster, step, previous, body, content, hash } = row;
  const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
  await trx
    .insertInto('reply')
    .values({
      ...{ survey_id: survey, seq, cluster_id: cluster, step, body },
      previous: previous === null ? null : bytes(previous),
      content: bytes(content),
      hash: bytes(hash),
    })
    .execute();
}

/** Heads the log of acts noted when answers went out. */
export async function findNotedHeads(db: Db, survey: string): Promise<{ seq: number; begins: string }[]> {
  const { rows } = await sql<{ seq: number; begins: string }>`
    select (details ->> 'last')::int as seq, details ->> 'head' as begins
    from audit_event where object_kind = 'survey' and object_id = ${survey} and act = 'reply.publish'
    order by audit_event.seq`.execute(db);
  return rows;
}

/** Everybody active with a role at one of these units, with the roles she has there. */
export async function findPeopleAt(db: Db, units: readonly string[]): Promise<Person[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('role_grant', 'role_grant.account_id', 'account.id')
    .select(['account.id', 'account.name', 'role', 'unit_id as unitId', 'body_id as bodyId'])
    .where('active', '=', true)
    .where('unit_id', 'in', units)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => {
    return {
      id: own[0]!.id,
      name: own[0]!.name,
      grants: own.map(({ role, unitId, bodyId }) => ({ role, unitId, bodyId })),
    };
  });
}

export interface ClockRow {
  preset: string;
  min_days: number;
  reply_days: number;
  counting: string;
}

export async function findClock(db: Db, survey: string): Promise<ClockRow | undefined> {
  return db
    .selectFrom('reply_clock')
    .select(['preset', 'min_days', 'reply_days', 'counting'])
    .where('survey_id', '=', survey)
    .executeTakeFirst();
}

export async function saveClock(trx: Trx, survey: string, clock: ClockRow): Promise<void> {
  await trx
    .insertInto('reply_clock')
    .values({ survey_id: survey, ...clock })
    .onConflict((conflict) => conflict.column('survey_id').doUpdateSet({ ...clock }))
    .execute();
}

export async function findExtensions(db: Db, survey: string) {
  return db
    .selectFrom('reply_extension')
    .select(['until_day as until', 'reason', 'said_on as on'])
    .where('survey_id', '=', survey)
    .orderBy('number')
    .execute();
}

export interface NewExtension {
  survey: string;
  number: number;
  until: string;
  reason: string;
  on: string;
}

export async function insertExtension(trx: Trx, { survey, number, until, reason, on }: NewExtension): Promise<void> {
  await trx
    .insertInto('reply_extension')
    .values({ survey_id: survey, number, until_day: until, reason, said_on: on })
    .execute();
}
