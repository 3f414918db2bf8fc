import type { Actor } from '@danban/access';
import { answerable, legalBases, secrecyStamp, treeOf } from '@danban/consultation';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { dayOf } from '../organisations/index.ts';
import { frozenBody } from './body.ts';
import { locked, mayPublishIn } from './consultation.ts';
import { keyed } from './keys.ts';
import { confirmedLinks } from './linking.ts';
import * as queries from './queries.ts';
import { workingAt } from './working.ts';

interface Wish {
  revision: number;
  label: string;
  datedOn: string;
}

/** Freezes the working version under its hash: everybody can read it from now on, and nobody can change it. */
export async function publish(house: House, by: Actor, survey: string, wish: Wish): Promise<void> {
  const { revision, label, datedOn } = wish;
  await house.db.transaction().execute(async (trx) => {
    await locked(trx, survey, mayPublishIn);
    const { number } = await workingAt(trx, survey, revision);
    const { at, step } = await queries.findStep(trx, survey, number);
    const { clauses } = treeOf(step.pieces);
    if (answerable(clauses).length === 0) throw new ProblemError('draft-says-nothing');
    // A heading may have been typed since it was read.
    if (secrecyStamp(step.pieces.flatMap(({ lines }) => lines)) !== null) throw new ProblemError('draft-secret');
    const followed = await confirmedLinks(trx, survey);
    const bases = legalBases(step.pieces);
    const { text, hash } = frozenBody({ schema: 1, bases, clauses: keyed(clauses, followed) });
    const day = dayOf(house.clock());
    await queries.markPublished(trx, survey, number, { label, datedOn, revision, body: text, hash, day, by: by.id });
    await queries.forgetSteps(trx, survey, number, at + 1);
    const details = { number, tree: hash.toString('hex') };
    await record(house, trx, { by, act: 'draft.publish', object: survey, details });
  });
}
