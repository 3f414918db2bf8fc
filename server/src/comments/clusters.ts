import { after, noClusters, type ClusterAct, type Clustering } from '@danban/comments';
import type { ClustersView } from '@danban/contract';
import { masked } from '@danban/text';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { pageOf, rowsOf } from '../http/list.ts';
import { ProblemError } from '../http/problem.ts';
import { findForUpdate } from '../surveys/queries.ts';
import { questionsOf, type Moderating } from './moderating.ts';
import {
  countSteps,
  dropStep,
  findAnswered,
  findClustering,
  findPublication,
  findPublishable,
  findPublishableIds,
  forgetSteps,
  saveClustering,
  type DecidedRow,
  type Trx,
} from './queries.ts';

/** Undoing leads back so far. */
const mostSteps = 50;

const asMasked = ({ body, masks }: DecidedRow): string =>
  masked(
    body,
    masks.map((mask) => ({ ...mask, level: 'redact' as const })),
  );

const begun = async (db: Trx | House['db'], survey: string) =>
  (await findClustering(db, survey)) ?? { revision: 0, clustering: noClusters };

interface Asked {
  /** A cluster; undefined: what is in none. */
  cluster?: string | undefined;
  q: string;
  page: number;
}

/** The themes, and the opinions of one of them or the loose ones: always masked. */
export async function clustersOf(house: House, { survey }: Moderating, asked: Asked): Promise<ClustersView> {
  const { revision, clustering } = await begun(house.db, survey.id);
  const publishable = new Set(await findPublishableIds(house.db, survey.id));
  const clusters = clustering.clusters.map((one) => ({
    ...one,
    comments: one.comments.filter((id) => publishable.has(id)),
  }));
  const placed = clusters.flatMap(({ comments }) => comments);
  const only = asked.cluster === undefined ? null : (clusters.find(({ id }) => id === asked.cluster)?.comments ?? []);
  const rows = await findPublishable(house.db, survey.id, {
    words: asked.q,
    only,
    except: only ? null : placed,
    ...rowsOf(asked.page),
  });
  const questions = questionsOf(survey);
  const steps = await countSteps(house.db, survey.id);
  return {
    revision,
    clusters,
    comments: pageOf(rows, asked.page, (row) => {
      return { id: row.id, question: questions.get(row.question_id)?.text ?? { vi: '' }, text: asMasked(row) };
    }),
    loose: publishable.size - placed.length,
    mayUndo: steps > 0,
  };
}

/** What was answered in public stays a cluster of its own. */
async function refuseLosing(trx: Trx, survey: string, next: Clustering): Promise<void> {
  const there = new Set(next.clusters.map(({ id }) => id));
  const answered = await findAnswered(trx, survey);
  if (answered.some((cluster) => !there.has(cluster))) throw new ProblemError('replies-published');
}

/** One step at a time, on what is there now, while nothing has been published. */
async function step(
  house: House,
  { survey }: Moderating,
  based: number,
  act: (trx: Trx) => Promise<void>,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await findForUpdate(trx, survey.id);
    if ((await findPublication(trx, survey.id)) !== undefined) throw new ProblemError('comments-published');
    const { revision } = await begun(trx, survey.id);
    if (revision !== based) throw new ProblemError('clusters-changed-meanwhile');
    await act(trx);
  });
}

export async function change(house: House, moderating: Moderating, revision: number, wish: ClusterAct): Promise<void> {
  const { survey, by } = moderating;
  await step(house, moderating, revision, async (trx) => {
    const publishable = new Set(await findPublishableIds(trx, survey.id));
    const { clustering } = await begun(trx, survey.id);
    const next = after(clustering, wish, (comment) => publishable.has(comment));
    if (next === null) throw new ProblemError('cluster-gone');
    await refuseLosing(trx, survey.id, next);
    await saveClustering(trx, survey.id, { revision: revision + 1, clustering: next });
    await forgetSteps(trx, survey.id, revision + 1 - mostSteps);
    await record(house, trx, { by, act: 'comment.cluster', object: survey.id, details: { step: wish.kind } });
  });
}

/** Back by one step. */
export async function undo(house: House, moderating: Moderating, revision: number): Promise<void> {
  const { survey, by } = moderating;
  await step(house, moderating, revision, async (trx) => {
    if (revision === 0) throw new ProblemError('nothing-to-undo');
    await dropStep(trx, survey.id, revision);
    await refuseLosing(trx, survey.id, (await begun(trx, survey.id)).clustering);
    await record(house, trx, { by, act: 'comment.cluster', object: survey.id, details: { step: 'undo' } });
  });
}
