import { compareBytes, type Sha256 } from '@danban/bytes';
import { HASH, Tree } from '@danban/merkle';
import { leafHasher, type Opened, type Parents, pathTo } from './commitment.ts';
import type { TableLeaf } from './tableFile.ts';

/** A table looked through: the root over its leaves, and how many of the opened ones stand in each group and category. */
export interface Recounted {
  readonly root: Uint8Array;
  readonly size: number;
  /** Whether a leaf of this hash is in the table. */
  has(hash: Uint8Array): boolean;
  /** Leaves that are not opened. */
  readonly closed: number;
  /** Counts by unit and answers to the criteria, as `groupName` writes them. */
  readonly counts: ReadonlyMap<string, Uint32Array>;
}

/** `order`: leaves are not in the order of their hashes, or one stands twice. `unit`: one names a unit there is not. */
export type TableFault = 'order' | 'unit';

const CATEGORIES = 256;

/** How a group is called among counts. */
export function groupName(unit: number, categories: ArrayLike<number>): string {
  return `${unit} ${Array.from(categories).join()}`;
}

/** Hashes every leaf once, puts the tree up over them, and counts what is opened: with SHA-256 alone. */
export function recount(sha256: Sha256, parents: Parents, leaves: readonly TableLeaf[]): Recounted | TableFault {
  const hashes: Uint8Array[] = [];
  const counter = groupCounter(parents);
  const hashOf = leafHasher(sha256, parents);
  let closed = 0;
  for (const leaf of leaves) {
    if (!(leaf instanceof Uint8Array) && leaf.unit >= parents.length) return 'unit';
    const hash = leaf instanceof Uint8Array ? leaf : hashOf(leaf);
    const before = hashes.at(-1);
    if (hash.length !== HASH || (before && compareBytes(before, hash) >= 0)) return 'order';
    hashes.push(hash);
    if (leaf instanceof Uint8Array) closed += 1;
    else counter.add(leaf);
  }
  return {
    root: new Tree(sha256, hashes).root(),
    size: hashes.length,
    counts: counter.counts,
    has: (hash) => isAmong(hashes, hash),
    closed,
  };
}

/** Halves what is left until it is found: leaves stand in the order of their hashes. */
function isAmong(sorted: readonly Uint8Array[], hash: Uint8Array): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = compareBytes(sorted[middle]!, hash);
    if (order === 0) return true;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return false;
}

/** Counts in its unit and in every one above; people who stand alike are looked up once. */
function groupCounter(parents: Parents): { counts: Map<string, Uint32Array>; add(opened: Opened): void } {
  const counts = new Map<string, Uint32Array>();
  const known = new Map<number, Uint32Array[]>();
  const groupsOf = ({ unit, criteria }: Opened): Uint32Array[] =>
    [0, ...pathTo(parents, unit)].map((at) => {
      const name = groupName(at, criteria);
      const own = counts.get(name) ?? new Uint32Array(CATEGORIES);
      counts.set(name, own);
      return own;
    });
  return {
    counts,
    add(opened) {
      const { unit, criteria, category } = opened;
      const standing = (unit * CATEGORIES + (criteria[0] ?? 0)) * CATEGORIES + (criteria[1] ?? 0);
      const groups = known.get(standing) ?? groupsOf(opened);
      known.set(standing, groups);
      for (const group of groups) group[category]! += 1;
    },
  };
}
