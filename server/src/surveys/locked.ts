import { ProblemError } from '../http/problem.ts';
import { lockJobs } from '../jobs/queries.ts';
import { findForUpdate, type SurveyRow, type Trx } from './queries.ts';

/** Jobs before the survey, in the order the worker takes them: a click never waits for a job that waits for the click. */
export async function locked(trx: Trx, id: string): Promise<SurveyRow> {
  await lockJobs(trx, id);
  const survey = await findForUpdate(trx, id);
  if (!survey) throw new ProblemError('not-found');
  return survey;
}
