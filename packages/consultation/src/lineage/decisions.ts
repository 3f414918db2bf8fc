import type { Clause } from '../tree/clause.ts';
import type { Confirmed } from './align.ts';

/**
 * What a person decided about one clause, by paths: which clauses of the other version it is (`with`), none where it is
 * new or gone. `side` says in which version `path` stands.
 */
export interface Decision {
  side: 'from' | 'to';
  path: string;
  with: readonly string[];
}

const pairsOf = ({ side, path, with: others }: Decision): Confirmed[] => {
  if (side === 'from')
    return others.length === 0 ? [{ from: path, to: null }] : others.map((to) => ({ from: path, to }));
  return others.length === 0 ? [{ from: null, to: path }] : others.map((from) => ({ from, to: path }));
};

/** Decisions in the order they were taken, as `align` wants them: a later one takes the place of all it touches. */
export function confirmedBy(decisions: readonly Decision[]): Confirmed[] {
  return decisions.reduce<Confirmed[]>((known, decision) => {
    const pairs = pairsOf(decision);
    const [froms, tos] = [new Set(pairs.map(({ from }) => from)), new Set(pairs.map(({ to }) => to))];
    const isTouched = ({ from, to }: Confirmed): boolean =>
      (from !== null && froms.has(from)) || (to !== null && tos.has(to));
    return [...known.filter((pair) => !isTouched(pair)), ...pairs];
  }, []);
}

/** Those that still hold after the new version was cut anew: whose clauses there say what they said. */
export function stillHolding(
  decisions: readonly Decision[],
  before: readonly Clause[],
  after: readonly Clause[],
): Decision[] {
  const words = (clauses: readonly Clause[]) =>
    new Map(clauses.map(({ path, kind, heading, text }) => [path, `${kind}\n${heading}\n${text}`]));
  const [then, now] = [words(before), words(after)];
  const holds = (path: string): boolean => then.has(path) && then.get(path) === now.get(path);
  return decisions.filter(({ side, path, with: others }) => (side === 'to' ? holds(path) : others.every(holds)));
}
