import { comparisonInput, publicComparisonView, publicDraftView } from '@danban/contract';
import { Hono } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { idIn, readQuery } from '../http/input.ts';
import { publicAttachmentOf, publicComparisonOf, publicDraftOf } from './reader.ts';
import { sendAttachment } from './sendAttachment.ts';

const wanted = z.strictObject({ version: z.coerce.number().int().min(1).optional() });

/** Published drafts, for anybody who holds the link. */
export function draftsPublic(house: House): Hono {
  const app = new Hono();
  app.get('/c/:slug', async (c) => {
    const { version } = readQuery(c, wanted);
    return c.json(publicDraftView.parse(await publicDraftOf(house, c.req.param('slug'), version)));
  });
  app.get('/c/:slug/changes', async (c) => {
    const comparison = await publicComparisonOf(house, c.req.param('slug'), readQuery(c, comparisonInput));
    return c.json(publicComparisonView.parse(comparison));
  });
  app.get('/c/:slug/attachments/:attachment', async (c) =>
    sendAttachment(c, await publicAttachmentOf(house, c.req.param('slug'), idIn(c, 'attachment'))),
  );
  return app;
}
