import { carry, type Clause, type Link } from '@danban/consultation';
import type { KeyedClause } from '@danban/contract';
import { customAlphabet } from 'nanoid';

/** Keys become ids of questions and names of fields: short, no dots, nothing that looks like something else. */
const drawn = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 7);
const newKey = (): string => `c${drawn()}`;

/** What a version follows: the clauses before it, and what each became. */
interface Followed {
  before: readonly KeyedClause[];
  links: readonly Link[];
}

/** The clauses of a version with their permanent keys: those of the version before where they go on, else new ones. */
export function keyed(clauses: readonly Clause[], followed: Followed | null): KeyedClause[] {
  const keys = new Map((followed?.before ?? []).map(({ path, key }) => [path, key]));
  const carried = carry(followed?.links ?? [], keys, newKey).keys;
  return clauses.map((clause) => ({ ...clause, key: carried.get(clause.path) ?? newKey() }));
}
