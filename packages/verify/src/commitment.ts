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

/** A mark, a key, a unit and a hash. */
const STEP_BYTES = 1 + KEY + 2 + 32;

const NONE = new Uint8Array();
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

type StepHasher = (key: Uint8Array, unit: number, below: Uint8Array) => Uint8Array;

/** The hash over everything from a unit down, by its key and the hash over what is below it; in one place of memory. */
function stepHasher(sha256: Sha256): StepHasher {
  const data = new Uint8Array(STEP_BYTES);
  data.set(STEP);
  return (key, unit, below) => {
    if (unit > 0xffff) throw new RangeError('no number of two bytes');
    data.set(key, 1);
    data[1 + KEY] = unit >> 8;
    data[2 + KEY] = unit;
    data.set(below, 3 + KEY);
    return sha256(data);
  };
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
  const stepOver = stepHasher(sha256);
  let below = sha256(concat(END, keys[path.length + 1]!));
  for (let at = path.length; at > depth; at--) below = stepOver(keys[at]!, path[at - 1]!, below);
  return { key: keys[depth]!, category, criteria, unit: depth === 0 ? 0 : path[depth - 1]!, below };
}

/** What stands in the tree of a table for a leaf that is opened: the data of the leaf (RFC 6962), one block long. */
export function leafData(sha256: Sha256, parents: Parents, opened: Opened): Uint8Array {
  const { key, below } = climbing(sha256, parents)(opened);
  return concat(key, Uint8Array.of(opened.category), opened.criteria, below);
}

/** The key of the whole, and the hash over everything below it. */
function climbing(sha256: Sha256, parents: Parents): (opened: Opened) => Pick<Opened, 'key' | 'below'> {
  const stepOver = stepHasher(sha256);
  return (opened) => {
    let { key, below } = opened;
    for (let at = opened.unit; parents[at]! >= 0; at = parents[at]!) {
      below = stepOver(key, at, below);
      key = above(sha256, key);
    }
    return { key, below };
  };
}

/** The hashes of many leaves that are opened (RFC 6962 §2.1), in one place of memory. */
export function leafHasher(sha256: Sha256, parents: Parents): (opened: Opened) => Uint8Array {
  const data = new Uint8Array(MOST_BYTES);
  const climb = climbing(sha256, parents);
  return (opened) => {
    const { key, below } = climb(opened);
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

/** One sheet in one table without criteria, wherever it may stand. */
export interface Anywhere {
  /** The key so many steps above the lowest. */
  keyAbove(steps: number): Uint8Array;
  /** The hash over everything below the unit `top`, were it a sheet of `unit`, which lies in it. */
  below(unit: number, top: number): Uint8Array;
  /** The hashes of its leaf by category, were it a sheet of this unit. */
  leafIn(unit: number): (category: number) => Uint8Array;
}

/** What follows from the key of a sheet's table without knowing where it stands, derived once for all units. */
export function anywhereIn(sha256: Sha256, parents: Parents, lowest: Uint8Array): Anywhere {
  const keys = [lowest];
  const end = sha256(concat(END, lowest));
  const hashOf = leafHasher(sha256, parents);
  const stepOver = stepHasher(sha256);
  const keyAbove = (steps: number): Uint8Array => {
    while (keys.length <= steps) keys.push(above(sha256, keys.at(-1)!));
    return keys[steps]!;
  };
  function climb(unit: number, top: number) {
    let [below, steps] = [end, 1];
    for (let at = unit; at !== top && parents[at]! >= 0; at = parents[at]!, steps++) {
      below = stepOver(keyAbove(steps), at, below);
    }
    return { key: keyAbove(steps), below };
  }
  return {
    keyAbove,
    below: (unit, top) => climb(unit, top).below,
    leafIn(unit) {
      const whole = { ...climb(unit, 0), criteria: NONE, unit: 0 };
      return (category) => hashOf({ ...whole, category });
    },
  };
}
