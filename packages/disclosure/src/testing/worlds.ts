import type { ProtectedCell } from '../cells.ts';
import { isWithin } from './spans.ts';

/**
 * An attacker who knows the rules, the tree and the number of respondents at every node, sees one released table and
 * thinks through every world that fits it. Shares no code with the engine.
 */
export interface Release {
  readonly parent: number[];
  /** The truth: counts per node and category of people attached directly. */
  readonly truth: number[][];
  readonly shown: ProtectedCell[];
  readonly sensitive: boolean;
}

interface Constraint {
  readonly cells: number[];
  readonly fits: (sum: number[]) => boolean;
}

/**
 * Nodes whose directly attached people all certainly gave one same answer.
 *
 * People attached to one node cannot be told apart, so if anybody's answer is certain, that of the node is; this
 * covers every group. The truth is itself a world that fits, so only nodes that are in truth uniform can be certain,
 * and one fitting world in which they are not clears them.
 */
export function certainNodes(release: Release): number[] {
  const cells = release.truth.flatMap((row, node) => (total(row) > 0 ? [node] : []));
  const constraints = constraintsOf(release, cells);
  const suspects = new Set(cells.filter((node) => isOneAnswer(release.truth[node]!)));
  const world: number[][] = [];
  const explore = (depth: number): void => {
    if (suspects.size === 0) return;
    if (depth === cells.length)
      return cells.forEach((node, i) => void (differs(world[i]!, release.truth[node]!) && suspects.delete(node)));
    const row = release.truth[cells[depth]!]!;
    for (const guess of compositions(total(row), row.length)) {
      world[depth] = guess;
      if (constraints[depth]!.every((constraint) => constraint.fits(sumOf(world, constraint.cells))))
        explore(depth + 1);
    }
  };
  explore(0);
  return [...suspects];
}

/** For each depth of the search, the released cells that can be judged there. */
function constraintsOf({ parent, truth, shown, sensitive }: Release, cells: number[]): Constraint[][] {
  const byDepth: Constraint[][] = cells.map(() => []);
  shown.forEach((cell, unit) => {
    const members = cells.flatMap((node, i) => (isWithin(parent, node, unit) ? [i] : []));
    if (cell.kind === 'protected' || members.length === 0) return;
    const n = members.reduce((sum, i) => sum + total(truth[cells[i]!]!), 0);
    byDepth[members.at(-1)!]!.push({ cells: members, fits: (sum) => fits(cell, sum, n, sensitive) });
  });
  return byDepth;
}

function fits(cell: ProtectedCell, sum: number[], n: number, sensitive: boolean): boolean {
  if (cell.kind === 'exact') return cell.counts.every((count, category) => count === sum[category]);
  return cell.kind === 'protected' || n - sum[cell.option]! <= dissentTold(n, sensitive);
}

/** What a band tells a reader of the published rules: at most this many chose anything else. */
function dissentTold(n: number, sensitive: boolean): number {
  if (n > 300) return Math.trunc(n * 0.01 + 1e-9);
  if (n >= 100) return Math.trunc(n * 0.02 + 1e-9);
  return n >= 40 || sensitive ? 2 : 1;
}

function sumOf(world: number[][], cells: number[]): number[] {
  return world[0]!.map((_, category) => cells.reduce((sum, i) => sum + world[i]![category]!, 0));
}

function total(row: number[]): number {
  return row.reduce((sum, count) => sum + count, 0);
}

function isOneAnswer(row: number[]): boolean {
  return row.filter((count) => count > 0).length < 2;
}

function differs(guess: number[], row: number[]): boolean {
  return guess.some((count, category) => count !== row[category]);
}

/** All ways to spread `people` over `width` categories. */
function compositions(people: number, width: number): number[][] {
  if (width === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) =>
    compositions(people - first, width - 1).map((rest) => [first, ...rest]),
  ).flat();
}
