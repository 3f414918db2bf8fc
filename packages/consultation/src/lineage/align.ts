import type { Clause } from '../tree/clause.ts';
import type { FixedHomes, Homes } from './homes.ts';
import { Weights } from './likeness.ts';
import { relationOf, withSharedEnds, type Kept, type Link, type Place, type Wording } from './link.ts';
import { Matcher } from './matcher.ts';
import { inReadingOrder } from './order.ts';
import { partsOf } from './parts.ts';
import { sideOf, Vocabulary, type Side, type Unit } from './unit.ts';
import { wordingKey } from './wording.ts';

/** What a person has decided, by paths: these two are one; this one is new (`from: null`); this one is gone (`to: null`). */
export type Confirmed = { from: string; to: string } | { from: string; to: null } | { from: null; to: string };

export interface Alignment {
  /** One link for each clause that people answer to, in the order of the new version, removed ones where they stood. */
  links: Link[];
  /** The same for headings of parts, chapters, sections, articles and appendices. */
  headings: Link[];
}

function wordingOf(one: Clause, other: Clause, isSame: boolean): Wording {
  if (one.text === other.text) return one.decomposed === other.decomposed ? 'same' : 'orthographic';
  return isSame ? 'orthographic' : 'changed';
}

function placeOf(one: Unit, other: Unit, homes: Homes): Place {
  const [here, there] = [homes.get(one.home), other.home];
  // A home that is gone, or that became another one: the clause was taken out of it.
  if (here !== there && !(here === undefined && ![...homes.values()].includes(there))) return 'moved';
  return one.clause.path === other.clause.path ? 'same' : 'renumbered';
}

class Aligner {
  private readonly olds: Side;
  private readonly news: Side;
  private readonly matcher: Matcher;
  private readonly more: [number, number][] = [];
  private readonly confirmed: [number, number][] = [];
  private readonly settled = { olds: new Set<number>(), news: new Set<number>() };
  private readonly fixed: FixedHomes;

  constructor(before: readonly Clause[], after: readonly Clause[], confirmed: readonly Confirmed[]) {
    const vocabulary = new Vocabulary();
    this.olds = sideOf(before, vocabulary);
    this.news = sideOf(after, vocabulary);
    const weights = new Weights([this.olds, this.news], vocabulary.size);
    this.settle(confirmed);
    this.fixed = fixedHomes(before, after, confirmed);
    const settled = { ...this.settled, pairs: this.confirmed };
    this.matcher = new Matcher([this.olds, this.news], weights, settled, this.fixed);
    this.matcher.match();
    this.divide(this.settled);
  }

  private settle(confirmed: readonly Confirmed[]): void {
    const at = (side: Side): Map<string, number> => new Map(side.units.map((unit) => [unit.clause.path, unit.at]));
    const [froms, tos] = [at(this.olds), at(this.news)];
    for (const { from, to } of confirmed) {
      const [one, other] = [from === null ? undefined : froms.get(from), to === null ? undefined : tos.get(to)];
      if (one !== undefined) this.settled.olds.add(one);
      if (other !== undefined) this.settled.news.add(other);
      if (one !== undefined && other !== undefined) this.confirmed.push([one, other]);
    }
  }

  /** Looks for clauses that were divided, and for those that were put together, among what has no partner yet. */
  private divide({ olds, news }: { olds: ReadonlySet<number>; news: ReadonlySet<number> }): void {
    const { to, from } = this.matcher;
    for (const whole of this.olds.units) {
      const first = this.news.units[to[whole.at]!];
      if (first === undefined || olds.has(whole.at)) continue;
      const isFree = (at: number): boolean => from[at] === -1 && !news.has(at) && !this.isTaken(at, 1);
      const parts = partsOf(whole, first, rowsOf(this.news, isFree));
      for (const part of parts ?? []) if (part !== first) this.more.push([whole.at, part.at]);
    }
    for (const whole of this.news.units) {
      const first = this.olds.units[from[whole.at]!];
      if (first === undefined || news.has(whole.at)) continue;
      const isFree = (at: number): boolean => to[at] === -1 && !olds.has(at) && !this.isTaken(at, 0);
      const parts = partsOf(whole, first, rowsOf(this.olds, isFree));
      for (const part of parts ?? []) if (part !== first) this.more.push([part.at, whole.at]);
    }
  }

  private isTaken(at: number, end: 0 | 1): boolean {
    return this.more.some((pair) => pair[end] === at);
  }

