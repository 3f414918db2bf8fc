import type { KeyedClause } from '@danban/contract';
import { searchKey } from '@danban/text';

/** The clauses that hold every one of these words, with or without marks. */
export function found(clauses: readonly KeyedClause[], words: string): KeyedClause[] {
  const wanted = searchKey(words)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return clauses.filter(({ label, heading, text }) => {
    const key = searchKey(`${label} ${heading} ${text}`);
    return wanted.every((word) => key.includes(word));
  });
}

const headed = new Set(['part', 'chapter', 'section', 'article', 'appendix']);

/** What the contents list: whatever has a heading of its own. */
export const outlineOf = (clauses: readonly KeyedClause[]): KeyedClause[] =>
  clauses.filter(
    ({ kind, heading, label }) => headed.has(kind) && (heading !== '' || kind === 'article') && label !== '',
  );

const shownLetters = 90;

/** A clause in a few words. */
export function shortName({ label, heading, text }: KeyedClause): string {
  const words = `${label} ${heading === '' ? text : heading}`.trim();
  return words.length > shownLetters ? `${words.slice(0, shownLetters)}…` : words;
}
