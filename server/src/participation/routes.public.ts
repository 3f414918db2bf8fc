import { Hono } from 'hono';
import { fromBase64Url, toBase64Url } from '@danban/bytes';
import { collectInput, collectView } from '@danban/contract';
import type { RosterHouse } from '../house.ts';
import { bounded } from '../http/bounded.ts';
import { readInput } from '../http/input.ts';
import { ProblemError, problemResponse } from '../http/problem.ts';
import { KeysAway } from '../keys/folder.ts';
import { openEntrance } from '../surveys/entrance.ts';
import type { CollectWish } from '../vaults/roster.ts';

const largestCollect = 64 * 1024;

async function signatureFor(house: RosterHouse, survey: string, wish: CollectWish): Promise<Uint8Array> {
  try {
    const collected = await house.roster.collect(survey, wish);
    if (collected.ok) return collected.signature;
    throw new ProblemError(collected.refusal);
  } catch (error) {
    if (error instanceof KeysAway) throw new ProblemError('intake-interrupted');
    throw error;
  }
}

/**
 * Where an invitation becomes a credential. Like the door for answers it reads no cookie and no address and writes no log;
 * a visit by a mail gateway (GET) changes nothing.
 */
export function credentialsPublic(house: RosterHouse): Hono {
  const app = new Hono();
  app.use(
    '/s/:slug/credentials',
    bounded(largestCollect, () => problemResponse('too-large')),
  );
  app.post('/s/:slug/credentials', async (c) => {
    const { survey, compiled } = await openEntrance(house, c.req.param('slug'));
    if (compiled.definition.door !== 'roster') throw new ProblemError('not-found');
    const { invitation, stratum, blinded } = await readInput(c, collectInput);
    const wish = { invitation: fromBase64Url(invitation), stratum, blinded: fromBase64Url(blinded) };
    return c.json(collectView.parse({ signature: toBase64Url(await signatureFor(house, survey, wish)) }));
  });
  return app;
}
