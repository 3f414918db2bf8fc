import type { Clustering, Review } from '@danban/comments';
import type { Db, HouseTables } from '@danban/db/vaults/house';
import { searchKey } from '@danban/text';
import { sql, type RawBuilder, type SqlBool, type Transaction } from 'kysely';
import { wordsOf } from '../search/keys.ts';

export type Trx = Transaction<HouseTables>;

export interface CommentRow {
  id: string;
  question_id: string;
  body: string;
}

export interface ReviewRow extends Review {
  comment_id: string;
  account_id: string;
  name: string;
}

/** Opinions with how many have read each, and how many of those hold what another one holds. */
const judged = (survey: string, reader: string): RawBuilder<unknown> => sql`(
  select comment.id, count(review.account_id)::int as readers,
    (count(review.account_id) - count(distinct (review.decision, review.masks))
      filter (where review.account_id is not null))::int as alike,
    coalesce(bool_or(review.account_id = ${reader}::uuid), false) as mine,
    coalesce(bool_or(review.decision in ('urgent_child', 'denunciation_like')), false) as sealed
  from comment left join comment_review as review on review.comment_id = comment.id
  where comment.survey_id = ${survey}::uuid group by comment.id)`;

const isAgreed = sql<SqlBool>`alike > 0`;
const isDisputed = sql<SqlBool>`(readers > 1 and alike = 0)`;
const isUrgent = sql<SqlBool>`(sealed and not exists (select from comment_handed_on where comment_id = judged.id))`;

export interface Progress {
  all: number;
  agreed: number;
  disputed: number;
  mine: number;
  urgent: number;
}

export async function findProgress(db: Db, survey: string, reader: string): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select count(*)::int as all, (count(*) filter (where ${isAgreed}))::int as agreed,
      (count(*) filter (where ${isDisputed}))::int as disputed, (count(*) filter (where mine))::int as mine,
      (count(*) filter (where ${isUrgent}))::int as urgent
    from ${judged(survey, reader)} as judged`.execute(db);
  return rows[0]!;
}

/** The first opinion this person has not read and two others have not decided, and how many of them there are. */
export async function findNext(
  db: Db,
  survey: string,
  reader: string,
  skipped: string | null,
): Promise<{ comment: CommentRow | undefined; left: number }> {
  const { rows } = await sql<CommentRow & { left: number }>`
    select comment.id, question_id, body, (count(*) over ())::int as left
    from ${judged(survey, reader)} as judged join comment on comment.id = judged.id
    where not mine and alike = 0
    order by comment.id <= coalesce(${skipped}::uuid, '00000000-0000-0000-0000-000000000000'::uuid), comment.id
    limit 1`.execute(db);
  return { comment: rows[0], left: rows[0]?.left ?? 0 };
}

const lists = {
  disputed: isDisputed,
  agreed: isAgreed,
  urgent: isUrgent,
  mine: sql<SqlBool>`mine`,
} as const;

interface Piece {
  words: string;
  limit: number;
  offset: number;
}

/** A copy is its question and its words and nothing made of them, so words are looked for here and not in a column. */
function pieceOf<Row extends CommentRow>(rows: readonly Row[], { words: typed, limit, offset }: Piece): Row[] {
  const words = wordsOf(typed);
  const found = rows.filter(({ body }) => {
    const key = words.length === 0 ? '' : searchKey(body);
    return words.every((word) => key.includes(word));
  });
  return found.slice(offset, offset + limit);
}

/** Without words to look for, the database cuts the piece. */
const cut = ({ words, limit, offset }: Piece): RawBuilder<unknown> =>
  wordsOf(words).length === 0 ? sql`limit ${offset + limit}` : sql``;

interface Wish extends Piece {
  list: keyof typeof lists;
}

export async function findListed(db: Db, survey: string, reader: string, wish: Wish): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select comment.id, question_id, body
    from ${judged(survey, reader)} as judged join comment on comment.id = judged.id
    where ${lists[wish.list]}
    order by comment.id ${cut(wish)}`.execute(db);
  return pieceOf(rows, wish);
}

