import type { Unit } from './unit.ts';

/** Words in order: so much of a clause and of its parts together has to be the same. */
const inOrder = { covered: 0.75, fromWhole: 0.6 } as const;
/** Words in any order: nearly every one of the clause, and all of each part, so that nothing new was said. */
const inAnyOrder = { covered: 0.9, fromWhole: 0.95, ownWords: 2 } as const;
/** Nothing of a clause was lost: what one part leaves out stands, in order, in the other, which may say more. */
const complete = { covered: 0.95, fewestLost: 3, longer: 4, together: 2 } as const;
const fewestWords = 3;
const mostWork = 4_000_000;
const mostParts = 12;

/** Length of the longest run of words that both have in the same order. */
function common(one: readonly number[], other: readonly number[]): number {
  if (one.length * other.length > mostWork) return 0;
  let above = new Uint16Array(other.length + 1);
  for (const word of one) {
    const row = new Uint16Array(other.length + 1);
    for (let j = 0; j < other.length; j++)
      row[j + 1] = word === other[j] ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!);
    above = row;
  }
  return above[other.length]!;
}

/** What stands at a place of the version with the parts, and whether it may become one. */
interface Rows {
  units: readonly Unit[];
  isFree(at: number): boolean;
  /** The unit that a unit lies in, if there is one. */
  above(unit: Unit): Unit | undefined;
}

const wordsOf = (parts: readonly Unit[]): number[] =>
  [...parts].sort((a, b) => a.at - b.at).flatMap((part) => part.words);

const distinct = (parts: readonly Unit[]): Set<number> => new Set(parts.flatMap((part) => [...part.counts.keys()]));

const shareIn = (words: ReadonlySet<number>, other: ReadonlySet<number>): number =>
  words.size === 0 ? 0 : [...words].filter((word) => other.has(word)).length / words.size;

/** Whether a unit adds words of its own to what the parts so far say of the whole. */
function adds(whole: Unit, parts: readonly Unit[], part: Unit, rows: Rows): boolean {
  // Short points say little by themselves; below their own beginning they are its words.
  const isBelow = parts.includes(rows.above(part)!);
  if (part.words.length < (isBelow ? 1 : fewestWords)) return false;
  const before = common(whole.words, wordsOf(parts));
  const gained = common(whole.words, wordsOf([...parts, part])) - before;
  if (gained >= inOrder.fromWhole * part.words.length) return true;
  const lost = whole.words.length - before;
  const isAllThere = lost >= complete.fewestLost && gained >= complete.covered * lost;
  if (isAllThere && part.words.length <= complete.longer * gained) return true;
  const [all, own] = [distinct([whole]), distinct([part])];
  const said = distinct(parts);
  const onlyHere = [...own].filter((word) => all.has(word) && !said.has(word));
  return shareIn(own, all) >= inAnyOrder.fromWhole && onlyHere.length >= inAnyOrder.ownWords;
}

function isCovered(whole: Unit, parts: readonly Unit[]): boolean {
  const words = wordsOf(parts);
  const same = common(whole.words, words);
  if (same >= inOrder.covered * whole.words.length && same >= inOrder.covered * words.length) return true;
  if (same >= complete.covered * whole.words.length && words.length <= complete.together * whole.words.length)
    return true;
  const all = distinct([whole]);
  const nothingNew = parts.every((part) => shareIn(distinct([part]), all) >= inAnyOrder.fromWhole);
  return nothingNew && shareIn(all, distinct(parts)) >= inAnyOrder.covered;
}

/** Points that were made of one clause have a beginning that was written for them: it belongs to what the clause became. */
function withBeginning(parts: readonly Unit[], rows: Rows): Unit[] {
  const above = rows.above(parts[0]!);
  if (above === undefined || parts.includes(above) || !rows.isFree(above.at)) return [...parts];
  return parts.every((part) => rows.above(part) === above) ? [above, ...parts] : [...parts];
}

/**
 * The parts a whole was divided into: neighbours that together say what it said, in order, or all of it, or in any order
 * and nothing else. `first` is the one it is already linked to. Null when it was not divided.
 */
export function partsOf(whole: Unit, first: Unit, rows: Rows): Unit[] | null {
  if (first.key === whole.key || first.words.length < fewestWords) return null;
  const parts = [first];
  const grow = (step: -1 | 1): void => {
    for (let at = first.at + step; parts.length < mostParts; at += step) {
      const next = rows.units[at];
      if (next === undefined || !rows.isFree(at) || !adds(whole, parts, next, rows)) return;
      parts.push(next);
    }
  };
  grow(1);
  grow(-1);
  if (parts.length === 1 || !isCovered(whole, parts)) return null;
  return withBeginning(
    parts.sort((a, b) => a.at - b.at),
    rows,
  );
}
