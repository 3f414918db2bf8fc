import { Hono, type Context } from 'hono';
import { credentialSubmissionInput, submissionInput } from '@danban/contract';
import type { UrnHouse } from '../house.ts';
import { bounded } from '../http/bounded.ts';
import { readInput } from '../http/input.ts';
import { ProblemError, problemResponse } from '../http/problem.ts';
import { openEntrance } from '../surveys/entrance.ts';
import type { Entrance } from '../surveys/doors.ts';
import type { Incoming } from '../vaults/urn.ts';
import type { Answers } from '@danban/survey';
import { issueView, put } from './answer.ts';
import { demandCredential, incomingOf } from './credentialed.ts';

/** More than the largest answer sheet a definition allows, less than anybody could hurt us with. */
export const largestSubmission = 256 * 1024;

function checked({ compiled }: Entrance, answers: Record<string, unknown>): Answers {
  const found = compiled.validate(answers);
  if (!found.ok) throw new ProblemError('invalid-answers', found.issues.map(issueView));
  return found.answers;
}

async function incomingIn(c: Context, entrance: Entrance): Promise<Incoming> {
  if (entrance.compiled.definition.door === 'roster') {
    const sent = await readInput(c, credentialSubmissionInput);
    demandCredential(entrance, sent);
    return incomingOf(entrance, sent, checked(entrance, sent.answers));
  }
  const { nonce, answers } = await readInput(c, submissionInput);
  return { nullifier: nonce, unit: entrance.unit, answers: checked(entrance, answers) };
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
    await put(house, entrance.survey, await incomingIn(c, entrance));
    return c.json({ state: 'accepted' as const }, 201);
  });
  return app;
}
