import type { UnitTree } from './tree.ts';

/**
 * Candidates with people in them: most people first, then level, then index.
 *
 * An ancestor has at least the people of its descendants and a smaller level, so it always comes first: when a node's
 * turn comes, nothing below it has been decided yet.
 */
export function inFixedOrder(tree: UnitTree, people: Uint32Array, candidates: Uint8Array): Int32Array {
  const nodes = tree.parent.length;
  const level = levels(tree);
  const most = largest(people);
  const levelStep = nodes;
  const peopleStep = levelStep * (largest(level) + 1);
  const keys = new Float64Array(nodes);
  let found = 0;
  for (let node = 0; node < nodes; node++) {
    if (candidates[node] === 0 || people[node] === 0) continue;
    keys[found++] = (most - people[node]!) * peopleStep + level[node]! * levelStep + node;
  }
  // One number per node: the native numeric sort is several times faster than one with a comparator.
  return Int32Array.from(keys.subarray(0, found).sort(), (key) => key % nodes);
}

function levels(tree: UnitTree): Uint32Array {
  const level = new Uint32Array(tree.parent.length);
  for (let node = 0; node < level.length; node++) {
    const above = tree.parent[node]!;
    if (above >= 0) level[node] = level[above]! + 1;
  }
  return level;
}

function largest(values: Uint32Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}