export async function findOne(db: Db, survey: string, id: string): Promise<CommentRow | undefined> {
  return db
    .selectFrom('comment')
    .select(['id', 'question_id', 'body'])
    .where('survey_id', '=', survey)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** One judgement at a time for each opinion: two people must not both find the other's missing. */
export async function lockComment(trx: Trx, survey: string, id: string): Promise<CommentRow | undefined> {
  return trx
    .selectFrom('comment')
    .select(['id', 'question_id', 'body'])
    .where('survey_id', '=', survey)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findReviews(db: Db, comments: readonly string[]): Promise<ReviewRow[]> {
  if (comments.length === 0) return [];
  const rows = await db
    .selectFrom('comment_review')
    .innerJoin('account', 'account.id', 'comment_review.account_id')
    .select(['comment_id', 'account_id', 'decision', 'masks', 'account.name'])
    .where('comment_id', 'in', comments)
    .orderBy('account_id')
    .execute();
  return rows as unknown as ReviewRow[];
}

export async function saveReview(trx: Trx, comment: string, account: string, review: Review): Promise<void> {
  const held = { decision: review.decision, masks: JSON.stringify(review.masks) };
  await trx
    .insertInto('comment_review')
    .values({ comment_id: comment, account_id: account, ...held })
    .onConflict((conflict) => conflict.columns(['comment_id', 'account_id']).doUpdateSet(held))
    .execute();
}

/** Those of one person, or of everybody. */
export async function deleteReviews(trx: Trx, comment: string, account?: string): Promise<number> {
  let query = trx.deleteFrom('comment_review').where('comment_id', '=', comment);
  if (account !== undefined) query = query.where('account_id', '=', account);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}

export async function findHandedOn(db: Db, comments: readonly string[]): Promise<ReadonlySet<string>> {
  if (comments.length === 0) return new Set();
  const rows = await db
    .selectFrom('comment_handed_on')
    .select('comment_id')
    .where('comment_id', 'in', comments)
    .execute();
  return new Set(rows.map(({ comment_id: id }) => id));
}

export async function saveHandedOn(trx: Trx, comment: string, account: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows: saved } = await trx
    .insertInto('comment_handed_on')
    .values({ comment_id: comment, account_id: account })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(saved) > 0;
}

export interface DecidedRow extends CommentRow, Review {}

const decided = (survey: string): RawBuilder<unknown> => sql`(
  select distinct on (comment.id) comment.id, question_id, body, one.decision, one.masks
  from comment
    join comment_review as one on one.comment_id = comment.id
    join comment_review as other on other.comment_id = comment.id and other.account_id > one.account_id
      and other.decision = one.decision and other.masks = one.masks
  where comment.survey_id = ${survey}::uuid order by comment.id, one.account_id)`;

/** What two people hold alike of each opinion, in the order of ids. */
export async function findDecided(db: Db, survey: string): Promise<DecidedRow[]> {
  const { rows } = await sql<DecidedRow>`
    select id, question_id, body, decision, masks from ${decided(survey)} as decided order by id`.execute(db);
  return rows;
}

interface ClusterWish extends Piece {
  /** Only these, or all but these. */
  only: readonly string[] | null;
  except: readonly string[] | null;
}

/** Decided opinions that may be published: what clusters are made of. */
export async function findPublishable(db: Db, survey: string, wish: ClusterWish): Promise<DecidedRow[]> {
  const among = wish.only ? sql<SqlBool>`decided.id = any(${wish.only}::uuid[])` : sql<SqlBool>`true`;
  const beside = wish.except ? sql<SqlBool>`not decided.id = any(${wish.except}::uuid[])` : sql<SqlBool>`true`;
  const { rows } = await sql<DecidedRow>`
    select id, question_id, body, decision, masks from ${decided(survey)} as decided
    where decision in ('answer', 'transfer') and ${among} and ${beside}
    order by id ${cut(wish)}`.execute(db);
  return pieceOf(rows, wish);
}

export async function findPublishableIds(db: Db, survey: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${decided(survey)} as decided where decision in ('answer', 'transfer') order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export interface ClusteringRow {
  revision: number;
  clustering: Clustering;
}

export async function findClustering(db: Db, survey: string): Promise<ClusteringRow | undefined> {
  const row = await db
    .selectFrom('comment_clustering')
    .select(['revision', 'body'])
    .where('survey_id', '=', survey)
    .orderBy('revision', 'desc')
    .executeTakeFirst();
  return row && { revision: row.revision, clustering: JSON.parse(row.body) as Clustering };
}

export async function saveClustering(trx: Trx, survey: string, { revision, clustering }: ClusteringRow): Promise<void> {
  const body = JSON.stringify(clustering);
  await trx.insertInto('comment_clustering').values({ survey_id: survey, revision, body }).execute();
}

/** Steps from before these go: undoing leads back no further. */
export async function forgetSteps(trx: Trx, survey: string, before: number): Promise<void> {
  await trx.deleteFrom('comment_clustering').where('survey_id', '=', survey).where('revision', '<', before).execute();
}

export async function dropStep(trx: Trx, survey: string, revision: number): Promise<void> {
  await trx.deleteFrom('comment_clustering').where('survey_id', '=', survey).where('revision', '=', revision).execute();
}

export async function countSteps(db: Db, survey: string): Promise<number> {
  const row = await db
    .selectFrom('comment_clustering')
    .select((one) => one.fn.countAll<string>().as('steps'))
    .where('survey_id', '=', survey)
    .executeTakeFirstOrThrow();
  return Number(row.steps);
}

export async function findPublication(db: Db, survey: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('comment_publication')
    .select('body')
    .where('survey_id', '=', survey)
    .executeTakeFirst();
  return row?.body;
}

export async function savePublication(trx: Trx, survey: string, publication: { body: string; checksum: Buffer }) {
  await trx
    .insertInto('comment_publication')
    .values({ survey_id: survey, ...publication })
    .execute();
}

export async function deletePublication(trx: Trx, survey: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('comment_publication')
    .where('survey_id', '=', survey)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

/** Clusters whose answer went out. */
export async function findAnswered(db: Db, survey: string): Promise<string[]> {
  const rows = await db.selectFrom('reply').select('cluster_id').distinct().where('survey_id', '=', survey).execute();
  return rows.map(({ cluster_id: id }) => id);
}

/** Opinions to be answered, and those nobody has decided on yet. */
export async function countToAnswer(db: Db, survey: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (count(*) filter (where decided.id is null or decided.decision in ('answer', 'transfer')))::int as count
    from comment left join ${decided(survey)} as decided on decided.id = comment.id
    where comment.survey_id = ${survey}::uuid`.execute(db);
  return rows[0]!.count;
}
