import type { Actor } from '@danban/access';
import type { Definition, Thresholds } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { forgetJobs, schedule as ask } from '../jobs/queries.ts';
import { thresholdsInForce } from './frozen.ts';
import { locked } from './locked.ts';
import * as queries from './queries.ts';
import type { SurveyRow, Trx } from './queries.ts';

type Act = (trx: Trx, survey: SurveyRow) => Promise<void>;

/** One change of a survey under its lock; whoever holds a link sees it at the next visit. */
async function change(house: House, id: string, act: Act): Promise<void> {
  await house.db.transaction().execute(async (trx) => act(trx, await locked(trx, id)));
  house.doors.forget(id);
}

function demandRunning({ state }: SurveyRow): void {
  if (state !== 'open' && state !== 'paused') throw new ProblemError('survey-not-open');
}

/** The closing date only moves away: nobody who was promised time loses it. */
export async function extend(house: House, by: Actor, id: string, closesAt: Date): Promise<void> {
  await change(house, id, async (trx, survey) => {
    demandRunning(survey);
    if (survey.closes_at && closesAt <= survey.closes_at) throw new ProblemError('closing-date-earlier');
    await queries.setClosing(trx, id, closesAt);
    await ask(trx, id, 'close', closesAt);
    const details = { before: survey.closes_at!.toISOString(), closesAt: closesAt.toISOString() };
    await record(house, trx, { by, act: 'survey.extend', object: id, details });
  });
}

/** Nobody is let in until it goes on; what has been sent stays sealed and counted, and the closing date stands. */
export async function pause(house: House, by: Actor, id: string): Promise<void> {
  await change(house, id, async (trx, { state }) => {
    if (state !== 'open') throw new ProblemError('survey-not-open');
    await queries.setState(trx, id, 'paused');
    await record(house, trx, { by, act: 'survey.pause', object: id, details: {} });
  });
}

export async function resume(house: House, by: Actor, id: string): Promise<void> {
  await change(house, id, async (trx, { state }) => {
    if (state !== 'paused') throw new ProblemError('survey-not-paused');
    await queries.setState(trx, id, 'open');
    await record(house, trx, { by, act: 'survey.resume', object: id, details: {} });
  });
}

/** People were promised at least these thresholds, so they only rise (disclosure R2). */
export async function raise(house: House, by: Actor, id: string, wanted: Thresholds): Promise<void> {
  await change(house, id, async (trx, survey) => {
    demandRunning(survey);
    const now = thresholdsInForce(survey.definition as Definition, survey.raised);
    const lower = (Object.keys(now) as (keyof Thresholds)[]).filter((name) => wanted[name] < now[name]);
    if (lower.length > 0) {
      throw new ProblemError(
        'threshold-only-rises',
        lower.map((path) => ({ path, code: 'lower' })),
      );
    }
    await queries.setRaised(trx, id, wanted);
    await record(house, trx, { by, act: 'survey.raise', object: id, details: { before: now, after: wanted } });
  });
}

/** From now on nobody is let in; counting goes on in the background. */
export async function close(house: House, by: Actor, id: string): Promise<void> {
  await change(house, id, async (trx, survey) => {
    demandRunning(survey);
    await queries.setState(trx, id, 'closing');
    await queries.setClosing(trx, id, house.clock());
    await ask(trx, id, 'close', house.clock());
    const details = { announced: survey.closes_at!.toISOString() };
    await record(house, trx, { by, act: 'survey.close', object: id, details });
  });
  house.wake();
}

/**
 * Only before the first answer: an answer is never thrown away. The refusal tells that somebody has answered, once; a
 * success ends the survey, so nobody can ask again and again to learn when the first one comes.
 */
export async function cancel(house: House, by: Actor, id: string): Promise<void> {
  await change(house, id, async (trx, survey) => {
    if (survey.state !== 'scheduled') {
      demandRunning(survey);
      if (!(await house.urn.sealIfEmpty(id))) throw new ProblemError('survey-has-answers');
    }
    await queries.setState(trx, id, 'cancelled');
    await forgetJobs(trx, id, ['open', 'flush', 'close']);
    await ask(trx, id, 'erase', house.clock());
    await record(house, trx, { by, act: 'survey.cancel', object: id, details: {} });
  });
  house.wake();
}
