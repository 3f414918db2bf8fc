import fc from 'fast-check';
import type { Checks } from '../checks.ts';
import type { ProtectedCell } from '../cells.ts';
import { publishTotalsChecking } from '../totals.ts';
import { subtreeTotals } from '../tree.ts';
import { protectTree } from './treeTable.ts';

export interface Sample {
  readonly parent: number[];
  /** Counts per node and category of people attached directly. */
  readonly truth: number[][];
  readonly k: number;
  readonly sensitive: boolean;
}

/** Trees of up to ten nodes, some with several roots, with up to nine people attached to any node. */
export const tinyTree = fc
  .array(fc.record({ up: fc.nat({ max: 1000 }), people: fc.nat({ max: 9 }) }), { minLength: 1, maxLength: 10 })
  .map((nodes) => ({
    // One value in node + 1 makes another root.
    parent: nodes.map(({ up }, node) => (up % (node + 1)) - 1),
    people: nodes.map(({ people }) => people),
  }));

/** Small tables leaning towards uniform answers, because that is where a release can go wrong. */
export const tinyTable = sample(5, 6, fc.integer({ min: 2, max: 3 }));

/** Few but larger teams, where the allowed dissent grows to two and capacity can run out. */
export const tallTable = sample(4, 45, fc.constant(2));

function sample(maxLength: number, maxPeople: number, widths: fc.Arbitrary<number>): fc.Arbitrary<Sample> {
  const node = fc.record({
    up: fc.nat({ max: 1000 }),
    people: fc.nat({ max: maxPeople }),
    mostly: fc.nat({ max: 2 }),
    dissent: fc.nat({ max: 3 }),
  });
  return fc
    .record({
      nodes: fc.array(node, { minLength: 2, maxLength }),
      width: widths,
      k: fc.integer({ min: 3, max: 5 }),
      sensitive: fc.boolean(),
    })
    .map(({ nodes, width, k, sensitive }) => ({
      parent: nodes.map(({ up }, at) => (at === 0 ? -1 : up % at)),
      truth: nodes.map(({ people, mostly, dissent }) =>
        answers(width, people, mostly % width, Math.min(dissent, people)),
      ),
      k,
      sensitive,
    }));
}

function answers(width: number, people: number, mostly: number, dissent: number): number[] {
  const row = new Array<number>(width).fill(0);
  row[mostly]! += people - dissent;
  row[(mostly + 1) % width]! += dissent;
  return row;
}

export function totalsOf(parent: number[], people: number[], k: number, checks: Checks): Uint8Array {
  const tree = { parent: Int32Array.from(parent) };
  return publishTotalsChecking(checks, tree, subtreeTotals(tree, Uint32Array.from(people), 1), k);
}

export function tableOf({ parent, truth, k, sensitive }: Sample, checks: Checks): ProtectedCell[] {
  const people = truth.map((row) => row.reduce((sum, count) => sum + count, 0));
  const table = {
    tree: { parent: Int32Array.from(parent) },
    published: totalsOf(parent, people, k, checks),
    counts: Uint32Array.from(truth.flat()),
    options: truth[0]!.length - 1,
    k,
    sensitive,
  };
  return protectTree(table, checks);
}
