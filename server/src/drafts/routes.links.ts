import {
  comparisonInput,
  draftComparisonView,
  draftLinkChoiceView,
  draftLinksView,
  draftStepInput,
  linkChoiceInput,
  linkInput,
} from '@danban/contract';
import { can } from '@danban/access';
import type { Definition } from '@danban/survey';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { readInput, readQuery } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { personOf } from '../sessions/index.ts';
import { whereOf } from '../surveys/views.ts';
import { comparisonOf } from './comparison.ts';
import { consultationFor, mayEditIn } from './consultation.ts';
import { followingOf, type Following } from './lineage.ts';
import { confirmLinks, decide, undoDecision } from './linking.ts';
import { choiceOf, linksViewOf } from './linkViews.ts';

/** How a version follows the one before it, below `at`; for the organizer, and for drafters of the unit. */
export function linkRoutes(house: House, at: string): Hono {
  const app = new Hono();
  const following = async (survey: string): Promise<Following> => {
    const found = await followingOf(house.db, survey);
    if (!found) throw new ProblemError('not-found');
    return found;
  };
  const acting = (c: Context) => consultationFor(house, c, 'draft.edit');

  app.get(`${at}/working/links`, async (c) => {
    const { survey } = await consultationFor(house, c, 'draft.read');
    const mayEdit = mayEditIn(survey.state) && can(personOf(c), 'draft.edit', await whereOf(house, survey));
    return c.json(draftLinksView.parse(linksViewOf(await following(survey.id), mayEdit)));
  });
  app.get(`${at}/working/links/one`, async (c) => {
    const { survey } = await consultationFor(house, c, 'draft.read');
    const { side, path } = readQuery(c, linkChoiceInput);
    return c.json(draftLinkChoiceView.parse(choiceOf(await following(survey.id), side, path)));
  });
  app.post(`${at}/working/links`, async (c) => {
    const { survey, by } = await acting(c);
    const { revision, decision } = await readInput(c, linkInput);
    await decide(house, by, survey.id, revision, decision);
    return c.body(null, 204);
  });
  app.post(`${at}/working/links/undo`, async (c) => {
    const { survey, by } = await acting(c);
    await undoDecision(house, by, survey.id, (await readInput(c, draftStepInput)).revision);
    return c.body(null, 204);
  });
  app.post(`${at}/working/links/confirmation`, async (c) => {
    const { survey, by } = await acting(c);
    await confirmLinks(house, by, survey.id, (await readInput(c, draftStepInput)).revision);
    return c.body(null, 204);
  });
  app.get(`${at}/comparison`, async (c) => {
    const { survey } = await consultationFor(house, c, 'draft.read');
    const comparison = await comparisonOf(house.db, survey.id, readQuery(c, comparisonInput), true);
    const { title } = survey.definition as Definition;
    return c.json(draftComparisonView.parse({ ...comparison, survey: { id: survey.id, title } }));
  });
  return app;
}
