import { Hono } from 'hono';
import { submissionInput } from '@danban/contract';
import type { House } from '../house.ts';
import { bounded } from '../http/bounded.ts';
import { readInput } from '../http/input.ts';
import { ProblemError, problemResponse } from '../http/problem.ts';
import { issueView, openEntrance, put } from './answer.ts';

/** More than the largest answer sheet a definition allows, less than anybody could hurt us with. */
export const largestSubmission = 256 * 1024;

/**
 * The public door for answers. It reads no cookie, no address and no agent, asks for no origin (an answer needs no
 * right that a foreign page could borrow), and writes no log.
 */
export function submissionsPublic(house: House): Hono {
  const app = new Hono();
  app.use(
    '/s/:slug/submissions',
    bounded(largestSubmission, () => problemResponse('too-large')),
  );
  app.post('/s/:slug/submissions', async (c) => {
    const entrance = await openEntrance(house, c.req.param('slug'));
    const { nonce, answers } = await readInput(c, submissionInput);
    const checked = entrance.compiled.validate(answers);
    if (!checked.ok) throw new ProblemError('invalid-answers', checked.issues.map(issueView));
    await put(house, entrance, nonce, checked.answers);
    return c.json({ state: 'accepted' as const }, 201);
  });
  return app;
}
