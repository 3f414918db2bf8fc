import type { UnitView } from '@danban/contract';

export interface Branch {
  unit: UnitView;
  children: Branch[];
}

/** The units as trees; a unit whose parent is not among them is a root. */
export function treeOf(units: readonly UnitView[]): Branch[] {
  const branches = new Map(units.map((unit) => [unit.id, { unit, children: [] as Branch[] }]));
  const roots: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branches.get(branch.unit.parentId ?? '');
    (parent?.children ?? roots).push(branch);
  }
  return roots;
}

/** Every unit in the order of the tree, the depth shown by indentation: for a choice from a list. */
export function unitOptions(units: readonly UnitView[]): { value: string; label: string }[] {
  const list = (branches: Branch[], depth: number): { value: string; label: string }[] =>
    branches.flatMap(({ unit, children }) => [
      { value: unit.id, label: `${'\u2003'.repeat(depth)}${unit.name}` },
      ...list(children, depth + 1),
    ]);
  return list(treeOf(units), 0);
}

/** The units at or below any of these. */
export function within(units: readonly UnitView[], tops: readonly string[]): UnitView[] {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const isBelow = (id: string | null | undefined): boolean =>
    typeof id === 'string' && (tops.includes(id) || isBelow(parents.get(id)));
  return units.filter((unit) => isBelow(unit.id));
}
