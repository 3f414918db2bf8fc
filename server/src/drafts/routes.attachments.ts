import { attachmentInput } from '@danban/contract';
import { Hono } from 'hono';
import type { House } from '../house.ts';
import { bytesIn, idIn, readQuery } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { demandStill, staffIn } from '../sessions/index.ts';
import { attach, detach } from './attachments.ts';
import { findAttachment } from './attachments.queries.ts';
import { consultationFor } from './consultation.ts';
import { sendAttachment } from './sendAttachment.ts';

/** What lies beside a draft, below `at`; for the organizer, and for drafters of the unit. */
export function attachmentRoutes(house: House, at: string): Hono {
  const app = new Hono();
  app.post(`${at}/attachments`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'draft.edit');
    const { name, number } = readQuery(c, attachmentInput);
    const bytes = await bytesIn(c);
    await demandStill(house.db, staffIn(c), house.clock());
    await attach(house, by, survey.id, { name, number }, bytes);
    return c.body(null, 204);
  });
  app.delete(`${at}/attachments/:attachment`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'draft.edit');
    await detach(house, by, survey.id, idIn(c, 'attachment'));
    return c.body(null, 204);
  });
  app.get(`${at}/attachments/:attachment`, async (c) => {
    const { survey } = await consultationFor(house, c, 'draft.read');
    const file = await findAttachment(house.db, survey.id, idIn(c, 'attachment'));
    if (!file) throw new ProblemError('not-found');
    return sendAttachment(c, file);
  });
  return app;
}
