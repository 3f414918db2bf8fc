import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { requireStaff } from '../sessions/index.ts';
import { surveyFor } from '../surveys/asked.ts';
import { find, type SurveyRow } from '../surveys/queries.ts';
import { asFile, formats } from './files.ts';
import { responseOf } from './response.ts';

/** The response table of a consultation, for whoever has a part in its answers. */
export function documentsStaff(house: House): Hono {
  const app = new Hono();
  for (const format of formats) {
    const path = `/surveys/:id/response-table.${format}`;
    app.use(path, requireStaff(house));
    app.get(path, async (c) => {
      const { survey } = await surveyFor(house, c, 'replies.read');
      return asFile(c, await responseOf(house, survey), format);
    });
  }
  return app;
}

/** The same for anybody, once the results stand on a public page. */
export function documentsPublic(house: House): Hono {
  const app = new Hono();
  const published = async (c: Context): Promise<SurveyRow> => {
    const found = await house.doors.findPublished(c.req.param('slug') ?? '');
    const survey = found && (await find(house.db, found.id));
    if (!survey) throw new ProblemError('not-found');
    return survey;
  };
  for (const format of formats) {
    app.get(`/kq/:slug/response-table.${format}`, async (c) =>
      asFile(c, await responseOf(house, await published(c)), format),
    );
  }
  return app;
}
