import type { Clause } from '../tree/clause.ts';
import { canonicalSpelling, keyOfSpelled, wordsOfSpelled } from './wording.ts';

/** One side of a comparison: a version with what is looked up in it again and again. */
export interface Side {
  clauses: readonly Clause[];
  units: Unit[];
  /** Place among the units by index of the clause; absent for headings. */
  unitOf: ReadonlyMap<number, number>;
}

/** A clause that says something, as it is compared. */
export interface Unit {
  at: number;
  clause: Clause;
  key: string;
  /** Numbers of its words, in order. */
  words: number[];
  /** How often each word stands in it. */
  counts: ReadonlyMap<number, number>;
  /** Where it lives, as index of a clause: what it lies in; an article or section with words of its own lives in itself. */
  home: number;
  /** Units beside it in the same home; -1 at the edges. */
  previous: number;
  next: number;
}

/** Numbers for words, the same on both sides. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** Clauses beyond this are compared by their first words. */
const mostWords = 4_000;

function countsOf(words: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const livesInItself = (clause: Clause): boolean => clause.kind !== 'clause' && clause.kind !== 'point';

/** Prepares a version for comparing. */
export function sideOf(clauses: readonly Clause[], vocabulary: Vocabulary): Side {
  const units = clauses
    .filter((clause) => clause.answerable)
    .map((clause, at): Unit => {
      const spelled = canonicalSpelling(clause.text);
      const key = keyOfSpelled(spelled);
      const words = wordsOfSpelled(spelled)
        .slice(0, mostWords)
        .map((word) => vocabulary.numberOf(word));
      const home = livesInItself(clause) ? clause.index : clause.parent;
      return { at, clause, key, words, counts: countsOf(words), home, previous: -1, next: -1 };
    });
  const last = new Map<number, Unit>();
  for (const unit of units) {
    const row = livesInItself(unit.clause) ? unit.clause.parent : unit.home;
    const before = last.get(row);
    if (before !== undefined) [unit.previous, before.next] = [before.at, unit.at];
    last.set(row, unit);
  }
  return { clauses, units, unitOf: new Map(units.map((unit) => [unit.clause.index, unit.at])) };
}
