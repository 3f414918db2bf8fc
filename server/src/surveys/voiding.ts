import type { Actor } from '@danban/access';
import { mostSlipVoidsADay, readCode, type PrintedSlipsView } from '@danban/contract';
import { countSince } from '../audit/queries.ts';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { KeysAway } from '../keys/folder.ts';
import type { SurveyRow, Trx } from './queries.ts';
import { day } from './service.ts';
import { countInvited, invitedNow, lockedForSlips, make } from './slips.ts';
import { findTree } from './tree.queries.ts';

/** A slip that was lost or spoilt, by its code, and another in its place where that is wanted. */
export async function voidSlip(
  house: House,
  by: Actor,
  id: string,
  { code: typed, replace }: { code: string; replace: boolean },
): Promise<PrintedSlipsView> {
  const read = readCode(typed);
  if ('issue' in read) {
    throw new ProblemError(read.issue.code === 'code-missing' ? 'code-missing' : 'code-wrong-group', [read.issue]);
  }
  let spent = false;
  const voiding = house.db.transaction().execute(async (trx) => {
    const survey = await lockedForSlips(house, trx, id);
    const since = new Date(house.clock().getTime() - day);
    if ((await countSince(trx, id, 'survey.void-slip', since)) >= mostSlipVoidsADay) {
      throw new ProblemError('slip-voids-too-many');
    }
    const voided = await house.urn.slips.void(id, read.code).catch(keysAway);
    spent = typeof voided !== 'string';
    const printed = typeof voided === 'string' ? voided : await replaced(house, trx, survey, voided.unit, replace);
    // Also of a try that is refused: nobody goes through codes unnoticed.
    await record(house, trx, { by, act: 'survey.void-slip', object: id, details: {} });
    return printed;
  });
  const done = await voiding.catch((error: unknown) => {
    // The urn has committed: the slip is void, and neither is that on record nor is there another in its place.
    if (spent) house.log.failure('slip-void-cut-short', error);
    throw error;
  });
  if (typeof done === 'string') throw new ProblemError(done);
  return done;
}

function keysAway(error: unknown): never {
  throw error instanceof KeysAway ? new ProblemError('intake-interrupted') : error;
}

async function replaced(house: House, trx: Trx, survey: SurveyRow, unit: number, replace: boolean) {
  const tree = await findTree(trx, survey.id);
  const printed = await make(house, trx, survey.id, tree, replace ? [{ unit, count: 1 }] : []);
  await countInvited(house, trx, survey, tree);
  return printed;
}

/** A pile that was spoilt as a whole: only while nobody can have used one of its slips. */
export async function discardSlips(house: House, by: Actor, id: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const survey = await lockedForSlips(house, trx, id);
    if (survey.state !== 'scheduled') throw new ProblemError('slips-not-now');
    const [slips = 0] = await invitedNow(house, id, await findTree(trx, id));
    await house.urn.slips.discard(id);
    await countInvited(house, trx, survey, await findTree(trx, id));
    await record(house, trx, { by, act: 'survey.discard-slips', object: id, details: { slips } });
  });
}
