import { align, carry, type Clause } from '@danban/consultation';
import type { KeyedClause } from '@danban/contract';
import { customAlphabet } from 'nanoid';

/** Keys become ids of questions and names of fields: short, no dots, nothing that looks like something else. */
const drawn = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 7);
const newKey = (): string => `c${drawn()}`;

/** The clauses of a version with their permanent keys: those of the version before where they go on, else new ones. */
export function keyed(clauses: readonly Clause[], before: readonly KeyedClause[] | null): KeyedClause[] {
  const { links, headings } = align(before ?? [], clauses);
  // An article that has words of its own and a heading stands in both lists.
  const said = new Set(links.map(({ to }) => to));
  const all = [...links, ...headings.filter(({ to }) => !said.has(to))];
  const keys = new Map((before ?? []).map(({ path, key }) => [path, key]));
  const carried = carry(all, keys, newKey).keys;
  return clauses.map((clause) => ({ ...clause, key: carried.get(clause.path) ?? newKey() }));
}
