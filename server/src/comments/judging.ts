import { isHandedOn, settledMasks, standingOf, type Review } from '@danban/comments';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Moderating } from './moderating.ts';
import {
  deleteReviews,
  findPublication,
  findReviews,
  lockComment,
  saveHandedOn,
  saveReview,
  type CommentRow,
  type ReviewRow,
  type Trx,
} from './queries.ts';

type Judging = (trx: Trx, comment: CommentRow, reviews: ReviewRow[]) => Promise<void>;

/** One judgement of one opinion, while nothing of them has been published. */
async function judge(house: House, { survey }: Moderating, id: string, act: Judging): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const comment = await lockComment(trx, survey.id, id);
    if (!comment) throw new ProblemError('not-found');
    if ((await findPublication(trx, survey.id)) !== undefined) throw new ProblemError('comments-published');
    await act(trx, comment, await findReviews(trx, [id]));
  });
}

const isAgreed = (reviews: readonly Review[]): boolean => standingOf(reviews).kind === 'agreed';

/**
 * What this person holds of an opinion. Masks are places in the text, so no word of it changes. Whatever two already agree on
 * is settled.
 */
export async function review(house: House, moderating: Moderating, id: string, held: Review): Promise<void> {
  const { survey, by, known } = moderating;
  await judge(house, moderating, id, async (trx, comment, reviews) => {
    if (isAgreed(reviews)) throw new ProblemError('comment-settled');
    const settled: Review = { decision: held.decision, masks: settledMasks(comment.body, held.masks, known) };
    await saveReview(trx, id, by.id, settled);
    const others = reviews.filter(({ account_id: account }) => account !== by.id);
    const decided = isAgreed([...others, settled]);
    const details = { decision: held.decision, masks: settled.masks.length, decided };
    await record(house, trx, { by, act: 'comment.review', object: survey.id, details });
  });
}

/** What she held goes, as long as no two agree. */
export async function withdraw(house: House, moderating: Moderating, id: string): Promise<void> {
  const { survey, by } = moderating;
  await judge(house, moderating, id, async (trx, _, reviews) => {
    if (isAgreed(reviews)) throw new ProblemError('comment-settled');
    if ((await deleteReviews(trx, id, by.id)) === 0) throw new ProblemError('nothing-to-undo');
    await record(house, trx, { by, act: 'comment.withdraw', object: survey.id, details: {} });
  });
}

/** Everybody reads it anew: a mask was forgotten. */
export async function reopen(house: House, moderating: Moderating, id: string): Promise<void> {
  const { survey, by } = moderating;
  await judge(house, moderating, id, async (trx) => {
    if ((await deleteReviews(trx, id)) === 0) throw new ProblemError('nothing-to-undo');
    await record(house, trx, { by, act: 'comment.reopen', object: survey.id, details: {} });
  });
}

/** A sealed copy has gone to whom it concerns. One person's word is enough: a child does not wait for a second. */
export async function handOn(house: House, moderating: Moderating, id: string): Promise<void> {
  const { survey, by } = moderating;
  await house.db.transaction().execute(async (trx) => {
    const comment = await lockComment(trx, survey.id, id);
    const reviews = comment ? await findReviews(trx, [id]) : [];
    const urgent = reviews.find(({ decision }) => isHandedOn(decision));
    if (!urgent) throw new ProblemError('not-found');
    if (!(await saveHandedOn(trx, id, by.id))) return;
    const details = { decision: urgent.decision };
    await record(house, trx, { by, act: 'comment.hand-on', object: survey.id, details });
  });
}
