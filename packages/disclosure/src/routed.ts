import type { ProtectedCell } from './cells.ts';

/**
 * Routed questions: those asked only of people who gave certain answers to a question before (rule R13).
 *
 * Whoever knows, or guesses, what a person answered before knows that the person was asked. So a routed question is
 * judged as what it is, a table about the people who were asked: their number must reach the threshold, their answers
 * must not be (nearly) all the same, and what is left between shown units is held to the same. A table over everybody
 * with "not asked" in it would hide both: of 100 people 6 were asked and all 6 said yes looks mixed, and is not.
 *
 * How many were asked follows from the question before wherever that is shown exactly, and tells about it where it is
 * not. So a routed question is shown only where every table its condition speaks of is exact; of a multiple choice
 * these are the options it names and "chose any of them", which no single option tells. Leaving units out of a safe
 * pattern keeps it safe: what is left above grows by groups that are neither small nor concentrated.
 */

/** The units of a pattern where every one of these tables is exact. */
export function whereExact(pattern: Uint8Array, tables: readonly (readonly ProtectedCell[])[]): Uint8Array {
  return pattern.map((shown, node) => (shown === 1 && tables.every((cells) => cells[node]?.kind === 'exact') ? 1 : 0));
}

type Whole = Uint8Array | Uint16Array | Uint32Array;

/**
 * The counts of those who were asked, from counts of everybody in which people who were not asked stand in category 0.
 * Node-major with `width` categories. Throws when lengths disagree or somebody answered who was not asked.
 */
export function amongAsked<T extends Whole>(counts: T, width: number, people: Whole, asked: Whole): T {
  if (counts.length !== people.length * width || asked.length !== people.length) {
    throw new RangeError('counts, people and asked do not fit');
  }
  const among = counts.slice() as T;
  for (let node = 0; node < people.length; node++) {
    const silent = counts[node * width]! - (people[node]! - asked[node]!);
    if (silent < 0) throw new RangeError('more answers than people asked');
    among[node * width] = silent;
  }
  return among;
}

/**
 * The tables of one ranking, option by option: a unit shows all of them or none.
 *
 * Places are given once, so the tables add up to how many gave each place, and one that is hidden follows from the
 * others. Together they tell no more of anybody than each alone: people of one unit cannot be told apart, so a place is
 * certain for one of them only where it is for all, and such a table is not shown.
 */
export function allOrNone(tables: readonly (readonly ProtectedCell[])[]): ProtectedCell[][] {
  const shown = whereExact(new Uint8Array(tables[0]?.length ?? 0).fill(1), tables);
  return tables.map((cells) => cells.map((cell, node) => (shown[node] === 1 ? cell : { kind: 'protected' })));
}
