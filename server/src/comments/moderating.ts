import { actorFor, mayNot, type Actor, type Where } from '@danban/access';
import { leastForTexts } from '@danban/comments';
import { knownNames, type KnownNames } from '@danban/text';
import type { Definition, Question } from '@danban/survey';
import type { Context } from 'hono';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { personOf } from '../sessions/index.ts';
import { surveyOfPath } from '../surveys/asked.ts';
import { eligible } from '../surveys/frozen.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { findTree } from '../surveys/tree.queries.ts';
import { whereOf } from '../surveys/views.ts';

/** A survey whose opinions somebody may read, and what is needed to read them. */
export interface Moderating {
  survey: SurveyRow;
  by: Actor;
  where: Where;
  /** How many may answer; where nobody knows, how many have. */
  eligible: number;
  /** Units that are called after people. */
  known: KnownNames;
}

/** Fewer may answer than it takes not to be known by one's way of writing. */
export const isSmall = (moderating: Pick<Moderating, 'eligible'>): boolean => moderating.eligible < leastForTexts;

export async function moderatingOf(house: House, survey: SurveyRow): Promise<Omit<Moderating, 'by'>> {
  const tree = await findTree(house.db, survey.id);
  const may = eligible(tree) ?? survey.answered;
  const names = [...tree.map(({ name }) => name), survey.unit_name, survey.body_name];
  const where = { ...(await whereOf(house, survey)), eligible: may };
  return { survey, where, eligible: may, known: knownNames(names) };
}

/** The survey of the path, for somebody who reads its opinions before they are masked: two people, none a leader there. */
export async function surveyToModerate(house: House, c: Context): Promise<Moderating> {
  const survey = await surveyOfPath(house, c);
  const person = personOf(c);
  const found = await moderatingOf(house, survey);
  const refusal = mayNot(person, 'comments.moderate', found.where);
  if (refusal !== null) throw new ProblemError(refusal);
  return { ...found, by: actorFor(person, 'comments.moderate', found.where) };
}

/** The questions of a survey by their ids, with their number in the form. */
export function questionsOf(survey: SurveyRow): ReadonlyMap<string, { number: number; text: Question['text'] }> {
  const { questions } = survey.definition as Definition;
  return new Map(questions.map(({ id, text }, at) => [id, { number: at + 1, text }]));
}
