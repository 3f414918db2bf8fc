import type { Act, Actor } from '@danban/access';
import type { Definition } from '@danban/survey';
import type { Context } from 'hono';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { surveyFor } from '../surveys/asked.ts';
import { findForUpdate, type SurveyRow } from '../surveys/queries.ts';
import type { Trx } from './queries.ts';

type State = SurveyRow['state'];

/** People comment on one text: while they do, no other is put beside it. */
const publishable: readonly State[] = ['draft', 'closed', 'released', 'archived'];
export const mayPublishIn = (state: State): boolean => publishable.includes(state);
export const mayEditIn = (state: State): boolean => state !== 'cancelled';

/** The consultation of the path, for somebody who may do `act` with its drafts. */
export async function consultationFor(house: House, c: Context, act: Act): Promise<{ survey: SurveyRow; by: Actor }> {
  const found = await surveyFor(house, c, act);
  if ((found.survey.definition as Definition).kind !== 'consultation') throw new ProblemError('draft-other-kind');
  return found;
}

/** One change at a time: whoever changes the drafts of a survey holds the survey. */
export async function locked(trx: Trx, id: string, mayIn: (state: State) => boolean): Promise<void> {
  const survey = await findForUpdate(trx, id);
  if (!survey) throw new ProblemError('not-found');
  if (!mayIn(survey.state)) throw new ProblemError('draft-not-now');
}
