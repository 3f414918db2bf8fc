import { Hono, type Context } from 'hono';
import { credentialSubmissionInput, slipSubmissionInput, submissionInput } from '@danban/contract';
import type { UrnHouse } from '../house.ts';
import { bounded } from '../http/bounded.ts';
import { readInput } from '../http/input.ts';
import { problemResponse } from '../http/problem.ts';
import { openEntrance } from '../surveys/entrance.ts';
import type { Entrance } from '../surveys/doors.ts';
import { isByCode, put, sheetOf, validated, type Sheet } from './answer.ts';
import { credentialIn } from './credentialed.ts';

/** More than the largest answer sheet a definition allows, less than anybody could hurt us with. */
const largestSubmission = 384 * 1024;

async function sheetIn(c: Context, entrance: Entrance): Promise<Sheet> {
  if (entrance.compiled.definition.door === 'roster') {
    const sent = await readInput(c, credentialSubmissionInput);
    return { ...(await credentialIn(entrance, sent)), ...validated(entrance, sent.answers) };
  }
  if (isByCode(entrance)) {
    const { code, answers } = await readInput(c, slipSubmissionInput);
    return sheetOf(entrance, answers, { typed: code });
  }
  const { nonce, answers } = await readInput(c, submissionInput);
  return sheetOf(entrance, answers, { nonce });
}

/**
 * The public door for answers. It reads no cookie, no address and no agent, asks for no origin (an answer needs no
 * right that a foreign page could borrow), and writes no log.
 */
export function submissionsPublic(house: UrnHouse): Hono {
  const app = new Hono();
  app.use(
    '/s/:slug/submissions',
    bounded(largestSubmission, () => problemResponse('too-large')),
  );
  app.post('/s/:slug/submissions', async (c) => {
    const entrance = await openEntrance(house, c.req.param('slug'));
    await put(house, entrance.survey, await sheetIn(c, entrance));
    return c.json({ state: 'accepted' as const }, 201);
  });
  return app;
}
