import { Hono } from 'hono';
import type { House } from '../house.ts';
import { idIn } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { requireStaff } from '../sessions/index.ts';
import { publishedSurvey, surveyFor } from '../surveys/asked.ts';
import { consultationFor } from '../opinions/consultation.ts';
import { critiqueLetter } from './critique.ts';
import { formats, letterFile, tableFile } from './files.ts';
import { critiqueOf, findOpinion } from './official.ts';
import { replyLetter } from './reply.ts';
import { basesOf, responseOf } from './response.ts';

/** What is filed of a consultation, for whoever has a part in its answers. */
export function documentsStaff(house: House): Hono {
  const app = new Hono();
  for (const format of formats) {
    const path = `/surveys/:id/response-table.${format}`;
    app.use(path, requireStaff(house));
    app.get(path, async (c) => {
      const { survey } = await surveyFor(house, c, 'replies.read');
      return tableFile(c, await responseOf(house, survey), format);
    });
  }
  const letter = '/surveys/:id/reply-letter.docx';
  app.use(letter, requireStaff(house));
  app.get(letter, async (c) => {
    const { survey } = await surveyFor(house, c, 'replies.read');
    const { issuer, year, draft, about } = await responseOf(house, survey);
    const reply = { issuer, year, draft, about, to: survey.body_name, letter: null };
    return letterFile(c, replyLetter(reply, 'vi'), 'van-ban-phan-hoi');
  });
  const critique = '/surveys/:id/opinions/:organisation/critique.docx';
  app.use(critique, requireStaff(house));
  app.get(critique, async (c) => {
    const { survey } = await consultationFor(house, c, 'opinions.read');
    const opinion = await findOpinion(house.db, survey.id, idIn(c, 'organisation'));
    if (opinion === undefined) throw new ProblemError('not-found');
    const bases = await basesOf(house, survey);
    return letterFile(c, critiqueLetter(critiqueOf(opinion, survey, bases), 'vi'), 'van-ban-phan-bien');
  });
  return app;
}

/** The same for anybody, once the results stand on a public page. */
export function documentsPublic(house: House): Hono {
  const app = new Hono();
  for (const format of formats) {
    app.get(`/kq/:slug/response-table.${format}`, async (c) =>
      tableFile(c, await responseOf(house, await publishedSurvey(house, c)), format),
    );
  }
  return app;
}
