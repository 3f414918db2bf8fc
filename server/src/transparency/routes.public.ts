import { definitionText, type Definition } from '@danban/survey';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { streamOf } from '../http/stream.ts';
import { findReleases, type FoundRelease } from '../results/reader.queries.ts';
import { releaseTables, releaseText } from '../results/reader.ts';
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

const plain = { 'content-type': 'text/plain; charset=utf-8' };
const bytes = { 'content-type': 'application/octet-stream' };

/** A release of a survey whose results are published. */
async function releaseAt(house: House, c: Context): Promise<FoundRelease> {
  const { id, published, released } = await loggedAt(house, c);
  const number = Number((c.req.param('file') ?? '').split('-')[1]);
  const found = (await findReleases(house.db, id, released)).find((one) => one.number === number);
  if (!published || !found) throw new ProblemError('not-found');
  return found;
}

/** The text its checksum is taken over. */
async function releaseFile(house: House, c: Context): Promise<ReadableStream> {
  return streamOf(releaseText(house.db, (await releaseAt(house, c)).id));
}

async function tablesFile(house: House, c: Context): Promise<ReadableStream> {
  const tables = await releaseTables(house.db, (await releaseAt(house, c)).id);
  if (!tables) throw new ProblemError('not-found');
  return streamOf(tables);
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
    return c.body(new Uint8Array(Buffer.concat(batches)), 200, bytes);
  });
  app.get('/log/:slug/:file{release-[0-9]+}', async (c) => c.body(await releaseFile(house, c), 200, plain));
  app.get('/log/:slug/:file{tables-[0-9]+}', async (c) => c.body(await tablesFile(house, c), 200, bytes));
  return app;
}
