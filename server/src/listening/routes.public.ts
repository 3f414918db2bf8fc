import { listeningView, type ListeningView } from '@danban/contract';
import { Hono, type Context } from 'hono';
import type { House } from '../house.ts';
import { fileTypes } from '../http/fileTypes.ts';
import { ProblemError } from '../http/problem.ts';
import { publishedSurvey } from '../surveys/asked.ts';
import { listeningCsv } from './openIndex.ts';
import { isPublic, listeningIn } from './reader.ts';

/** The listening index, for anybody, where both the consultation or its follow-up and the index itself are published. */
export function listeningPublic(house: House): Hono {
  const app = new Hono();
  const found = async (c: Context): Promise<ListeningView | null> => {
    const view = await listeningIn(house, await publishedSurvey(house, c), isPublic);
    return view && listeningView.parse(view);
  };
  const there = async (c: Context): Promise<ListeningView> => {
    const view = await found(c);
    if (!view) throw new ProblemError('not-found');
    return view;
  };
  app.get('/kq/:slug/listening', async (c) => c.json(await found(c)));
  app.get('/kq/:slug/listening.json', async (c) =>
    c.body(JSON.stringify({ schema: 1, ...(await there(c)) }), 200, {
      'content-type': fileTypes.json,
      'content-disposition': 'attachment; filename="chi-so-lang-nghe.json"',
    }),
  );
  app.get('/kq/:slug/listening.csv', async (c) =>
    c.body(listeningCsv(await there(c), c.req.query('lang') === 'en' ? 'en' : 'vi'), 200, {
      'content-type': fileTypes.csv,
      'content-disposition': 'attachment; filename="chi-so-lang-nghe.csv"',
    }),
  );
  return app;
}
