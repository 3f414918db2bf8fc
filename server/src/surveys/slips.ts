import type { Actor } from '@danban/access';
import { mostSlipsAtOnce, printedSlipsView, readCode, slipsView } from '@danban/contract';
import type { PrintedSlipsView, SlipsView } from '@danban/contract';
import { slipCode } from '@danban/credential';
import { entersByCode, type Definition } from '@danban/survey';
import { countSince } from '../audit/queries.ts';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import { KeysAway } from '../keys/folder.ts';
import type { Wanted } from '../vaults/urn.ts';
import { addUp, answeringUnits, type FrozenUnit } from './frozen.ts';
import { locked } from './locked.ts';
import { find, type SurveyRow, type Trx } from './queries.ts';
import { day, freezableToday } from './service.ts';
import { findLinks, findTree, saveInvited } from './tree.queries.ts';

/** A ministry's whole staff; beyond it somebody has mistyped. */
const mostInAll = 100_000;
/** Voiding tells whether a slip was used, so it is for lost and spoilt slips, not for going through a pile. */
const mostVoidsADay = 20;

const placeOf = (unit: FrozenUnit): string => `${unit.unitId} ${unit.own}`;

export async function slipsOf(house: House, survey: SurveyRow): Promise<SlipsView> {
  const definition = survey.definition as Definition;
  const tree = await findTree(house.db, survey.id);
  const printed = await house.urn.slips.count(survey.id);
  const { tree: today } = await freezableToday(house, survey, definition);
  const people = new Map(today.map((unit) => [placeOf(unit), unit.invited]));
  return slipsView.parse({
    units: answeringUnits(definition, tree).map((unit) => ({
      position: unit.position,
      name: unit.name,
      own: unit.own,
      people: people.get(placeOf(unit)) ?? null,
      printed: printed.get(unit.position) ?? 0,
    })),
    mayDiscard: survey.state === 'scheduled' && printed.size > 0,
  });
}

/**
 * The survey under its lock, if slips may be made or voided now: once its units are frozen, because a slip names one of
 * them, and until it closes.
 */
async function lockedForSlips(house: House, trx: Trx, id: string): Promise<SurveyRow> {
  const survey = await locked(trx, id);
  const isOver = survey.closes_at !== null && survey.closes_at <= house.clock();
  const inTime = ['scheduled', 'open', 'paused'].includes(survey.state) && !isOver;
  if (!entersByCode(survey.definition as Definition) || !inTime) throw new ProblemError('slips-not-now');
  return survey;
}

export async function makeSlips(house: House, by: Actor, id: string, wanted: Wanted[]): Promise<PrintedSlipsView> {
  return house.db.transaction().execute(async (trx) => {
    const survey = await lockedForSlips(house, trx, id);
    const tree = await findTree(trx, id);
    await refuseWrong(house, survey, tree, wanted);
    const made = await make(house, trx, id, tree, wanted);
    await countInvited(house, trx, survey, tree);
    const details = { slips: sum(wanted), units: wanted.length };
    await record(house, trx, { by, act: 'survey.make-slips', object: id, details });
    return made;
  });
}

async function refuseWrong(house: House, survey: SurveyRow, tree: FrozenUnit[], wanted: Wanted[]): Promise<void> {
  const places = new Set(answeringUnits(survey.definition as Definition, tree).map(({ position }) => position));
  const positions = wanted.map(({ unit }) => unit);
  if (new Set(positions).size < positions.length || positions.some((position) => !places.has(position))) {
    throw new ProblemError('invalid-input', [{ path: 'units', code: 'unknown-unit' }]);
  }
  const there = [...(await house.urn.slips.count(survey.id)).values()].reduce((all, count) => all + count, 0);
  if (sum(wanted) > mostSlipsAtOnce || there + sum(wanted) > mostInAll) throw new ProblemError('slips-too-many');
}

const sum = (wanted: readonly Wanted[]): number => wanted.reduce((all, { count }) => all + count, 0);

async function make(
  house: House,
  trx: Trx,
  id: string,
  tree: FrozenUnit[],
  wanted: Wanted[],
): Promise<PrintedSlipsView> {
  const codes = await house.urn.slips.make(id, wanted);
  const [link] = await findLinks(trx, id);
  return printedSlipsView.parse({
    url: `${house.origin}/s/${link!.slug}`,
    units: wanted.map(({ unit }, at) => ({
      name: tree[unit]!.name,
      own: tree[unit]!.own,
      codes: codes[at]!.map(slipCode),
    })),
  });
}

/**
 * Who is invited is who has a slip. Once answers have been counted it moves with them, at flushes alone: somebody who could
 * change the number below the line at will would find the one above it out of the rounded share.
 */
async function countInvited(house: House, trx: Trx, survey: SurveyRow, tree: FrozenUnit[]): Promise<void> {
  if (survey.answered > 0) return;
  await saveInvited(trx, survey.id, await invitedNow(house, survey.id, tree));
}

export async function invitedNow(house: House, id: string, tree: FrozenUnit[]): Promise<number[]> {
  const slips = await house.urn.slips.count(id);
  return addUp(tree, (position) => slips.get(position) ?? 0);
}

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
  const done = await house.db.transaction().execute(async (trx) => {
    const survey = await lockedForSlips(house, trx, id);
    const since = new Date(house.clock().getTime() - day);
    if ((await countSince(trx, id, 'survey.void-slip', since)) >= mostVoidsADay) {
      throw new ProblemError('slip-voids-too-many');
    }
    const voided = await house.urn.slips.void(id, read.code).catch(keysAway);
    const printed = typeof voided === 'string' ? voided : await replaced(house, trx, survey, voided.unit, replace);
    // Also of a try that is refused: nobody goes through codes unnoticed.
    await record(house, trx, { by, act: 'survey.void-slip', object: id, details: {} });
    return printed;
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

export async function slipsAfter(house: House, id: string): Promise<SlipsView> {
  return slipsOf(house, (await find(house.db, id))!);
}
