import type { Actor } from '@danban/access';
import { mostSlipsAtOnce, printedSlipsView, slipsView } from '@danban/contract';
import type { PrintedSlipsView, SlipsView } from '@danban/contract';
import { slipCode } from '@danban/credential';
import { entersByCode, type Definition } from '@danban/survey';
import { record } from '../audit/record.ts';
import type { House } from '../house.ts';
import { ProblemError } from '../http/problem.ts';
import type { Wanted } from '../vaults/urn.ts';
import { addUp, answeringUnits, placeOf, type FrozenUnit } from './frozen.ts';
import { locked } from './locked.ts';
import type { SurveyRow, Trx } from './queries.ts';
import { freezableToday } from './service.ts';
import { findLinks, findTree, saveInvited } from './tree.queries.ts';

/** A ministry's whole staff; beyond it somebody has mistyped. */
const mostInAll = 100_000;

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
    onPaper: survey.on_paper,
    maySayPaper: ['open', 'paused'].includes(survey.state) && printed.size > 0,
  });
}

/**
 * The survey under its lock, if slips may be made or voided now: once its units are frozen, because a slip names one of
 * them, and until it closes.
 */
export async function lockedForSlips(house: House, trx: Trx, id: string): Promise<SurveyRow> {
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

export async function make(
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
export async function countInvited(house: House, trx: Trx, survey: SurveyRow, tree: FrozenUnit[]): Promise<void> {
  if (survey.answered > 0) return;
  await saveInvited(trx, survey.id, await invitedNow(house, survey.id, tree));
}

export async function invitedNow(house: House, id: string, tree: FrozenUnit[]): Promise<number[]> {
  const slips = await house.urn.slips.count(id);
  return addUp(tree, (position) => slips.get(position) ?? 0);
}
