import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { publicSurveyView, surveySummaryView } from '@danban/contract';
import { askedDraftOf } from '../drafts/asked.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Entrance } from './doors.ts';
import { listedView } from './list.ts';
import { findPublished } from './list.queries.ts';

/** The newest; who looks for an older one has its address. */
const mostPublished = 100;

async function entranceView(house: House, slug: string, entrance: Entrance) {
  const { survey: id, compiled, readingSlug } = entrance;
  return publicSurveyView.parse({
    slug,
    state: entrance.state,
    body: entrance.body,
    unit: entrance.unitName,
    opensAt: entrance.opensAt?.toISOString() ?? null,
    closesAt: entrance.closesAt?.toISOString() ?? null,
    definition: compiled.definition,
    draft: await askedDraftOf(house, id, compiled.definition, readingSlug),
    urgent: entrance.urgent,
    follows: entrance.follows,
    resultsSlug: readingSlug,
    resultsUrl: entrance.resultsSlug && `${house.origin}/kq/${entrance.resultsSlug}`,
  });
}

/** What anybody may see of a survey whose link they hold, and the list of what has been published. */
export function surveysPublic(house: House): Hono {
  const app = new Hono();
  // The page of a list reads both before anything is sent, on a phone's network.
  app.use('/s/:slug', compress());
  app.use('/s/:slug/opening', compress());
  app.get('/s/:slug', async (c) => {
    const slug = c.req.param('slug');
    const entrance = await house.doors.find(slug);
    if (!entrance) throw new ProblemError('unknown-link');
    return c.json(await entranceView(house, slug, entrance));
  });
  // What was frozen at opening, to be compared: everybody who answers must see the same.
  app.get('/s/:slug/opening', async (c) => {
    const entrance = await house.doors.find(c.req.param('slug'));
    if (!entrance) throw new ProblemError('unknown-link');
    if (!entrance.opening) throw new ProblemError('survey-not-open');
    const { text, hash } = entrance.opening;
    return c.json({ text, hash });
  });
  app.get('/published', async (c) => {
    const surveys = await findPublished(house.db, mostPublished);
    const view = surveys.map((survey) => ({ ...listedView(survey), url: `/kq/${survey.results_slug}` }));
    return c.json(view.map((one) => surveySummaryView.extend({ url: surveySummaryView.shape.body }).parse(one)));
  });
  return app;
}
