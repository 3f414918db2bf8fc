import {
  askedDraftView,
  askInput,
  correctionInput,
  draftPieceView,
  draftStepInput,
  draftsView,
  fileInput,
  pasteInput,
  publishDraftInput,
} from '@danban/contract';
import type { Definition } from '@danban/survey';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { House } from '../house.ts';
import { bytesIn, readInput, readQuery } from '../http/input.ts';
import { ProblemError } from '../http/problem.ts';
import { demandStill, personOf, requireStaff, staffIn } from '../sessions/index.ts';
import { readingOf } from './aside.ts';
import { askedDraftOf } from './asked.ts';
import { ask } from './asking.ts';
import { consultationFor } from './consultation.ts';
import { pieceOf } from './pieces.ts';
import { publish } from './publishing.ts';
import { findStep, findWorking } from './queries.ts';
import type { Brought } from './reading.ts';
import { attachmentRoutes } from './routes.attachments.ts';
import { linkRoutes } from './routes.links.ts';
import { draftsOf } from './views.ts';
import { correct, discard, undo, upload, type Wish } from './working.ts';

/** What is done with the version in work, below `at`: by its organizer, and by drafters of its unit. */
function workingRoutes(house: House, at: string): Hono {
  const app = new Hono();
  const put = async (c: Context, wish: Wish, brought: Brought): Promise<Response> => {
    const { survey, by } = await consultationFor(house, c, 'draft.edit');
    const reading = await readingOf(brought);
    await demandStill(house.db, staffIn(c), house.clock());
    await upload(house, by, survey.id, wish, reading);
    return c.body(null, 204);
  };
  app.post(`${at}/file`, async (c) => {
    await consultationFor(house, c, 'draft.edit');
    const { name, ...wish } = readQuery(c, fileInput);
    return put(c, wish, { bytes: await bytesIn(c), name });
  });
  app.post(`${at}/text`, async (c) => {
    await consultationFor(house, c, 'draft.edit');
    const { text, ...wish } = await readInput(c, pasteInput);
    return put(c, wish, { text });
  });
  app.post(`${at}/corrections`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'draft.edit');
    const { revision, edit } = await readInput(c, correctionInput);
    await correct(house, by, survey.id, revision, edit);
    return c.body(null, 204);
  });
  app.post(`${at}/undo`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'draft.edit');
    await undo(house, by, survey.id, (await readInput(c, draftStepInput)).revision);
    return c.body(null, 204);
  });
  app.post(`${at}/discard`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'draft.edit');
    await discard(house, by, survey.id, (await readInput(c, draftStepInput)).revision);
    return c.body(null, 204);
  });
  return app;
}

/** The draft texts of a consultation, for who writes them and who asks for opinions on them. */
export function draftsStaff(house: House): Hono {
  const app = new Hono();
  const at = '/surveys/:id/drafts';
  for (const path of [at, `${at}/*`]) app.use(path, requireStaff(house));

  // organizer of that body, drafter of the unit
  app.get(at, async (c) => {
    const { survey } = await consultationFor(house, c, 'draft.read');
    return c.json(draftsView.parse(await draftsOf(house, personOf(c), survey)));
  });
  // what the form shows beside its questions, before it is opened; null where it asks about no published text
  app.get(`${at}/asked`, async (c) => {
    const { survey } = await consultationFor(house, c, 'draft.read');
    const asked = await askedDraftOf(house, survey.id, survey.definition as Definition, survey.results_slug);
    return c.json(asked && askedDraftView.parse(asked));
  });
  app.get(`${at}/working/pieces/:index`, async (c) => {
    const { survey } = await consultationFor(house, c, 'draft.read');
    const working = await findWorking(house.db, survey.id);
    const index = z.coerce.number().int().min(0).safeParse(c.req.param('index'));
    const step = working && (await findStep(house.db, survey.id, working.number)).step;
    const piece = step && index.success ? pieceOf(step, index.data) : null;
    if (!piece) throw new ProblemError('not-found');
    return c.json(draftPieceView.parse(piece));
  });

  app.route('/', workingRoutes(house, `${at}/working`));
  app.route('/', linkRoutes(house, at));
  app.route('/', attachmentRoutes(house, at));

  // organizer alone
  app.post(`${at}/publication`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'draft.publish');
    await publish(house, by, survey.id, await readInput(c, publishDraftInput));
    return c.body(null, 204);
  });
  app.post(`${at}/questions`, async (c) => {
    const { survey, by } = await consultationFor(house, c, 'survey.edit');
    await ask(house, by, survey, await readInput(c, askInput));
    return c.body(null, 204);
  });

  return app;
}
