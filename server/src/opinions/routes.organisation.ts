import {
  entryInput,
  opinionFileInput,
  opinionRevisionInput,
  opinionRevisionView,
  ownOpinionView,
  saveOpinionInput,
  sendOpinionInput,
  verdictInput,
} from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { sendAttachment } from '../drafts/sendAttachment.ts';
import { bytesIn, idIn, readInput, readQuery } from '../http/input.ts';
import { enter, insideOf, leave } from './door.ts';
import { attach, detach, fileFor } from './files.ts';
import { judge } from './verdicts.ts';
import { ownOpinionOf } from './views.ts';
import { discard, save, send } from './writing.ts';

/** The organisations' door, mounted at `/to-chuc/:id/api`: no account, no session, the secret of its link in a cookie of this path. */
export function opinionsOfOrganisations(house: House): Hono {
  const app = new Hono();
  const at = '/to-chuc/:id/api';

  app.post(`${at}/entry`, async (c) => {
    await enter(house, c, (await readInput(c, entryInput)).secret);
    return c.body(null, 204);
  });
  app.delete(`${at}/entry`, (c) => {
    leave(house, c);
    return c.body(null, 204);
  });

  app.get(`${at}/opinion`, async (c) => {
    return c.json(ownOpinionView.parse(await ownOpinionOf(house, await insideOf(house, c))));
  });
  app.put(`${at}/opinion`, async (c) => {
    const inside = await insideOf(house, c);
    const revision = await save(house, inside, await readInput(c, saveOpinionInput));
    return c.json(opinionRevisionView.parse({ revision }));
  });
  app.post(`${at}/opinion/discard`, async (c) => {
    const inside = await insideOf(house, c);
    await discard(house, inside, (await readInput(c, opinionRevisionInput)).revision);
    return c.body(null, 204);
  });
  app.post(`${at}/opinion`, async (c) => {
    const inside = await insideOf(house, c);
    await send(house, inside, (await readInput(c, sendOpinionInput)).revision);
    return c.body(null, 204);
  });
  app.post(`${at}/verdicts`, async (c) => {
    const inside = await insideOf(house, c);
    await judge(house, inside, await readInput(c, verdictInput));
    return c.body(null, 204);
  });
  app.post(`${at}/file`, async (c) => {
    const inside = await insideOf(house, c);
    const revision = await attach(house, inside, readQuery(c, opinionFileInput), await bytesIn(c));
    return c.json(opinionRevisionView.parse({ revision }));
  });
  app.post(`${at}/file/removal`, async (c) => {
    const inside = await insideOf(house, c);
    const revision = await detach(house, inside, (await readInput(c, opinionRevisionInput)).revision);
    return c.json(opinionRevisionView.parse({ revision }));
  });
  app.get(`${at}/files/:file`, async (c) => {
    const { organisation } = await insideOf(house, c);
    return sendAttachment(c, await fileFor(house, organisation.id, idIn(c, 'file'), null));
  });
  return app;
}
