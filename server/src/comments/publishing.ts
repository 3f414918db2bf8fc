import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@danban/access';
import { noClusters, publicationOf } from '@danban/comments';
import type { PublicationPreview, PublishedComments } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import { findForUpdate, type SurveyRow } from '../surveys/queries.ts';
import { questionsOf } from './moderating.ts';
import {
  deletePublication,
  findClustering,
  findDecided,
  findProgress,
  findPublication,
  savePublication,
  type Trx,
} from './queries.ts';

interface Publishing {
  survey: SurveyRow;
  eligible: number;
}

/** Drawn anew each time and kept nowhere: the order in which opinions stand leads to nothing. */
const draw = (count: number): number[] => Array.from({ length: count }, () => randomBytes(6).readUIntBE(0, 6));

async function wouldPublish(
  db: Trx | House['db'],
  { survey, eligible }: Publishing,
): Promise<PublishedComments | null> {
  const rows = await findDecided(db, survey.id);
  const threshold = definitionInForce(survey).thresholds.comments;
  // Ten texts of four people are not ten people.
  if (survey.answered < threshold) return null;
  const publication = publicationOf({
    decided: rows.map(({ id, question_id: question, body: text, decision, masks }) => {
      return { id, question, text, review: { decision, masks } };
    }),
    clustering: (await findClustering(db, survey.id))?.clustering ?? noClusters,
    threshold,
    eligible,
    chance: draw(rows.length),
  });
  if (publication === null) return null;
  const questions = questionsOf(survey);
  const groups = publication.groups
    .map(({ question, texts }) => ({
      question: question === null ? null : (questions.get(question) ?? null),
      texts: [...texts],
    }))
    .sort((one, other) => (one.question?.number ?? Infinity) - (other.question?.number ?? Infinity));
  const { title } = survey.definition as Definition;
  return {
    ...publication,
    title,
    groups,
    clusters: [...publication.clusters],
    hidden: { ...publication.hidden, parts: [...publication.hidden.parts] },
  };
}

const nobody = '00000000-0000-0000-0000-000000000000';

async function undecided(db: Trx | House['db'], survey: string): Promise<number> {
  const { all, agreed } = await findProgress(db, survey, nobody);
  return all - agreed;
}

export async function previewOf(house: House, publishing: Publishing): Promise<PublicationPreview> {
  const { id } = publishing.survey;
  const body = await findPublication(house.db, id);
  const published = body === undefined ? null : (JSON.parse(body) as PublishedComments);
  return {
    published: published !== null,
    undecided: await undecided(house.db, id),
    threshold: definitionInForce(publishing.survey).thresholds.comments,
    preview: published ?? (await wouldPublish(house.db, publishing)),
  };
}

/** Frozen as it goes out, once every opinion is decided and enough are left to stand together. */
export async function publish(house: House, by: Actor, publishing: Publishing): Promise<void> {
  const { id } = publishing.survey;
  await house.db.transaction().execute(async (trx) => {
    await findForUpdate(trx, id);
    if ((await findPublication(trx, id)) !== undefined) throw new ProblemError('comments-published');
    const left = await undecided(trx, id);
    if (left > 0) throw new ProblemError('comments-not-ready', [{ path: '', code: 'undecided', params: { left } }]);
    const publication = await wouldPublish(trx, publishing);
    if (publication === null) throw new ProblemError('comments-not-ready', [{ path: '', code: 'too-few' }]);
    const body = JSON.stringify(publication);
    const checksum = createHash('sha256').update(body).digest();
    await savePublication(trx, id, { body, checksum });
    const details = { checksum: checksum.toString('hex') };
    await record(house, trx, { by, act: 'comment.publish', object: id, details });
  });
}

/** Taken back to be put right: read they may have been already. */
export async function takeBack(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await findForUpdate(trx, id);
    if (!(await deletePublication(trx, id))) throw new ProblemError('nothing-to-undo');
    await record(house, trx, { by, act: 'comment.take-back', object: id, details: {} });
  });
}
