import type { Context } from 'hono';
import { can, type Act, type Actor } from '@danban/access';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { rootIds } from '../organisations/queries.ts';
import { demand, personOf } from '../sessions/index.ts';
import { find, type SurveyRow } from './queries.ts';
import { whereOf } from './views.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Asked {
  survey: SurveyRow;
  by: Actor;
}

async function existing(house: House, id: string): Promise<SurveyRow> {
  const survey = uuid.test(id) ? await find(house.db, id) : undefined;
  if (!survey) throw new ProblemError('not-found');
  return survey;
}

/** The survey of the path, before anybody was asked what she may do. */
export function surveyOfPath(house: House, c: Context): Promise<SurveyRow> {
  return existing(house, c.req.param('id') ?? '');
}

/** The survey of the path, for somebody who may do `act` with it; others learn no more than that it may not be. */
export async function surveyFor(house: House, c: Context, act: Act): Promise<Asked> {
  const survey = await existing(house, c.req.param('id') ?? '');
  return { survey, by: demand(personOf(c), act, await whereOf(house, survey)) };
}

/** The survey whose results stand on the public page of the path. */
export async function publishedAt(house: House, c: Context) {
  const found = await house.doors.findPublished(c.req.param('slug') ?? '');
  if (found === undefined) throw new ProblemError('not-found');
  return found;
}

/** The same, all that is known of it. */
export const publishedSurvey = async (house: House, c: Context): Promise<SurveyRow> =>
  existing(house, (await publishedAt(house, c)).id);

/** Reading a survey's page: who organises it, or who may read its results once they are there. */
export async function surveyToRead(house: House, c: Context): Promise<SurveyRow> {
  const survey = await existing(house, c.req.param('id') ?? '');
  const where = await whereOf(house, survey);
  if (!can(personOf(c), 'results.read', where)) demand(personOf(c), 'survey.read', where);
  return survey;
}

/** What was done with a survey: for who organises it, and whoever may read the log there. */
export async function surveyToFollow(house: House, c: Context): Promise<SurveyRow> {
  const survey = await existing(house, c.req.param('id') ?? '');
  const where = await whereOf(house, survey);
  const inHouse = { ...where, unitPath: [...where.unitPath, ...(await rootIds(house.db))] };
  if (!can(personOf(c), 'audit.read', inHouse)) demand(personOf(c), 'survey.read', where);
  return survey;
}

/** An earlier survey to begin from: for whoever may read its questions as an organizer. A consultation is followed up once. */
export async function surveyToCopy(house: House, c: Context, id: string): Promise<SurveyRow> {
  const survey = await existing(house, id);
  demand(personOf(c), 'survey.read', await whereOf(house, survey));
  if (survey.follows !== null) throw new ProblemError('follow-up-not-copied');
  return survey;
}
