import {
  importView,
  invitationFileInput,
  letterView,
  lettersInput,
  lettersView,
  listedPersonView,
  pageView,
  replacedView,
  rosterView,
} from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { bytesIn, idIn, readInput, readQuery } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { templateFile } from '../imports/files.ts';
import { chosenTable, fileKind } from '../imports/inputs.ts';
import { send } from '../imports/sending.ts';
import { personOf, requireStaff, staffIn } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { inviteAgain, invitationFile, letters, strikeOff } from './invitations.ts';
import { dropList, previewList, readList, replaceList, rosterOf } from './list.ts';
import { peopleOf, peopleWanted } from './people.ts';

const peoplePage = pageView(listedPersonView);

/** The organizer's side of the door `roster`, mounted under `/lam-viec/api`; never for the leader a survey judges. */
export function rosterStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/roster';
  for (const path of [at, `${at}/*`]) app.use(path, requireStaff(house));

  app.get(at, async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.roster');
    return c.json(rosterView.parse(await rosterOf(house, survey)));
  });
  app.get(`${at}/people`, async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.roster');
    return c.json(peoplePage.parse(await peopleOf(house, survey, readQuery(c, peopleWanted))));
  });
  app.get(`${at}/:file{template\\.(?:xlsx|csv)}`, async (c) => {
    await surveyFor(house, c, 'survey.roster');
    const form = fileKind.safeParse(c.req.param('file').slice('template.'.length));
    if (!form.success) throw new ProblemError('not-found');
    return send(c, await templateFile('people', form.data));
  });

  // Reads a file; stores nothing.
  app.post(`${at}/read`, async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.roster');
    return c.json(importView.parse(await readList(house, personOf(c), survey, await bytesIn(c))));
  });
  app.post(`${at}/preview`, async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.roster');
    const chosen = await readInput(c, chosenTable);
    return c.json(importView.parse(await previewList(house, personOf(c), survey, chosen)));
  });
  // Stores all of it in place of what there was, or nothing.
  app.post(at, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.roster');
    const chosen = await readInput(c, chosenTable);
    return c.json(replacedView.parse(await replaceList(house, { staff: staffIn(c), by }, survey, chosen)), 201);
  });

  app.delete(at, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.roster');
    await dropList(house, by, survey.id);
    return c.body(null, 204);
  });

  app.post(`${at}/letters`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.roster');
    return c.json(lettersView.parse(await letters(house, by, survey.id, await readInput(c, lettersInput))));
  });
  app.post(`${at}/file`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.roster');
    const { form } = await readInput(c, invitationFileInput);
    return send(c, await invitationFile(house, by, survey.id, form));
  });
  app.post(`${at}/people/:person/invitation`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.roster');
    return c.json(letterView.parse(await inviteAgain(house, by, survey.id, idIn(c, 'person'))));
  });
  app.post(`${at}/people/:person/strike-off`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'survey.roster');
    await strikeOff(house, by, survey.id, idIn(c, 'person'));
    return c.body(null, 204);
  });
  return app;
}
