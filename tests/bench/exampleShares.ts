import { readFileSync } from 'node:fs';
import { type GroupSet, type Patterns, protectQuestion, publishGroups } from '@danban/disclosure';
import { between, repeatable, type Chance } from '@danban/server/example/chance';
import { counted, groupsIn, tablesOf, thresholds } from './counted.ts';
import { type Answered, columnsFor, sheetsOf, type Asked } from './organisation.ts';

/** Shares of what is there, from 0 to 1: unit totals, people whose own team's total, cells of breakdowns. */
interface Shares {
  units: number;
  people: number;
  breakdowns: number;
}

/** By which rules: thresholds alone, with combinations and differences of groups, with answers as well. */
export type Rules = 'thresholds' | 'groups' | 'answers';

const organisations = 20;
const asOf = '2023-11-20';
const department = 'SGDDT';
const plan = { dimensions: [{ categories: 3 }, { categories: 5 }, { categories: 4 }], crossed: [] };

interface Unit {
  id: string;
  parentId: string | null;
  validFrom: string;
  validTo: string | null;
  headcount?: { households?: number };
}

/** The department, its districts and the schools of both, as a survey of parents has them; parents before children. */
function schools(): { parent: Int32Array; teams: number[] } {
  const file = new URL('../../db/seeds/org-tree.json', import.meta.url);
  const { units } = JSON.parse(readFileSync(file, 'utf8')) as { units: Unit[] };
  const now = units.filter(({ validFrom, validTo }) => validFrom <= asOf && (validTo === null || validTo >= asOf));
  const hasSchools = (id: string): boolean => now.some((unit) => unit.parentId === id && unit.headcount?.households);
  const kept = now.filter(({ id, headcount }) => id === department || headcount?.households || hasSchools(id));
  const inTree = kept.filter(({ id, parentId }) => id === department || kept.some((unit) => unit.id === parentId));
  const parent = inTree.map(({ id, parentId }) => (id === department ? -1 : at(inTree, parentId)));
  return {
    parent: Int32Array.from(parent),
    teams: inTree.flatMap(({ headcount }, i) => (headcount?.households ? i : [])),
  };
}

const at = (units: readonly Unit[], id: string | null): number => units.findIndex((unit) => unit.id === id);

/** As in the example: most some dozens, a few so few that they must stay hidden. */
const turnout = (chance: Chance): number => (chance() < 0.2 ? between(chance, 1, 6) : between(chance, 18, 60));

function answered(seed: number, questions: readonly Asked[]): Answered {
  const chance = repeatable(seed);
  const { parent, teams } = schools();
  const sheets = teams.map((unit) => sheetsOf(chance, unit, turnout(chance), plan, questions));
  return { tree: { parent }, plan, columns: columnsFor(plan, questions), sheets };
}

/** On twenty draws of the example's organisation, the mean over all questions. */
export function exampleShares(questions: readonly Asked[]): Record<Rules, Shares> {
  const all: Record<Rules, Shares[]> = { thresholds: [], groups: [], answers: [] };
  for (let seed = 1; seed <= organisations; seed++) {
    const one = answered(seed, questions);
    const own = counted(one, (occupied) => groupsIn(one, occupied));
    const patterns = publishGroups(own.set, own.set.inner, { thresholds, ledger: [], seed });
    all.thresholds.push(sharesOf(own.set, largeEnough(own.set)));
    all.groups.push(sharesOf(own.set, patterns.ordinary));
    for (const table of tablesOf(one, own)) all.answers.push(sharesOf(own.set, exactOf(own.set, patterns, table)));
  }
  return { thresholds: meanOf(all.thresholds), groups: meanOf(all.groups), answers: meanOf(all.answers) };
}

function largeEnough({ groups, n }: GroupSet): Uint8Array {
  const { unit, breakdown } = thresholds;
  return Uint8Array.from(groups, ({ by }, group) => +(n[group]! >= (by.length === 0 ? unit : breakdown)));
}

function exactOf(set: GroupSet, patterns: Patterns, table: Parameters<typeof protectQuestion>[2]): Uint8Array {
  return Uint8Array.from(protectQuestion(set, patterns, table).cells, ({ kind }) => +(kind === 'exact'));
}

function sharesOf({ groups, n, tree, inner }: GroupSet, shown: Uint8Array): Shares {
  const units = tree.parent.length;
  const share = (from: number, to: number): number => {
    const there = Array.from({ length: to - from }, (_, i) => from + i).filter((group) => n[group]! > 0);
    return there.filter((group) => shown[group] === 1).length / Math.max(1, there.length);
  };
  let [people, shownTo] = [0, 0];
  inner.unit.forEach((unit, cell) => {
    people += inner.weight[cell]!;
    if (shown[unit] === 1) shownTo += inner.weight[cell]!;
  });
  return { units: share(0, units), people: shownTo / people, breakdowns: share(units, groups.length) };
}

function meanOf(all: readonly Shares[]): Shares {
  const mean = (of: (one: Shares) => number): number => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return {
    units: mean((one) => one.units),
    people: mean((one) => one.people),
    breakdowns: mean((one) => one.breakdowns),
  };
}
