import type { Person } from '@danban/access';
import type { BodyView, BranchView, PageView, UnitChoiceView } from '@danban/contract';
import { z } from 'zod';
import type { House } from '../house.ts';
import { listing, pageOf } from '../http/list.ts';
import { ProblemError } from '../http/problem.ts';
import { findBodies, findUnits, namesOf, unitOn, unitsUnder } from './browse.queries.ts';
import { dayOf } from './day.ts';
import { bodiesOn, rootIds, unitPath } from './queries.ts';
import { idText } from './schema.ts';

/** What a unit is looked for: to be looked at, to be asked in a survey, or to give somebody a role in it. */
const purposes = ['look', 'survey', 'role'] as const;

export const unitsWanted = z.strictObject({ ...listing, for: z.enum(purposes).default('look') });
export type UnitsWanted = z.infer<typeof unitsWanted>;

/** `for` a unit: the bodies that may act in it. */
export const bodiesWanted = z.strictObject({
  ...listing,
  for: z.string().max(200).optional(),
  on: z.iso.date().optional(),
});
export type BodiesWanted = z.infer<typeof bodiesWanted>;

export const branchWanted = z.strictObject({ of: idText.optional(), page: listing.page });
export type BranchWanted = z.infer<typeof branchWanted>;

/** Above which units a search may not look; null: everywhere. Who administrates a root administrates every unit. */
async function topsFor(house: House, person: Person, purpose: UnitsWanted['for']): Promise<string[] | null> {
  if (purpose === 'look') return null;
  const role = purpose === 'survey' ? 'organizer' : 'admin';
  const tops = person.grants.filter((grant) => grant.role === role).map((grant) => grant.unitId);
  if (purpose === 'survey') return tops;
  const roots = new Set(await rootIds(house.db));
  return tops.some((id) => roots.has(id)) ? null : tops;
}

/** The units that hold the words and in which the person may do what she looks for them. */
export async function find(house: House, person: Person, wanted: UnitsWanted): Promise<PageView<UnitChoiceView>> {
  const tops = await topsFor(house, person, wanted.for);
  const found = await findUnits(house.db, tops, { ...wanted, date: dayOf(house.clock()) });
  return pageOf(found, wanted.page, (unit) => unit);
}

/** The bodies of a day, one page by name. */
export async function bodies(house: House, { on, for: unit, q, page }: BodiesWanted): Promise<PageView<BodyView>> {
  const date = on ?? dayOf(house.clock());
  const path = unit === undefined ? undefined : await unitPath(house.db, unit, date);
  return pageOf(await findBodies(house.db, { q, page, date, path }), page, (body) => body);
}

/** One unit of today's tree and what hangs directly under it. */
export async function branch(house: House, { of, page }: BranchWanted): Promise<BranchView> {
  const date = dayOf(house.clock());
  const unit = of === undefined ? null : await unitOn(house.db, of, date);
  if (unit === undefined) throw new ProblemError('not-found');
  const path = unit === null ? [] : await unitPath(house.db, unit.id, date);
  return {
    unit,
    above: (await namesOf(house.db, path.slice(1))).toReversed(),
    bodies: unit === null ? [] : await bodiesOn(house.db, date, [unit.id]),
    units: pageOf(await unitsUnder(house.db, of ?? null, { page, date }), page, (one) => one),
  };
}
