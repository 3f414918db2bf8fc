import type { Clause } from '@danban/consultation';
import type { KeyedClause } from '@danban/contract';
import { customAlphabet } from 'nanoid';

/** Keys become ids of questions and names of fields: short, no dots, nothing that looks like something else. */
const drawn = customAlphabet('23456789abcdefghjkmnpqrstvwxyz', 7);

/** The clauses of a version with their permanent keys. */
export function keyed(clauses: readonly Clause[]): KeyedClause[] {
  return clauses.map((clause) => ({ ...clause, key: `c${drawn()}` }));
}
