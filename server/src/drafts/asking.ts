import type { Actor } from '@danban/access';
import type { Grain } from '@danban/consultation';
import { LIMITS, parseDefinition, type Definition } from '@danban/survey';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { edit } from '../surveys/drafts.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { bodyOf } from './body.ts';
import { findPublished } from './queries.ts';
import { withClauseQuestions } from './questions.ts';

export interface Wish {
  version: number;
  /** Of the questions it is based on. */
  revision: number;
  grain: Grain;
  comments: boolean;
}

const tooMany = new Set(['too-many-questions', 'answers-too-large', 'too-many-columns']);

/** Makes questions of a published version, beside what else the form asks. */
export async function ask(house: House, by: Actor, survey: SurveyRow, wish: Wish): Promise<void> {
  const head = (await findPublished(house.db, survey.id)).find(({ number }) => number === wish.version);
  const body = head && (await bodyOf(house.db, survey.id, head.number));
  if (!head || !body) throw new ProblemError('not-found');
  const version = { number: head.number, tree: head.tree_hash!.toString('hex'), clauses: body.clauses };
  const definition = withClauseQuestions(survey.definition as Definition, version, wish);
  const parsed = parseDefinition(definition);
  if (!parsed.ok && parsed.issues.some(({ code }) => tooMany.has(code))) {
    const params = { questions: definition.questions.length, most: LIMITS.questions };
    throw new ProblemError('draft-too-many-clauses', [{ path: 'grain', code: 'too-many-clauses', params }]);
  }
  await edit(house, by, survey.id, { definition, revision: wish.revision });
}
