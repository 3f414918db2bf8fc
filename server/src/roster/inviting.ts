import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { locked } from '../surveys/locked.ts';
import type { SurveyRow, Trx } from '../surveys/queries.ts';
import { demandRosterDoor, mayInvite } from './list.ts';

/** An act on invitations while there are some, under the lock of the survey: nothing closes it in between. */
export async function whileInviting<T>(
  house: House,
  id: string,
  act: (trx: Trx, survey: SurveyRow) => Promise<T>,
): Promise<T> {
  return house.db.transaction().execute(async (trx) => {
    const survey = await locked(trx, id);
    demandRosterDoor(survey);
    if (!mayInvite(survey)) throw new ProblemError('roster-too-early');
    return act(trx, survey);
  });
}
