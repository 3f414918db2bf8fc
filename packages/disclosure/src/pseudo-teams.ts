import type { UnitTree } from './tree.ts';

export interface TreeWithPseudoTeams {
  readonly tree: UnitTree;
  /** For each unit given, the node where its directly attached people are counted. */
  readonly team: Int32Array;
}

/**
 * Gives the people attached directly to an inner unit a leaf of their own (rule R1), so that they can be shown, or
 * missed by subtraction, like any other team. New leaves come after all units given, hence topological order holds.
 *
 * `members[unit]` is the number of people attached directly at opening: memberships, never answers.
 */
export function withPseudoTeams(tree: UnitTree, members: ArrayLike<number>): TreeWithPseudoTeams {
  const parent = [...tree.parent];
  const inner = new Set(tree.parent);
  const team = tree.parent.map((_, unit) => {
    if (!inner.has(unit) || members[unit] === 0) return unit;
    return parent.push(unit) - 1;
  });
  return { tree: { parent: Int32Array.from(parent) }, team };
}
