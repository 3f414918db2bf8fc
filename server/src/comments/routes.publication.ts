import { publicationPreview, publishedComments } from '@danban/contract';
import { Hono, type Context } from 'hono';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { fileOf } from './files.ts';
import { moderatingOf } from './moderating.ts';
import { previewOf, publish, takeBack } from './publishing.ts';
import { findPublication } from './queries.ts';

/** Publishing opinions, for the organizer, and what was published of them, for whoever reads the results. */
export function publicationStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/comments';
  for (const way of ['publication', 'published', 'published.csv', 'published.json']) {
    app.use(`${at}/${way}`, requireStaff(house));
  }

  const publishing = async (c: Context) => {
    const { survey, by } = await surveyFor(house, c, 'comments.publish');
    const { eligible } = await moderatingOf(house, survey);
    return { by, publishing: { survey, eligible } };
  };
  app.get(`${at}/publication`, async (c) => {
    return c.json(publicationPreview.parse(await previewOf(house, (await publishing(c)).publishing)));
  });
  app.post(`${at}/publication`, async (c) => {
    const asked = await publishing(c);
    await publish(house, asked.by, asked.publishing);
    return c.body(null, 204);
  });
  app.delete(`${at}/publication`, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'comments.publish');
    await takeBack(house, by, survey.id);
    return c.body(null, 204);
  });

  const published = async (c: Context) => {
    const { survey, by } = await surveyFor(house, c, 'results.read');
    const body = await findPublication(house.db, survey.id);
    return { id: survey.id, by, published: body === undefined ? null : publishedComments.parse(JSON.parse(body)) };
  };
  app.get(`${at}/published`, async (c) => c.json((await published(c)).published));
  for (const format of ['csv', 'json'] as const) {
    app.get(`${at}/published.${format}`, async (c) => {
      const { id: object, by, published: out } = await published(c);
      if (!out) throw new ProblemError('not-found');
      const told = { by, act: 'comment.export', object, details: { format } } as const;
      await house.db.transaction().execute((trx) => record(house, trx, told));
      return fileOf(c, out, format);
    });
  }
  return app;
}
