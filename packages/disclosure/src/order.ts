import type { UnitTree } from './tree.ts';

/**
 * Candidates with people in them: most people first, then level, then index.
 *
 * An ancestor has at least the people of its descendants and a smaller level, so it always comes first: when a node's
 * turn comes, nothing below it has been decided yet.
 */
export function inFixedOrder(tree: UnitTree, people: Uint32Array, candidates: Uint8Array): Int32Array {
  const nodes = occupied(people, candidates);
  return sortedBy(missingToLargest(people), sortedBy(levels(tree), nodes));
}

function missingToLargest(people: Uint32Array): Uint32Array {
  const missing = new Uint32Array(people.length).fill(largest(people));
  for (let node = 0; node < missing.length; node++) missing[node]! -= people[node]!;
  return missing;
}

function occupied(people: Uint32Array, candidates: Uint8Array): Int32Array {
  const nodes = new Int32Array(people.length);
  let found = 0;
  for (let node = 0; node < people.length; node++) {
    if (candidates[node] !== 0 && people[node] !== 0) nodes[found++] = node;
  }
  return nodes.subarray(0, found);
}

function levels(tree: UnitTree): Uint32Array {
  const level = new Uint32Array(tree.parent.length);
  for (let node = 0; node < level.length; node++) {
    const above = tree.parent[node]!;
    if (above >= 0) level[node] = level[above]! + 1;
  }
  return level;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Stable, ascending by key. By digits, because a table is sorted for each question and comparisons would dominate. */
function sortedBy(key: Uint32Array, nodes: Int32Array): Int32Array {
  const most = largest(key);
  let sorted = nodes;
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += DIGIT_BITS) sorted = sortedByDigit(key, shift, sorted);
  return sorted;
}

function sortedByDigit(key: Uint32Array, shift: number, nodes: Int32Array): Int32Array {
  const next = new Uint32Array(DIGITS + 1);
  for (let i = 0; i < nodes.length; i++) next[((key[nodes[i]!]! >>> shift) & (DIGITS - 1)) + 1]!++;
  for (let digit = 1; digit <= DIGITS; digit++) next[digit]! += next[digit - 1]!;
  const sorted = new Int32Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) sorted[next[(key[nodes[i]!]! >>> shift) & (DIGITS - 1)]!++] = nodes[i]!;
  return sorted;
}

function largest(values: Uint32Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}
