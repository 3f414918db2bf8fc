import { publicationPreview, publishedComments } from '@danban/contract';
import { Hono, type Context } from 'hono';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { fileOf } from './files.ts';
import { openOf } from './openOpinions.ts';
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
    return { survey, by, body };
  };
  app.get(`${at}/published`, async (c) => {
    const { body } = await published(c);
    return c.json(body === undefined ? null : publishedComments.parse(JSON.parse(body)));
  });
  for (const format of ['csv', 'json'] as const) {
    app.get(`${at}/published.${format}`, async (c) => {
      const { survey, by, body } = await published(c);
      if (body === undefined) throw new ProblemError('not-found');
      const told = { by, act: 'comment.export', object: survey.id, details: { format } } as const;
      await house.db.transaction().execute((trx) => record(house, trx, told));
      return fileOf(c, openOf(body, survey), format);
    });
  }
  return app;
}
