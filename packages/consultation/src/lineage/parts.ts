import type { Unit } from './unit.ts';

/** So much of a clause and of its parts has to be the same words in the same order. */
const covered = 0.75;
/** So much of each part has to come from the clause. */
const fromWhole = 0.6;
const fewestWords = 3;
const mostWork = 4_000_000;
const mostParts = 12;

/** Length of the longest run of words that both have in order (Hunt and Szymanski would be faster for rare words; clauses are short). */
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
}

/** Whether a unit adds its own words to what the parts so far say of the whole. */
function adds(whole: Unit, parts: readonly Unit[], part: Unit): boolean {
  if (part.words.length < fewestWords) return false;
  const before = common(whole.words, inOrder(parts));
  return common(whole.words, inOrder([...parts, part])) - before >= fromWhole * part.words.length;
}

const inOrder = (parts: readonly Unit[]): number[] =>
  [...parts].sort((a, b) => a.at - b.at).flatMap((part) => part.words);

/**
 * The parts a whole was divided into: neighbours in order that together say what it said. `first` is the one it is
 * already linked to, or the most alike. Null when it was not divided.
 */
export function partsOf(whole: Unit, first: Unit, rows: Rows): Unit[] | null {
  if (first.key === whole.key || first.words.length < fewestWords) return null;
  const parts = [first];
  const grow = (step: -1 | 1): void => {
    for (let at = first.at + step; parts.length < mostParts; at += step) {
      const next = rows.units[at];
      if (next === undefined || !rows.isFree(at) || !adds(whole, parts, next)) return;
      parts.push(next);
    }
  };
  grow(1);
  grow(-1);
  if (parts.length === 1) return null;
  const words = inOrder(parts);
  const same = common(whole.words, words);
  const isCovered = same >= covered * whole.words.length && same >= covered * words.length;
  return isCovered ? parts.sort((a, b) => a.at - b.at) : null;
}
