import { Hono, type Context } from 'hono';
import { credentialSubmissionInput, slipSubmissionInput, submissionAccepted, submissionInput } from '@danban/contract';
import type { UrnHouse } from '../house.ts';
import { bounded } from '../http/bounded.ts';
import { readInput } from '../http/input.ts';
import { problemResponse } from '../http/problem.ts';
import { openEntrance } from '../surveys/entrance.ts';
import type { Entrance } from '../surveys/doors.ts';
import { demandAsKept, isByCode, promised, put, Rewritten, sheetOf, validated, type Sheet } from './answer.ts';
import { credentialIn } from './credentialed.ts';
import { leastBehindAList } from './envelope.ts';

/** More than the largest answer sheet a definition allows, less than anybody could hurt us with. */
const largestSubmission = 384 * 1024;

async function sheetIn(c: Context, entrance: Entrance): Promise<Sheet> {
  if (entrance.compiled.definition.door === 'roster') {
    const sent = await readInput(c, credentialSubmissionInput);
    const claim = await credentialIn(entrance, sent);
    const filled = validated(entrance, sent.answers);
    demandAsKept(filled, sent.answers);
    return { ...claim, ...filled, least: Math.max(leastBehindAList, filled.least ?? 0) };
  }
  if (isByCode(entrance)) {
    const { code, nonce, ...sent } = await readInput(c, slipSubmissionInput);
    return salted(sheetOf(entrance, sent.answers, { typed: code, nonce }), sent);
  }
  const { nonce, ...sent } = await readInput(c, submissionInput);
  return salted(sheetOf(entrance, sent.answers, { nonce }), sent);
}

/** A sheet whose leaf the device wants to find again. */
function salted(
  sheet: Sheet,
  { salt, answers }: { salt?: string | undefined; answers: Record<string, unknown> },
): Sheet {
  if (salt === undefined) return sheet;
  demandAsKept(sheet, answers);
  return { ...sheet, salt };
}

function rewritten(error: unknown): Response {
  if (!(error instanceof Rewritten)) throw error;
  return problemResponse(error.code, [], { answers: error.answers });
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
    const sheet = await sheetIn(c, entrance).catch(rewritten);
    if (sheet instanceof Response) return sheet;
    await put(house, entrance.survey, sheet);
    const promise = await promised(house, entrance, sheet);
    return c.json(submissionAccepted.parse({ state: 'accepted', ...(promise && { promise }) }), 201);
  });
  return app;
}
