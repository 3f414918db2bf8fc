import { compareBytes, concat } from '@danban/bytes';
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

const closedBytes = 1 + HASH;
const openedBytes = (criteria: number): number => 1 + KEY + 1 + criteria + 2 + HASH;

/** The leaves of such a file for a table of so many criteria; null for what is none. */
export function readTable(bytes: Uint8Array, criteria: number): TableLeaf[] | null {
  const leaves: TableLeaf[] = [];
  const ofOpened = openedBytes(criteria);
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at] === OPENED ? ofOpened : closedBytes;
    if (bytes[at]! > OPENED || at + length > bytes.length) return null;
    const leaf = bytes.subarray(at + 1, at + length);
    leaves.push(bytes[at] === CLOSED ? leaf : readOpened(leaf, criteria));
    at += length;
  }
  return leaves;
}

/** A leaf that is opened by one of some keys, and by which of them. */
export interface Match {
  readonly leaf: Opened;
  readonly key: number;
}

/** Out of a table's file that was read before, the leaves opened by one of these keys. */
export function openedBy(keys: readonly Uint8Array[], bytes: Uint8Array, criteria: number): Match[] {
  const found: Match[] = [];
  const ofOpened = openedBytes(criteria);
  // Of other leaves nearly all begin otherwise.
  const begins = new Uint8Array(256);
  for (const key of keys) begins[key[0]!] = 1;
  for (let at = 0; at < bytes.length; at += bytes[at] === OPENED ? ofOpened : closedBytes) {
    if (bytes[at] === CLOSED || begins[bytes[at + 1]!] === 0) continue;
    const own = bytes.subarray(at + 1, at + 1 + KEY);
    const key = keys.findIndex((one) => compareBytes(one, own) === 0);
    if (key >= 0) found.push({ key, leaf: readOpened(bytes.subarray(at + 1, at + ofOpened), criteria) });
  }
  return found;
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
