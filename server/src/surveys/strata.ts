import type { FrozenUnit, TreeUnit } from './frozen.ts';

/** In which unit's stratum the people of each unit are counted. */
export type Places = ReadonlyMap<string, string>;

interface Group {
  unit: string;
  from: string[];
  people: number;
}

const merged = (unit: string, groups: readonly Group[]): Group => ({
  unit,
  from: groups.flatMap((group) => group.from),
  people: groups.reduce((sum, group) => sum + group.people, 0),
});

/**
 * Rolls small units up: a stratum has its own issuer's key, so an answer is known to come from it, and it must hold at
 * least `least` people (anonymity.md §3: twice the threshold). A unit with fewer joins the one above it; what is left at
 * the top takes in the smallest strata below until it is large enough. `units` come parents first, the whole first.
 */
export function placesOf(units: readonly TreeUnit[], sizes: ReadonlyMap<string, number>, least: number): Places {
  const waiting = new Map<string, Group[]>();
  const own = new Map<string, Group>();
  for (const { id, parentId } of units.toReversed()) {
    const here: Group = { unit: id, from: [id], people: sizes.get(id) ?? 0 };
    const group = merged(id, [...(here.people > 0 ? [here] : []), ...(waiting.get(id) ?? [])]);
    if (group.people === 0) continue;
    if (group.people >= least || id === units[0]?.id) own.set(id, group);
    else waiting.set(parentId!, [...(waiting.get(parentId!) ?? []), group]);
  }
  enlargeTheTop(own, units[0]?.id ?? '', least);
  const places = new Map([...own.values()].flatMap(({ unit, from }) => from.map((id) => [id, unit] as const)));
  return new Map(units.flatMap(({ id }) => (places.has(id) ? [[id, places.get(id)!] as const] : [])));
}

function enlargeTheTop(strata: Map<string, Group>, top: string, least: number): void {
  for (let rest = strata.get(top); rest && rest.people < least && strata.size > 1; rest = strata.get(top)) {
    const others = [...strata.values()].filter((group) => group !== rest);
    const smallest = others.reduce((a, b) => (b.people < a.people ? b : a));
    strata.delete(smallest.unit);
    strata.set(top, merged(top, [rest, smallest]));
  }
}

/** How many are counted in the stratum of each unit that has one. */
export function strataSizes(places: Places, sizes: ReadonlyMap<string, number>): Map<string, number> {
  const strata = new Map<string, number>();
  for (const [unit, stratum] of places) strata.set(stratum, (strata.get(stratum) ?? 0) + (sizes.get(unit) ?? 0));
  return strata;
}

/**
 * The tree of a survey whose people are counted one by one: units with people, and what stands above them. Who is
 * counted at an inner unit itself forms a team of its own after all units (R1).
 */
export function countedTree(units: readonly TreeUnit[], sizes: ReadonlyMap<string, number>): FrozenUnit[] {
  const kept = new Set<string>(units.slice(0, 1).map(({ id }) => id));
  for (const { id, parentId } of units.toReversed()) {
    if (!kept.has(id) && !sizes.get(id)) continue;
    kept.add(id);
    if (parentId !== null) kept.add(parentId);
  }
  const all = units.filter(({ id }) => kept.has(id));
  const at = new Map(all.map(({ id }, position) => [id, position]));
  const tree = all.map(({ id, parentId, name }, position): FrozenUnit => {
    const parent = position === 0 ? -1 : (at.get(parentId ?? '') ?? 0);
    return { position, parent, unitId: id, name, own: false, invited: sizes.get(id) ?? 0 };
  });
  const teams = tree
    .filter((unit) => unit.invited! > 0 && tree.some((other) => other.parent === unit.position))
    .map((unit, i): FrozenUnit => ({ ...unit, position: tree.length + i, parent: unit.position, own: true }));
  for (const unit of tree.toReversed()) {
    if (unit.parent >= 0) tree[unit.parent]!.invited! += unit.invited!;
  }
  return [...tree, ...teams];
}

/** Where in the tree the answers of a stratum are counted. */
export function positionOf(tree: readonly FrozenUnit[], unit: string): number {
  const places = tree.filter(({ unitId }) => unitId === unit);
  return (places.find(({ own }) => own) ?? places[0])?.position ?? 0;
}
