import { Hono, type Context } from 'hono';
import { t } from '@danban/i18n';
import { csvText } from '@danban/tables';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { surveyFor } from './asked.ts';
import { qrPng, qrSvg } from './qr.ts';
import { linksOf } from './views.ts';

/** The link of the path, as people scan it. */
async function urlIn(house: House, c: Context): Promise<string> {
  const { survey } = await surveyFor(house, c, 'survey.read');
  const link = (await linksOf(house, survey)).find(({ slug }) => slug === c.req.param('slug'));
  if (!link) throw new ProblemError('unknown-link');
  return link.url;
}

/** The links of a survey to hand on, for its organizer: as pictures and as a table. */
export function surveyLinks(house: House): Hono {
  const app = new Hono();
  app.get('/surveys/:id/links/:slug/qr.svg', async (c) =>
    c.body(qrSvg(await urlIn(house, c)), 200, { 'content-type': 'image/svg+xml' }),
  );
  app.get('/surveys/:id/links/:slug/qr.png', async (c) =>
    c.body(new Uint8Array(qrPng(await urlIn(house, c))), 200, { 'content-type': 'image/png' }),
  );
  app.get('/surveys/:id/links.csv', async (c) => {
    const { survey } = await surveyFor(house, c, 'survey.read');
    const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
    const links = await linksOf(house, survey);
    const rows = links.map(({ unit, url }) => [unit?.name ?? survey.unit_name, url]);
    const text = csvText([[t(lang, 'results.unit'), t(lang, 'share.link')], ...rows], lang);
    return c.body(text, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="lien-ket.csv"',
    });
  });
  return app;
}
