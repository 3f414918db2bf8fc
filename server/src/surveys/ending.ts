import { hasResults, type Actor } from '@danban/access';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { forgetJobs, schedule as ask } from '../jobs/queries.ts';
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

/** The answer sheets and written opinions go for good; the results stay, in public too where they were published. */
export async function archive(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    if ((await locked(trx, id)).state !== 'released') throw new ProblemError('survey-not-released');
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
