import { inviteInput, organisationLinkView, organisationsView, organisationView } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { sendAttachment } from '../drafts/sendAttachment.ts';
import { idIn, readInput } from '../http/input.ts';
import { personOf, requireStaff } from '../sessions/index.ts';
import { consultationFor } from './consultation.ts';
import { fileFor } from './files.ts';
import { change, invite, renew, revoke, uninvite } from './inviting.ts';
import { organisationOf, organisationsOf } from './views.ts';

/** The organisations a consultation asks by name, for who asks them and who works with what they say. */
export function opinionsStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/opinions';
  const one = `${at}/:organisation`;
  for (const path of [at, `${at}/*`]) app.use(path, requireStaff(house));

  // organizer, drafter, leader, inspector
  app.get(at, async (c) => {
    const { survey } = await consultationFor(house, c, 'opinions.read');
    return c.json(organisationsView.parse(await organisationsOf(house, personOf(c), survey)));
  });
  app.get(one, async (c) => {
    const { survey } = await consultationFor(house, c, 'opinions.read');
    const view = await organisationOf(house, personOf(c), survey, idIn(c, 'organisation'));
    return c.json(organisationView.parse(view));
  });

  app.get(`${one}/files/:file`, async (c) => {
    const { survey } = await consultationFor(house, c, 'opinions.read');
    const { sent, organisation } = await organisationOf(house, personOf(c), survey, idIn(c, 'organisation'));
    return sendAttachment(c, await fileFor(house, organisation.id, idIn(c, 'file'), sent));
  });

  // organizer alone
  app.post(at, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'opinions.manage');
    const made = await invite(house, by, survey.id, await readInput(c, inviteInput));
    return c.json(organisationLinkView.parse(made), 201);
  });
  app.put(one, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'opinions.manage');
    await change(house, by, survey.id, idIn(c, 'organisation'), await readInput(c, inviteInput));
    return c.body(null, 204);
  });
  app.delete(one, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'opinions.manage');
    await uninvite(house, by, survey.id, idIn(c, 'organisation'));
    return c.body(null, 204);
  });
  app.post(`${one}/link`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'opinions.manage');
    return c.json(organisationLinkView.parse(await renew(house, by, survey.id, idIn(c, 'organisation'))));
  });
  app.delete(`${one}/link`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'opinions.manage');
    await revoke(house, by, survey.id, idIn(c, 'organisation'));
    return c.body(null, 204);
  });
  return app;
}
