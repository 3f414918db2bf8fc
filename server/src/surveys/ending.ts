import { hasResults, type Actor } from '@danban/access';
import type { Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import { countToAnswer, findAnswered } from '../comments/queries.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { pointsOf } from '../opinions/standing.ts';
import { forgetJobs, schedule as ask } from '../jobs/queries.ts';
import { definitionInForce } from './frozen.ts';
import { locked } from './locked.ts';
import * as queries from './queries.ts';

/** Whether the results stand on a public page. */
export async function publish(house: House, by: Actor, id: string, published: boolean): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const { state } = await locked(trx, id);
    if (!hasResults(state)) throw new ProblemError('survey-not-released');
    await queries.setPublished(trx, id, published);
    const act = published ? 'survey.publish' : 'survey.withdraw';
    await record(house, trx, { by, act, object: id, details: {} });
  });
  house.doors.forget(id);
}

/** People were promised an answer: a consultation is not over before. Too few opinions to show are too few to answer in public. */
async function awaitsAnswers(trx: queries.Trx, survey: queries.SurveyRow): Promise<boolean> {
  if ((survey.definition as Definition).kind !== 'consultation') return false;
  const answered = new Set(await findAnswered(trx, survey.id));
  if ((await pointsOf(trx, survey.id)).some(({ item }) => !answered.has(item))) return true;
  const least = definitionInForce(survey).thresholds.comments;
  if (survey.answered < least || (await countToAnswer(trx, survey.id)) < least) return false;
  return answered.size === 0;
}

/** The answer sheets and written opinions go for good; the results stay, in public too where they were published. */
export async function archive(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const survey = await locked(trx, id);
    if (survey.state !== 'released') throw new ProblemError('survey-not-released');
    if (await awaitsAnswers(trx, survey)) throw new ProblemError('survey-unanswered');
    await forgetJobs(trx, id, ['archive']);
    await queries.setState(trx, id, 'archived');
    await ask(trx, id, 'erase', house.clock());
    await record(house, trx, { by, act: 'survey.archive', object: id, details: {} });
  });
  house.wake();
}

/** The day until which sheets were to be kept has passed. Runs inside its job, whose row is locked already. */
export async function archiveDue(house: House, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if ((await queries.findForUpdate(trx, id))?.state !== 'released') return;
    await queries.setState(trx, id, 'archived');
    await ask(trx, id, 'erase', house.clock());
    await record(house, trx, { by: null, act: 'survey.archive-at-date', object: id, details: {} });
  });
}
