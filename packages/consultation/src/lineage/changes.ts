import { differenceOf, likenessOf } from '../difference/words.ts';
import type { Clause } from '../tree/clause.ts';
import { align, type Confirmed } from './align.ts';
import { isKept, withSharedEnds, type Kept, type Link, type Relation } from './link.ts';
import { inReadingOrder } from './order.ts';
import { wordingKey } from './wording.ts';

/** An article with the same title says something else where its words are others. */
function withWords(link: Kept, before: ReadonlyMap<string, Clause>, after: ReadonlyMap<string, Clause>): Kept {
  const isSame = wordingKey(before.get(link.from)!.text) === wordingKey(after.get(link.to)!.text);
  return isSame ? link : { ...link, wording: 'changed' };
}

/**
 * One row of links for everything that has a key: clauses people answer to, and headings. Where an article has words of
 * its own, they tell which one it became; its title does where they tell nothing of the one or of the other. So an
 * article whose only clause became an article of its own goes on in it, together with that clause.
 */
export function lineageOf(
  before: readonly Clause[],
  after: readonly Clause[],
  confirmed: readonly Confirmed[] = [],
): Link[] {
  const { links, headings } = align(before, after, confirmed);
  const kept = links.filter(isKept);
  const [froms, tos] = [new Set(kept.map(({ from }) => from)), new Set(kept.map(({ to }) => to))];
  const byTitle = headings.filter(isKept).filter(({ from, to }) => !froms.has(from) || !tos.has(to));
  const [olds, news] = [byPath(before), byPath(after)];
  const all = [...kept, ...byTitle.map((link) => withWords(link, olds, news))];
  const [gone, come] = [new Set(all.map(({ from }) => from)), new Set(all.map(({ to }) => to))];
  const every = [...links, ...headings];
  const removed = [...new Set(every.flatMap(({ from }) => (from === null || gone.has(from) ? [] : [from])))];
  const added = [...new Set(every.flatMap(({ to }) => (to === null || come.has(to) ? [] : [to])))];
  return ordered(
    withSharedEnds([
      ...all,
      ...removed.map((from): Link => ({ from, to: null, relation: 'removed' })),
      ...added.map((to): Link => ({ from: null, to, relation: 'added' })),
    ]),
    before,
    after,
  );
}

const pathsOf = (clauses: readonly Clause[]): string[] => clauses.map(({ path }) => path);

/** Links in the order of the new version, removed ones where they stood. */
export const ordered = (links: readonly Link[], before: readonly Clause[], after: readonly Clause[]): Link[] =>
  inReadingOrder(links, pathsOf(before), pathsOf(after));

/**
 * The links a reader is told: those of words, and those of headings that say nothing else. That an article goes on in
 * another together with its only clause is said by that clause alone.
 */
export function toldBy(links: readonly Link[], before: readonly Clause[], after: readonly Clause[]): Link[] {
  const says = (clauses: readonly Clause[]) =>
    new Set(clauses.filter(({ answerable }) => answerable).map(({ path }) => path));
  const [olds, news] = [says(before), says(after)];
  const isOfWords = ({ from, to }: Link): boolean => (from === null || olds.has(from)) && (to === null || news.has(to));
  const words = links.filter(isOfWords);
  const [froms, tos] = [new Set(words.map(({ from }) => from)), new Set(words.map(({ to }) => to))];
  const isSaid = ({ from, to }: Link): boolean => (from !== null && froms.has(from)) || (to !== null && tos.has(to));
  return ordered(withSharedEnds(links.filter((link) => isOfWords(link) || !isSaid(link))), before, after);
}

/** What became of one clause, or of several that were divided or put together. */
export interface Change<C extends Clause = Clause> {
  relation: Relation;
  from: C[];
  to: C[];
}

/** Links as changes, in the order of the links: what shares an end is one change. */
export function changesIn<C extends Clause>(
  links: readonly Link[],
  before: readonly C[],
  after: readonly C[],
): Change<C>[] {
  const [olds, news] = [byPath(before), byPath(after)];
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const key =
      link.relation === 'split'
        ? `from ${link.from}`
        : link.relation === 'merged'
          ? `to ${link.to}`
          : `${link.from} ${link.to}`;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  const distinct = (paths: (string | null)[], clauses: ReadonlyMap<string, C>): C[] =>
    [...new Set(paths)].flatMap((path) => (path !== null && clauses.has(path) ? [clauses.get(path)!] : []));
  return [...groups.values()].map((group) => ({
    relation: group[0]!.relation,
    from: distinct(
      group.map(({ from }) => from),
      olds,
    ),
    to: distinct(
      group.map(({ to }) => to),
      news,
    ),
  }));
}

const byPath = <C extends Clause>(clauses: readonly C[]): Map<string, C> =>
  new Map(clauses.map((clause) => [clause.path, clause]));

/** All a clause says itself. */
export const saidBy = (clauses: readonly Clause[]): string =>
  clauses.map(({ heading, text }) => [heading, text].filter((part) => part !== '').join('\n')).join('\n');

/** Below this a person says whether it is still the same clause. */
const doubtful = 0.6;

/** Whether a person should look at it before opinions follow it: what has no counterpart, what was divided, what was reworded. */
export function needsLook({ relation, from, to }: Change): boolean {
  if (relation === 'modified') return likenessOf(differenceOf(saidBy(from), saidBy(to))) < doubtful;
  return relation === 'split' || relation === 'merged' || relation === 'added' || relation === 'removed';
}

/** How many changes there are of each relation, among clauses that say something. */
export const countChanges = (changes: readonly Change[]): Partial<Record<Relation, number>> => {
  const counts: Partial<Record<Relation, number>> = {};
  const said = changes.filter(({ from, to }) => [...from, ...to].some(({ answerable }) => answerable));
  for (const { relation } of said) counts[relation] = (counts[relation] ?? 0) + 1;
  return counts;
};
