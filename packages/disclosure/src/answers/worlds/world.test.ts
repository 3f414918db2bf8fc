import { expect, test } from 'vitest';
import { everyGroup, innerOf } from '../../testing/organisations.ts';
import { areProof, type World } from './world.ts';

/** Two teams of one unit, people of two kinds in each: one cell of each kind and team, in the order of the figures. */
const set = everyGroup({
  tree: { parent: Int32Array.of(-1, 0, 0) },
  plan: { dimensions: [{ categories: 2 }], crossed: [] },
  inner: innerOf([
    { unit: 1, values: [1], weight: 3 },
    { unit: 1, values: [2], weight: 3 },
    { unit: 2, values: [1], weight: 3 },
    { unit: 2, values: [2], weight: 3 },
  ]),
});
const truth = { width: 2, counts: Uint32Array.of(3, 0, 0, 3, 0, 3, 3, 0) };
const shown = (...which: number[]): Uint8Array => Uint8Array.from(set.groups, (_, group) => +which.includes(group));
const all = shown(0, 1, 2);
const moving = (cells: number[], moved: number[]): World => ({
  one: 0,
  other: 1,
  cells: Uint32Array.from(cells),
  moved: Int32Array.from(moved),
});
const everywhere = moving([0, 1, 2, 3], [1, -1, -1, 1]);

function isProven(worlds: World[], which: Uint8Array, counts: typeof truth): boolean {
  return areProof(worlds, { set, shown: which, earlier: [] }, counts);
}

test('a world that keeps every figure and every person proves what it moves', () => {
  expect(isProven([everywhere], all, truth)).toBe(true);
  expect(isProven([moving([0, 1], [1, -1]), moving([2, 3], [-1, 1])], all, truth)).toBe(true);
});

test('a cell of one answer that no world moves stays unproven; one with two answers needs no world', () => {
  expect(isProven([moving([0, 1], [1, -1])], all, truth)).toBe(false);
  expect(isProven([moving([0, 1, 2], [1, -1, 0])], all, truth)).toBe(false);
  const mixed = { width: 2, counts: Uint32Array.of(2, 1, 1, 2, 1, 2, 2, 1) };
  expect(isProven([], all, mixed)).toBe(true);
});

test('a world that changes a shown figure, of a unit or a breakdown, proves nothing', () => {
  const across = moving([0, 1, 2, 3], [1, 1, -1, -1]);
  expect(isProven([across], all, truth)).toBe(false);
  // Each kind keeps its sum over both teams, and each team its own.
  const byKind = set.breakdowns[1]!.first[0]!;
  expect(isProven([everywhere], shown(0, 1, 2, byKind + 1, byKind + 2), truth)).toBe(true);
  const ofTeam = set.breakdowns[1]!.first[1]!;
  expect(isProven([everywhere], shown(0, 1, ofTeam + 1), truth)).toBe(false);
});

test('nobody answers in a world who is not there', () => {
  expect(isProven([moving([0, 1, 2, 3], [4, -4, -4, 4])], all, truth)).toBe(false);
  expect(isProven([moving([0, 1, 2, 3], [-1, 1, 1, -1])], all, truth)).toBe(false);
});
