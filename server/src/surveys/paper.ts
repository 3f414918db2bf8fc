import type { Actor } from '@danban/access';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { setOnPaper } from './queries.ts';
import { lockedForSlips } from './slips.ts';

/**
 * Says how many sheets of paper were typed in under slips. It is said of the survey as a whole, before it closes, and goes into
 * its release: which sheets they are, nothing knows.
 */
export async function sayOnPaper(house: House, by: Actor, id: string, sheets: number): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const survey = await lockedForSlips(house, trx, id);
    if (survey.state === 'scheduled') throw new ProblemError('slips-not-now');
    const slips = [...(await house.urn.slips.count(id)).values()].reduce((all, count) => all + count, 0);
    if (sheets > slips) {
      throw new ProblemError('invalid-input', [{ path: 'sheets', code: 'more-than-slips', params: { slips } }]);
    }
    await setOnPaper(trx, id, sheets);
    await record(house, trx, { by, act: 'survey.paper', object: id, details: { before: survey.on_paper, sheets } });
  });
}
