import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { readByAll } from '../http/crossing.ts';
import { ProblemError } from '../http/problem.ts';
import { streamOf } from '../http/stream.ts';
import { entriesFile, loggedAt, shownLog, surveyFile, type Content } from './files.ts';

const plain = { 'content-type': 'text/plain; charset=utf-8' };
const bytes = { 'content-type': 'application/octet-stream' };

const isBinary = (name: string): boolean => /^(leaves$|tables-)/.test(name);
const bodyOf = (content: Content) =>
  typeof content === 'string' || content instanceof Uint8Array ? content : streamOf(content);

/**
 * What anyone needs to check a survey, for everybody alike: nobody asks for a proof of hers, so nothing that is asked for tells
 * whose receipt it is.
 */
export function logPublic(house: House): Hono {
  const app = new Hono();
  const send = (c: Context, name: string, content: Content | null | undefined) => {
    if (content === null || content === undefined) throw new ProblemError('not-found');
    return c.body(bodyOf(content) as ReadableStream, 200, isBinary(name) ? bytes : plain);
  };
  app.use('/log/*', readByAll);
  app.get('/log/checkpoint', async (c) => send(c, 'checkpoint', (await shownLog(house))?.note));
  app.get('/log/entries', async (c) => {
    const shown = await shownLog(house);
    return send(c, 'entries', shown ? await entriesFile(house, shown) : '');
  });
  app.get('/log/:slug/:file', async (c) => {
    const { slug, file } = c.req.param();
    const survey = await loggedAt(house, slug);
    return send(c, file, survey && (await surveyFile(house, survey, file)));
  });
  return app;
}
