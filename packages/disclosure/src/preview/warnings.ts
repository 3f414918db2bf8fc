import { isConcentrated } from '../concentration.ts';
import { expectedCells } from './expectedCells.ts';
import type { Looked } from './previewBreakdown.ts';
import type { Expected, PlanPreview, PlanShare, PlanWarning } from './types.ts';

/** Units of fewer are hardly ever shown, even when most of them answer (rule R1). */
const FEWEST_ANSWERING = 8;

export interface Previewed extends Pick<PlanPreview, 'own'> {
  readonly expected: Expected;
  /** People of each unit with everybody below. */
  readonly n: Uint32Array;
  readonly looked: readonly Looked[];
  /** Those of each breakdown. */
  readonly shares: readonly (readonly PlanShare[])[];
  readonly standsFor: Float64Array;
}

export function warningsOf(seen: Previewed): PlanWarning[] {
  const criteria = seen.expected.plan.dimensions.map((_, dimension) => criterionWarnings(seen, dimension));
  const isAlike = (dimension: number) => criteria[dimension]!.some(({ code }) => code === 'one-category');
  const hidden = seen.looked.flatMap((one, at) =>
    one.dimensions.length === 0 || one.dimensions.some(isAlike) ? [] : hiddenBreakdown(seen, one, seen.shares[at]!),
  );
  return [...smallUnits(seen), ...rarelyOwn(seen), ...criteria.flat(), ...hidden];
}

function smallUnits({ expected: { people }, n, standsFor }: Previewed): PlanWarning[] {
  const answering = [...people.keys()].filter((unit) => people[unit]! > 0);
  const many = (units: number[]) => Math.round(units.reduce((sum, unit) => sum + standsFor[unit]!, 0));
  const units = many(answering.filter((unit) => n[unit]! < FEWEST_ANSWERING));
  return units > 0 ? [{ code: 'units-too-small', units, of: many(answering), fewest: FEWEST_ANSWERING }] : [];
}

function rarelyOwn({ own: { people, shown } }: Previewed): PlanWarning[] {
  if (people === 0 || shown * 2 >= people) return [];
  return [{ code: 'own-unit-rarely-shown', percent: Math.round((shown * 100) / people) }];
}

/** Looked at where there are most people; a unit below has no more of a category. */
function criterionWarnings({ expected }: Previewed, dimension: number): PlanWarning[] {
  const { people, plan, shares, thresholds } = expected;
  const all = people.reduce((sum, count) => sum + count, 0);
  if (all === 0) return [];
  const alone = { dimensions: [plan.dimensions[dimension]!], crossed: [] };
  const { values, weight } = expectedCells(alone, Uint32Array.of(all), [shares[dimension] ?? []]);
  const counts = new Array<number>(plan.dimensions[dimension]!.categories + 1).fill(0);
  values.forEach((category, cell) => (counts[category] = weight[cell]!));
  const modal = counts.indexOf(Math.max(...counts));
  if (isConcentrated(all, counts[modal]!, false)) return [{ code: 'one-category', dimension, category: modal }];
  const least = thresholds.breakdown;
  return counts.flatMap((count, category): PlanWarning[] =>
    category > 0 && count < least ? [{ code: 'category-too-small', dimension, category, people: count, least }] : [],
  );
}

function hiddenBreakdown(seen: Previewed, looked: Looked, own: readonly PlanShare[]): PlanWarning[] {
  const { dimensions, least } = looked;
  const sum = (name: 'groups' | 'shown') => own.reduce((all, one) => all + one[name], 0);
  const [groups, shown] = [sum('groups'), sum('shown')];
  if (groups === 0) return [];
  const largest = seen.n.reduce((most, people, unit) => (people > seen.n[most]! ? unit : most), 0);
  const people = seen.n[largest]!;
  if (people < least)
    return [{ code: 'breakdown-never-shown', dimensions, people, groups: looked.groups[largest]!, least }];
  if (shown * 2 >= groups) return [];
  return [{ code: 'breakdown-mostly-hidden', dimensions, shown, groups, because: becauseOf(seen, looked) }];
}

/** Whether more groups are hidden for the size of their unit than within larger ones. */
function becauseOf({ n, standsFor }: Previewed, { least, groups, shown }: Looked): 'units' | 'groups' {
  let [unbroken, hidden] = [0, 0];
  groups.forEach((many, unit) => {
    const away = (many - shown[unit]!) * standsFor[unit]!;
    if (n[unit]! < least) unbroken += away;
    else hidden += away;
  });
  return unbroken >= hidden ? 'units' : 'groups';
}
