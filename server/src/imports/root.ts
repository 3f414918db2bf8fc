import type { UnitRecord } from '../organisations/records.ts';

/** The unit under which everything hangs on the day; `undefined` where several have no parent. */
export function rootOn(units: readonly UnitRecord[], day: string): UnitRecord | undefined {
  const roots = units.filter(({ places, validFrom, validTo }) => {
    const lives = validFrom <= day && (validTo === null || day <= validTo);
    return lives && places.findLast(({ from }) => from <= day)?.parentId === null;
  });
  return roots.length === 1 ? roots[0] : undefined;
}
