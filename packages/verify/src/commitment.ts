import { concat, type Sha256, utf8 } from '@danban/bytes';
import { hmac } from './hmac.ts';
import { uint16 } from './uint16.ts';

/** Bytes of a key of one step of a ladder. */
export const KEY = 16;

/** A frozen tree: for each unit the one above it, −1 for the whole, which stands first. */
export type Parents = ArrayLike<number>;

/** Where a sheet stands in one table. */
export interface Standing {
  readonly category: number;
  /** Its answers to the criteria of the table. */
  readonly criteria: Uint8Array;
  readonly unit: number;
}

/** A leaf opened so far as to say that it lies in `unit` or below it, and no further. */
export interface Opened {
  /** The key of the unit's step, from which those above follow and those below do not. */
  readonly key: Uint8Array;
  readonly category: number;
  readonly criteria: Uint8Array;
  readonly unit: number;
  /** The hash over everything below the unit. */
  readonly below: Uint8Array;
}

/** The longest leaf with its mark: two criteria. */
const MOST_BYTES = 1 + KEY + 1 + 2 + 32;

const TABLE = utf8('danban/table/v1\n');
const [NEXT, END, STEP] = [utf8('k'), utf8('e'), utf8('x')];

/** The key that everything of one sheet in one table hangs on: of other tables it says nothing (HMAC). */
export function tableKey(sha256: Sha256, sheetKey: Uint8Array, table: number): Uint8Array {
  return hmac(sha256, sheetKey, concat(TABLE, uint16(table))).slice(0, KEY);
}

/** Units from the one right below the whole down to `unit`; none for the whole itself. */
export function pathTo(parents: Parents, unit: number): number[] {
  const path: number[] = [];
  for (let at = unit; parents[at]! >= 0; at = parents[at]!) path.unshift(at);
  return path;
}

/** The key of the step above. */
function above(sha256: Sha256, key: Uint8Array): Uint8Array {
  return sha256(concat(NEXT, key)).slice(0, KEY);
}

function step(sha256: Sha256, key: Uint8Array, unit: number, below: Uint8Array): Uint8Array {
  return sha256(concat(STEP, key, uint16(unit), below));
}

/** Keys from the whole (0) down to the step below the unit itself. */
function ladder(sha256: Sha256, lowest: Uint8Array, steps: number): Uint8Array[] {
  const keys = [lowest];
  while (keys.length <= steps) keys.unshift(above(sha256, keys[0]!));
  return keys;
}

/**
 * Opens a sheet's leaf as far as the unit at `depth` steps below the whole: 0 tells its category alone. Whoever holds the
 * key of its table can open every depth; from what is opened nothing deeper follows.
 */
export function openTo(
  sha256: Sha256,
  parents: Parents,
  key: Uint8Array,
  { category, criteria, unit }: Standing,
  depth: number,
): Opened {
  const path = pathTo(parents, unit);
  if (depth < 0 || depth > path.length) throw new RangeError('no such depth');
  const keys = ladder(sha256, key, path.length + 1);
  let below = sha256(concat(END, keys[path.length + 1]!));
  for (let at = path.length; at > depth; at--) below = step(sha256, keys[at]!, path[at - 1]!, below);
  return { key: keys[depth]!, category, criteria, unit: depth === 0 ? 0 : path[depth - 1]!, below };
}

/** What stands in the tree of a table for a leaf that is opened: the data of the leaf (RFC 6962), one block long. */
export function leafData(sha256: Sha256, parents: Parents, opened: Opened): Uint8Array {
  const { key, below } = upToTheWhole(sha256, parents, opened);
  return concat(key, Uint8Array.of(opened.category), opened.criteria, below);
}

/** The key of the whole, and the hash over everything below it. */
function upToTheWhole(sha256: Sha256, parents: Parents, opened: Opened): Pick<Opened, 'key' | 'below'> {
  if (opened.unit === 0) return opened;
  const path = pathTo(parents, opened.unit);
  let { key, below } = opened;
  for (let at = path.length; at > 0; at--) {
    below = step(sha256, key, path[at - 1]!, below);
    key = above(sha256, key);
  }
  return { key, below };
}

/** The hashes of many leaves that are opened (RFC 6962 §2.1), in one place of memory. */
export function leafHasher(sha256: Sha256, parents: Parents): (opened: Opened) => Uint8Array {
  const data = new Uint8Array(MOST_BYTES);
  return (opened) => {
    const { key, below } = upToTheWhole(sha256, parents, opened);
    const { criteria } = opened;
    const belowAt = 1 + KEY + 1 + criteria.length;
    data[0] = 0;
    data.set(key, 1);
    data[1 + KEY] = opened.category;
    data.set(criteria, 2 + KEY);
    data.set(below, belowAt);
    return sha256(data.subarray(0, belowAt + below.length));
  };
}
