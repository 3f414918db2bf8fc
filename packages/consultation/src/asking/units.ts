import type { Clause } from '../tree/clause.ts';

/** How finely people are asked: by article, or by the clauses (khoản) within. */
export type Grain = 'articles' | 'clauses';

type Placed = Pick<Clause, 'index' | 'kind' | 'parent' | 'answerable'>;

/** A clause people take a stand on as one, and the clauses whose words belong to it, itself first. */
export interface Unit<C extends Placed> {
  clause: C;
  within: C[];
}

/** The clauses above, the nearest first. */
function above<C extends Placed>(clause: C, clauses: readonly C[]): C[] {
  const parent = clauses[clause.parent];
  return parent === undefined ? [] : [parent, ...above(parent, clauses)];
}

/** Articles; where a text has none, the topmost clauses that say something. */
function coarse<C extends Placed>(clauses: readonly C[]): C[] {
  const holdsArticle = new Set(
    clauses
      .filter(({ kind }) => kind === 'article')
      .flatMap((clause) => above(clause, clauses).map(({ index }) => index)),
  );
  const says = new Set(
    clauses
      .filter(({ answerable }) => answerable)
      .flatMap((one) => [one, ...above(one, clauses)].map(({ index }) => index)),
  );
  const isCoarse = (clause: C): boolean =>
    clause.kind === 'article' ? says.has(clause.index) : clause.answerable && !holdsArticle.has(clause.index);
  const found = clauses.filter(isCoarse);
  const own = new Set(found.map(({ index }) => index));
  return found.filter((clause) => !above(clause, clauses).some(({ index }) => own.has(index)));
}

/** Each asked clause with the words it stands for: whatever lies in it and is not asked by itself. */
export function within<C extends Placed>(clauses: readonly C[], asked: readonly C[]): Unit<C>[] {
  const own = new Set(asked);
  const ownerOf = (clause: C): C | undefined => [clause, ...above(clause, clauses)].find((one) => own.has(one));
  const parts = Map.groupBy(clauses, ownerOf);
  return asked.map((clause) => ({ clause, within: parts.get(clause) ?? [] }));
}

/** What a draft asks about, in its order; no clause belongs to two questions. */
export function unitsOf<C extends Placed>(clauses: readonly C[], grain: Grain): Unit<C>[] {
  const tops = coarse(clauses);
  const finer = (clause: C): C[] => clauses.filter(({ kind, parent }) => kind === 'clause' && parent === clause.index);
  const asked = grain === 'articles' ? tops : tops.flatMap((top) => (finer(top).length === 0 ? [top] : finer(top)));
  return within(clauses, asked);
}
