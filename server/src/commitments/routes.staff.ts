import { can } from '@danban/access';
import {
  commitmentCheckInput,
  commitmentMarkInput,
  commitmentsDeskView,
  commitmentsInspectedView,
  evidenceInput,
  evidenceView,
} from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { bytesIn, readInput, readQuery } from '../http/input.ts';
import { demand, demandStill, personOf, requireStaff, staffIn } from '../sessions/index.ts';
import { surveyFor, surveyOfPath } from '../surveys/asked.ts';
import { whereOf } from '../surveys/views.ts';
import type { SurveyRow } from '../surveys/queries.ts';
import { boardOf } from './board.ts';
import { checkMark } from './checking.ts';
import { bringEvidence, sendEvidence } from './evidence.ts';
import { markCommitment } from './marking.ts';

const publicUrlOf = ({ published, results_slug: slug }: SurveyRow): string | null =>
  published && slug ? `/kq/${slug}/cam-ket` : null;

/** Commitments of a survey as staff follow them. */
export function commitmentsStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/commitments';
  for (const path of [at, `${at}/*`]) app.use(path, requireStaff(house));

  // whoever has a part in the answers
  app.get(at, async (c) => {
    const { survey } = await surveyFor(house, c, 'replies.read');
    const mayMark = can(personOf(c), 'replies.keep', await whereOf(house, survey));
    const told = { id: survey.id, mayMark, publicUrl: publicUrlOf(survey) };
    return c.json(commitmentsDeskView.parse({ ...(await boardOf(house, survey)), ...told }));
  });
  // who promised
  app.post(`${at}/marks`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'replies.keep');
    await markCommitment(house, by, survey.id, await readInput(c, commitmentMarkInput));
    return c.body(null, 204);
  });
  app.post(`${at}/files`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'replies.keep');
    readQuery(c, evidenceInput);
    const bytes = await bytesIn(c);
    await demandStill(house.db, staffIn(c), house.clock());
    return c.json(evidenceView.parse(await bringEvidence(house, by, survey.id, bytes)));
  });
  // whoever is shown the commitments, here or in the audit room
  app.get(`${at}/files/:file`, async (c) => {
    const survey = await surveyOfPath(house, c);
    const where = await whereOf(house, survey);
    if (!can(personOf(c), 'audit.survey', where)) demand(personOf(c), 'replies.read', where);
    return sendEvidence(house, c, survey.id);
  });
  // the inspection board, in its audit room
  app.get(`${at}/checks`, async (c) => {
    const { survey } = await surveyFor(house, c, 'audit.survey');
    const mayCheck = can(personOf(c), 'replies.confirm', await whereOf(house, survey));
    const told = { id: survey.id, mayCheck, publicUrl: publicUrlOf(survey) };
    return c.json(commitmentsInspectedView.parse({ ...(await boardOf(house, survey)), ...told }));
  });
  app.post(`${at}/checks`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'replies.confirm');
    await checkMark(house, { person: personOf(c), by }, survey.id, await readInput(c, commitmentCheckInput));
    return c.body(null, 204);
  });
  return app;
}
