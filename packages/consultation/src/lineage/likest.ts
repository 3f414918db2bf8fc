import type { Clause } from '../tree/clause.ts';
import { canonicalSpelling, wordsOfSpelled } from './wording.ts';

function wordsOf({ heading, text }: Clause): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOfSpelled(canonicalSpelling(`${heading} ${text}`)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function shared(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [both, all] = [0, 0];
  for (const [word, times] of one) {
    both += Math.min(times, other.get(word) ?? 0);
    all += times;
  }
  for (const times of other.values()) all += times;
  return all === 0 ? 0 : (2 * both) / all;
}

/** The clauses of another version a person would look at first for this one's counterpart: those that say most of the same. */
export function likest<C extends Clause>(clause: Clause, others: readonly C[], most: number): C[] {
  const words = wordsOf(clause);
  const isHead = clause.kind !== 'clause' && clause.kind !== 'point';
  const ranked = others
    .filter(
      ({ kind, answerable, heading }) => kind !== 'preamble' && kind !== 'closing' && (answerable || heading !== ''),
    )
    .map((other) => {
      const isSameSort = (other.kind !== 'clause' && other.kind !== 'point') === isHead;
      return { other, score: shared(words, wordsOf(other)) + (isSameSort ? 0.1 : 0) };
    })
    .sort((a, b) => b.score - a.score || a.other.index - b.other.index);
  return ranked.slice(0, most).map(({ other }) => other);
}
