import type { ProtectedCell } from '../cells.ts';
import { isWithin } from './spans.ts';

/**
 * An attacker who sees several exact tables about the same people and thinks through every world that fits all of them.
 * A person is one of some joint kinds ("answered no before", "yes before and yes now"); a table counts kinds by
 * category, `null` keeps a kind out of it. Shares no code with the engine.
 */
export interface SeenTable {
  readonly shown: readonly ProtectedCell[];
  readonly categoryOf: readonly (number | null)[];
}
export interface Joint {
  readonly parent: readonly number[];
  /** People attached directly, per node and kind. */
  readonly truth: readonly (readonly number[])[];
  readonly seen: readonly SeenTable[];
}

/**
 * Nodes where everybody of whom a question has an answer (`answerOf` gives one for the kind) certainly gave the same.
 * People attached to one node cannot be told apart, so no single answer is certain elsewhere.
 */
export function certainOf(joint: Joint, answerOf: readonly (number | null)[]): number[] {
  const { truth } = joint;
  const cells = truth.flatMap((row, node) => (sum(row) > 0 ? [node] : []));
  const suspects = new Map(
    cells.flatMap((node) => {
      const answers = answersIn(truth[node]!, answerOf);
      return answers.length === 1 ? [[node, answers[0]!] as const] : [];
    }),
  );
  const world = truth.map((row) => row.map(() => 0));
  const explore = (depth: number): void => {
    if (suspects.size === 0) return;
    const node = cells[depth];
    if (node === undefined) return clear(world, answerOf, suspects);
    for (const guess of compositions(sum(truth[node]!), truth[node]!.length)) {
      world[node] = guess;
      if (fits(joint, world, cells, depth)) explore(depth + 1);
    }
    world[node] = truth[node]!.map(() => 0);
  };
  explore(0);
  return [...suspects.keys()];
}

/** A world in which anybody of the node answered otherwise clears the node. */
function clear(
  world: readonly (readonly number[])[],
  answerOf: readonly (number | null)[],
  suspects: Map<number, number>,
) {
  for (const [node, answer] of suspects) {
    if (answersIn(world[node]!, answerOf).some((other) => other !== answer)) suspects.delete(node);
  }
}

function answersIn(row: readonly number[], answerOf: readonly (number | null)[]): number[] {
  return [...new Set(row.flatMap((people, kind) => (people > 0 ? (answerOf[kind] ?? []) : [])))];
}

/** Whether the nodes guessed so far can still add up to every exact cell, and do where a unit is complete. */
function fits({ parent, seen }: Joint, world: readonly (readonly number[])[], cells: readonly number[], depth: number) {
  return seen.every(({ shown, categoryOf }) =>
    shown.every((cell, unit) => {
      if (cell.kind !== 'exact') return true;
      const members = cells.filter((node) => isWithin([...parent], node, unit));
      const guessed = members.filter((node) => cells.indexOf(node) <= depth);
      const complete = guessed.length === members.length;
      return cell.counts.every((count, category) => {
        const so = countOf(world, guessed, categoryOf, category);
        return complete ? so === count : so <= count;
      });
    }),
  );
}

function countOf(
  world: readonly (readonly number[])[],
  members: readonly number[],
  categoryOf: readonly (number | null)[],
  category: number,
): number {
  return sum(members.flatMap((node) => world[node]!.filter((_, kind) => categoryOf[kind] === category)));
}

function sum(row: readonly number[]): number {
  return row.reduce((total, count) => total + count, 0);
}

/** All ways to spread `people` over `width` kinds. */
function compositions(people: number, width: number): number[][] {
  if (width === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) =>
    compositions(people - first, width - 1).map((rest) => [first, ...rest]),
  ).flat();
}
