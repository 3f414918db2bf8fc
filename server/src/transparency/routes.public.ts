import { definitionText, type Definition } from '@danban/survey';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { findByResultsSlug, findOpening, type SurveyRow } from '../surveys/queries.ts';
import { findTree } from '../surveys/tree.queries.ts';
import { findCheckpoint, findEntries, findEntriesOf, findLeaves } from './queries.ts';
import { treeText } from './tree.ts';

/** A survey the log speaks of, by the link under which its results will stand. */
async function loggedAt(house: House, c: Context): Promise<SurveyRow> {
  const survey = await findByResultsSlug(house.db, c.req.param('slug') ?? '');
  if (!survey || (await findEntriesOf(house.db, survey.id)).length === 0) throw new ProblemError('not-found');
  return survey;
}

const lines = (entries: readonly string[]): string => entries.map((entry) => `${entry}\n`).join('');

/**
 * What anyone needs to check a survey, for everybody alike: nobody asks for a proof of hers, so nothing that is asked for tells
 * whose receipt it is.
 */
export function logPublic(house: House): Hono {
  const app = new Hono();
  app.get('/log/checkpoint', async (c) => {
    const checkpoint = await findCheckpoint(house.db);
    if (!checkpoint) throw new ProblemError('not-found');
    return c.text(checkpoint.note);
  });
  app.get('/log/entries', async (c) => {
    const size = (await findCheckpoint(house.db))?.size ?? 0;
    return c.text(lines((await findEntries(house.db)).slice(0, size)));
  });
  app.get('/log/:slug/opening', async (c) =>
    c.text((await findOpening(house.db, (await loggedAt(house, c)).id)) ?? ''),
  );
  app.get('/log/:slug/definition', async (c) =>
    c.text(definitionText((await loggedAt(house, c)).definition as Definition)),
  );
  app.get('/log/:slug/tree', async (c) => c.text(treeText(await findTree(house.db, (await loggedAt(house, c)).id))));
  app.get('/log/:slug/leaves', async (c) => {
    const batches = await findLeaves(house.db, (await loggedAt(house, c)).id);
    return c.body(new Uint8Array(Buffer.concat(batches)), 200, { 'content-type': 'application/octet-stream' });
  });
  return app;
}