  private kept(one: Unit, other: Unit): Kept {
    const wording = wordingOf(one.clause, other.clause, one.key === other.key);
    const place = placeOf(one, other, this.matcher.homes);
    return { from: one.clause.path, to: other.clause.path, relation: relationOf(wording, place), wording, place };
  }

  links(): Link[] {
    const pairs = new Map<string, readonly [number, number]>();
    const add = (pair: readonly [number, number]): void => void pairs.set(pair.join(' '), pair);
    this.matcher.to.forEach((other, one) => void (other !== -1 && add([one, other])));
    this.more.forEach(add);
    this.confirmed.forEach(add);
    const kept = [...pairs.values()].map(([one, other]) => this.kept(this.olds.units[one]!, this.news.units[other]!));
    return complete(this.olds.units.map(pathOf), this.news.units.map(pathOf), kept);
  }

  headings(): Link[] {
    const [olds, news] = [headingsOf(this.olds.clauses), headingsOf(this.news.clauses)];
    const there = new Map(news.map((clause) => [clause.index, clause]));
    const kept = olds.flatMap((one): Kept[] => {
      const decided = this.fixed.pairs.filter(([from]) => from === one.index).map(([, to]) => to);
      const others = new Set([this.matcher.homes.get(one.index) ?? -1, ...decided]);
      return [...others].flatMap((at) => (there.has(at) ? [headingLink(one, there.get(at)!)] : []));
    });
    return complete(
      olds.map(({ path }) => path),
      news.map(({ path }) => path),
      kept,
    );
  }
}

const rowsOf = (side: Side, isFree: (at: number) => boolean) => ({
  units: side.units,
  isFree,
  above: (unit: Unit): Unit | undefined => side.units[side.unitOf.get(unit.clause.parent) ?? -1],
});

const headingsOf = (clauses: readonly Clause[]): Clause[] =>
  clauses.filter(({ kind, heading }) => kind !== 'preamble' && kind !== 'closing' && heading !== '');

/** What a person has decided about headings. */
function fixedHomes(before: readonly Clause[], after: readonly Clause[], confirmed: readonly Confirmed[]): FixedHomes {
  const at = (clauses: readonly Clause[]) => new Map(headingsOf(clauses).map(({ path, index }) => [path, index]));
  const [froms, tos] = [at(before), at(after)];
  const ends = confirmed.map(({ from, to }) => [froms.get(from ?? ''), tos.get(to ?? '')] as const);
  return {
    pairs: ends.filter((pair): pair is readonly [number, number] => pair[0] !== undefined && pair[1] !== undefined),
    olds: new Set(ends.flatMap(([one]) => one ?? [])),
    news: new Set(ends.flatMap(([, other]) => other ?? [])),
  };
}

const pathOf = ({ clause }: Unit): string => clause.path;

function headingLink(one: Clause, other: Clause): Kept {
  const wording = headingWording(one.heading, other.heading);
  const place = one.path === other.path ? 'same' : 'renumbered';
  return { from: one.path, to: other.path, relation: relationOf(wording, place), wording, place };
}

function headingWording(one: string, other: string): Wording {
  if (one === other) return 'same';
  return wordingKey(one) === wordingKey(other) ? 'orthographic' : 'changed';
}

/** Adds what has no counterpart and puts all in order. */
function complete(olds: readonly string[], news: readonly string[], kept: readonly Kept[]): Link[] {
  const [froms, tos] = [new Set(kept.map(({ from }) => from)), new Set(kept.map(({ to }) => to))];
  const removed = olds
    .filter((from) => !froms.has(from))
    .map((from): Link => ({ from, to: null, relation: 'removed' }));
  const added = news.filter((to) => !tos.has(to)).map((to): Link => ({ from: null, to, relation: 'added' }));
  return inReadingOrder(withSharedEnds([...kept, ...removed, ...added]), olds, news);
}

/**
 * What each clause of one version is in the next: unchanged, orthographic, renumbered, moved, modified, split, merged,
 * added, removed. What a person has confirmed holds, and speaks for what lies around it.
 */
export function align(
  before: readonly Clause[],
  after: readonly Clause[],
  confirmed: readonly Confirmed[] = [],
): Alignment {
  const aligner = new Aligner(before, after, confirmed);
  return { links: aligner.links(), headings: aligner.headings() };
}

/** How many links there are of each relation. */
export function countsOf(links: readonly Link[]): Partial<Record<Link['relation'], number>> {
  const counts: Partial<Record<Link['relation'], number>> = {};
  for (const { relation } of links) counts[relation] = (counts[relation] ?? 0) + 1;
  return counts;
}
