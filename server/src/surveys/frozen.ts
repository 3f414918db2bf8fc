import { entersByCode, type Definition, type Thresholds } from '@danban/survey';

/** A unit on the day of opening, as organisations hands it out: parents before children. */
export interface TreeUnit {
  id: string;
  parentId: string | null;
  name: string;
  headcount: { staff: number | null; students: number | null; households: number | null };
}

/** A place in the frozen tree of a survey. Position 0 is the whole. */
export interface FrozenUnit {
  position: number;
  parent: number;
  unitId: string;
  name: string;
  own: boolean;
  invited: number | null;
}

type Headcount = keyof TreeUnit['headcount'];

const counted: Record<Definition['audienceKind'], Headcount | null> = {
  parent: 'households',
  student: 'students',
  staff: 'staff',
  citizen: null,
  mixed: null,
};

/** Families belong to schools; staff and citizens may belong to an office above them as well. */
function innerUnitsHavePeople(definition: Definition): boolean {
  return definition.audienceKind !== 'parent' && definition.audienceKind !== 'student';
}

/** Null: nobody knows. A unit that has been counted and has none of these people (an office has no pupils) has 0. */
function invitedOf(definition: Definition, { headcount }: TreeUnit): number | null {
  const kind = definition.countUnit === 'visit' ? null : counted[definition.audienceKind];
  if (!kind) return null;
  const wasCounted = Object.values(headcount).some((count) => count !== null);
  return headcount[kind] ?? (wasCounted ? 0 : null);
}

/** Units with nobody to ask, in themselves and below, are left out: they would only stand there empty. */
function withPeople(definition: Definition, units: TreeUnit[]): TreeUnit[] {
  const kept = new Set<string>();
  for (const unit of units.toReversed()) {
    if (kept.has(unit.id) || unit === units[0] || invitedOf(definition, unit) !== 0) {
      kept.add(unit.id);
      if (unit.parentId !== null) kept.add(unit.parentId);
    }
  }
  return units.filter((unit) => kept.has(unit.id));
}

/** The sum of what is known below, or null as soon as one part is unknown: a rate needs the whole. */
function sumInvited(parts: FrozenUnit[]): number | null {
  return parts.reduce<number | null>(
    (sum, part) => (sum === null || part.invited === null ? null : sum + part.invited),
    0,
  );
}

/**
 * The tree of a survey from the units below its own, in the same order. Inner units get a team of their own people
 * after all units (R1); their invited are those of everything below.
 */
export function freezeTree(definition: Definition, all: TreeUnit[]): FrozenUnit[] {
  const units = withPeople(definition, all);
  const at = new Map(units.map((unit, position) => [unit.id, position]));
  const tree = units.map((unit, position): FrozenUnit => {
    const parent = position === 0 ? -1 : (at.get(unit.parentId ?? '') ?? 0);
    return { position, parent, unitId: unit.id, name: unit.name, own: false, invited: invitedOf(definition, unit) };
  });
  const inner = tree.filter((unit) => tree.some((other) => other.parent === unit.position));
  const teams = inner
    .filter((unit) => innerUnitsHavePeople(definition) || (unit.position === 0 && definition.door === 'open_link'))
    .map((unit, i): FrozenUnit => ({
      ...unit,
      position: tree.length + i,
      parent: unit.position,
      own: true,
      invited: null,
    }));
  const whole = [...tree, ...teams];
  for (const unit of inner.toReversed()) unit.invited = invitedBelow(whole, unit.position);
  return whole;
}

/** How many are invited in all places right below one. */
export function invitedBelow(tree: readonly FrozenUnit[], position: number): number | null {
  return sumInvited(tree.filter(({ parent }) => parent === position));
}

/**
 * Where answers may be given: every unit with nothing below it, or, where neither link nor code says anything about the
 * unit, one place for everybody directly under the whole.
 */
export function answeringUnits(definition: Definition, tree: FrozenUnit[]): FrozenUnit[] {
  const parents = new Set(tree.map((unit) => unit.parent));
  const leaves = tree.filter((unit) => !parents.has(unit.position));
  if (definition.door !== 'open_link') return leaves;
  return leaves.filter((unit) => unit.position === 0 || (unit.own && unit.parent === 0));
}

/** What has a link of its own: where a slip or a credential names the unit, one for everybody, in the place of the whole. */
export function linkedUnits(definition: Definition, tree: FrozenUnit[]): FrozenUnit[] {
  const answersNameIt = entersByCode(definition) || definition.door === 'roster';
  return answersNameIt ? tree.slice(0, 1) : answeringUnits(definition, tree);
}

/** Numbers of single places added up along the tree: people of a unit are people of everything above it. */
export function addUp(tree: FrozenUnit[], direct: (position: number) => number): number[] {
  const sums = tree.map(({ position }) => direct(position));
  for (const { position, parent } of tree.toReversed()) {
    if (parent >= 0) sums[parent]! += sums[position]!;
  }
  return sums;
}

/** A place, whichever tree it stands in. */
export const placeOf = (unit: { unitId: string; own: boolean }): string => `${unit.unitId} ${unit.own}`;

const mostNamed = 4;

/** The links there would be if each unit had one: how many, the first names, and whether the whole has one of its own. */
export function unitsLinked(definition: Definition, all: TreeUnit[]) {
  const each: Definition = { ...definition, door: 'unit_link' };
  const units = answeringUnits(each, freezeTree(each, all));
  const names = units.slice(0, mostNamed).map(({ name }) => name);
  return { count: units.length, names, whole: units.some(({ unitId }) => unitId === all[0]?.id) };
}

/** The thresholds of the frozen definition, or the higher ones it was raised to after opening. */
export function thresholdsInForce({ thresholds }: Definition, raised: unknown): Thresholds {
  const higher = raised as Thresholds | null;
  if (higher === null) return thresholds;
  return {
    unit: Math.max(thresholds.unit, higher.unit),
    comments: Math.max(thresholds.comments, higher.comments),
    sensitive: Math.max(thresholds.sensitive, higher.sensitive),
  };
}

/** The definition as it holds now: questions as they were frozen, thresholds as they were raised. */
export function definitionInForce(survey: { definition: unknown; raised: unknown }): Definition {
  const definition = survey.definition as Definition;
  return { ...definition, thresholds: thresholdsInForce(definition, survey.raised) };
}

/** Whether who is asked is a number somebody counted, rather than slips or a list. */
export const countsHeads = ({ door }: Pick<Definition, 'door'>): boolean =>
  door === 'open_link' || door === 'unit_link';

/** How many may answer in all; null where somebody's number is unknown. */
export function eligible(tree: FrozenUnit[]): number | null {
  return tree[0]?.invited ?? null;
}
