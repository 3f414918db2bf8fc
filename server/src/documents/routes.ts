import { Hono } from 'hono';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { idIn } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { requireStaff } from '../sessions/index.ts';
import { publishedSurvey, surveyFor } from '../surveys/asked.ts';
import { consultationFor } from '../opinions/consultation.ts';
import { evidencePack } from './evidence/pack.ts';
import { critiqueLetter } from './critique.ts';
import { formats, letterFile, tableFile } from './files.ts';
import { critiqueOf, findOpinion } from './official.ts';
import { replyLetter } from './reply.ts';
import { basesOf, replyTo, responseOf } from './response.ts';

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
  // holds what is public alone; taking it is an act, so that its checksum stands in the log
  const evidence = '/surveys/:id/evidence.zip';
  app.use(evidence, requireStaff(house));
  app.get(evidence, async (c) => {
    const { survey, by } = await surveyFor(house, c, 'replies.read');
    const { archive, checksum } = await evidencePack(house, survey);
    const taken = { by, act: 'reply.evidence', object: survey.id, details: { checksum } } as const;
    await house.db.transaction().execute((trx) => record(house, trx, taken));
    return c.body(new Uint8Array(archive), 200, {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="ho-so-minh-chung.zip"',
    });
  });
  const toOne = '/surveys/:id/opinions/:organisation/reply.docx';
  app.use(toOne, requireStaff(house));
  app.get(toOne, async (c) => {
    const { survey } = await surveyFor(house, c, 'replies.read');
    return letterFile(c, replyLetter(await replyTo(house, survey, idIn(c, 'organisation')), 'vi'), 'van-ban-phan-hoi');
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
