import { can, type Person, type Where } from '@danban/access';
import { leastForTexts } from '@danban/comments';
import { masked } from '@danban/text';
import type { House } from '../house.ts';
import { moderatingOf, questionsOf } from '../comments/moderating.ts';
import type { DecidedRow } from '../comments/queries.ts';
import { definitionInForce } from '../surveys/frozen.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import type { Answers } from './clusters.ts';

/**
 * Whether somebody reads the masked words at the desk: who moderates does; others where they could stand in public as well,
 * and else the titles of clusters are all they work from.
 */
export async function mayReadWords(
  house: House,
  person: Person,
  survey: SurveyRow,
  { clusters, loose }: Pick<Answers, 'clusters' | 'loose'>,
): Promise<boolean> {
  const { where, eligible } = await moderatingOf(house, survey);
  if (can(person, 'comments.moderate', where satisfies Where)) return true;
  const threshold = definitionInForce(survey).thresholds.comments;
  const opinions = loose + clusters.reduce((sum, { comments }) => sum + comments.length, 0);
  return eligible >= leastForTexts && survey.answered >= threshold && opinions >= threshold;
}

const asMasked = ({ body, masks }: DecidedRow): string =>
  masked(
    body,
    masks.map((mask) => ({ ...mask, level: 'redact' as const })),
  );

/** An opinion as staff read it here: masked, with the question it answers. */
export function opinionViews(survey: SurveyRow) {
  const questions = questionsOf(survey);
  return (row: DecidedRow) => {
    return { id: row.id, question: questions.get(row.question_id)?.text ?? { vi: '' }, text: asMasked(row) };
  };
}
