import { searchKey } from '@danban/text';
import { known } from './suggest.ts';

/** What a cell that names a unit or body leads to. */
export type Reference =
  | { found: true; id: string }
  | { found: false; why: 'ambiguous' }
  | { found: false; why: 'unknown'; suggestion: string | undefined };

export interface Named {
  id: string;
  name: string;
}

/** How many unknown names are compared letter by letter with everything there is, and how many comparisons that may be. */
const mostSuggestions = 200;
const mostComparisons = 1_000_000;

/**
 * Finds what a cell means: by its code, capitals aside, or by its name, marks and capitals aside, where only one thing is
 * called that. What is nowhere comes with the closest code there is.
 */
export function referencesTo(things: readonly Named[]): (text: string) => Reference {
  const codes = new Set(things.map(({ id }) => id));
  const byCode = new Map(things.map(({ id }) => [id.toLowerCase(), id]));
  const byName = new Map<string, string | null>();
  for (const { id, name } of things) {
    const key = searchKey(name);
    byName.set(key, (byName.get(key) ?? id) === id && byName.get(key) !== null ? id : null);
  }
  const suggestions = known(things.flatMap(({ id, name }) => [id, name].map((word) => ({ word, code: id }))));
  let left = Math.min(mostSuggestions, Math.ceil(mostComparisons / Math.max(suggestions.size, 1)));
  return (text) => {
    if (codes.has(text)) return { found: true, id: text };
    const id = byCode.get(text.toLowerCase()) ?? byName.get(searchKey(text));
    if (id === null) return { found: false, why: 'ambiguous' };
    if (id !== undefined) return { found: true, id };
    const suggestion = left-- > 0 ? suggestions.closest(text) : undefined;
    return { found: false, why: 'unknown', suggestion };
  };
}
