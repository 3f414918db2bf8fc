import { concat } from '@danban/bytes';
import { HASH } from '@danban/merkle';
import { KEY, type Opened } from './commitment.ts';
import { uint16 } from './uint16.ts';

/** A leaf of a table as it is published: closed, its hash alone; or opened as far as figures are published. */
export type TableLeaf = Uint8Array | Opened;

const [CLOSED, OPENED] = [0, 1];

/** One table as a file: its leaves in the order of its tree, 33 bytes closed, 52 and one for each criterion opened. */
export function writeTable(leaves: readonly TableLeaf[]): Uint8Array {
  return concat(...leaves.map(writeLeaf));
}

function writeLeaf(leaf: TableLeaf): Uint8Array {
  if (leaf instanceof Uint8Array) return concat(Uint8Array.of(CLOSED), leaf);
  const { key, category, criteria, unit, below } = leaf;
  return concat(Uint8Array.of(OPENED), key, Uint8Array.of(category), criteria, uint16(unit), below);
}

/** The leaves of such a file for a table of so many criteria; null for what is none. */
export function readTable(bytes: Uint8Array, criteria: number): TableLeaf[] | null {
  const leaves: TableLeaf[] = [];
  const openedBytes = 1 + KEY + 1 + criteria + 2 + HASH;
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] === OPENED ? openedBytes : 1 + HASH;
    if (bytes[at]! > OPENED || at + length > bytes.length) return null;
    const leaf = bytes.subarray(at + 1, at + length);
    leaves.push(bytes[at] === CLOSED ? leaf : readOpened(leaf, criteria));
    at += length;
  }
  return leaves;
}

function readOpened(leaf: Uint8Array, criteria: number): Opened {
  const unitAt = KEY + 1 + criteria;
  return {
    key: leaf.subarray(0, KEY),
    category: leaf[KEY]!,
    criteria: leaf.subarray(KEY + 1, unitAt),
    unit: (leaf[unitAt]! << 8) | leaf[unitAt + 1]!,
    below: leaf.subarray(unitAt + 2),
  };
}
