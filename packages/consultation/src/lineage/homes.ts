import type { Clause } from '../tree/clause.ts';
import { nearest } from './nearest.ts';
import type { Side, Unit } from './unit.ts';
import { wordingKey, wordsOf } from './wording.ts';

/** Which chapter, article or clause of the old version is which of the new one, by index. */
export type Homes = ReadonlyMap<number, number>;

/** What a person has decided about headings, by index: which are one, and which have no counterpart but those. */
export interface FixedHomes {
  pairs: readonly (readonly [number, number])[];
  olds: ReadonlySet<number>;
  news: ReadonlySet<number>;
}

/** The top of one version is the top of the other. */
const top = -1;

const votesWeigh = 0.6;
const titleWeighs = 0.4;
const samePath = 0.05;
const enough = 0.25;
/** Titles are looked up by their rarest words; where hundreds share one, those around the same place count. */
const rarest = 4;
const mostOfTitle = 40;

const isHeading = (clause: Clause): boolean => clause.kind !== 'clause' && clause.kind !== 'point';

/** What can be a home: chapters, articles and the like, and clauses with points. */
function homesOf(side: Side): Clause[] {
  const parents = new Set(side.clauses.map(({ parent }) => parent));
  return side.clauses.filter((clause) => {
    if (clause.kind === 'preamble' || clause.kind === 'closing') return false;
    return isHeading(clause) || parents.has(clause.index);
  });
}

const canBe = (one: Clause, other: Clause): boolean => (isHeading(one) ? one.kind === other.kind : !isHeading(other));

/** A clause and all it lies in, from the inside out. */
function chain(side: Side, from: number): number[] {
  const found: number[] = [];
  for (let at = from; at !== top; at = side.clauses[at]!.parent) found.push(at);
  return found;
}

class Titles {
  private readonly keys = new Map<Clause, string>();
  private readonly words = new Map<Clause, Set<string>>();

  key(clause: Clause): string {
    const known = this.keys.get(clause) ?? wordingKey(clause.heading).toLowerCase();
    this.keys.set(clause, known);
    return known;
  }

  wordsIn(clause: Clause): Set<string> {
    const known = this.words.get(clause) ?? new Set(wordsOf(clause.heading));
    this.words.set(clause, known);
    return known;
  }

  likeness(one: Clause, other: Clause): number {
    if (one.heading === '' || other.heading === '') return 0;
    if (this.key(one) === this.key(other)) return 1;
    const [a, b] = [this.wordsIn(one), this.wordsIn(other)];
    let shared = 0;
    for (const word of a) if (b.has(word)) shared += 1;
    return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
  }
}

/** Tells by what became of the clauses in them, and by their titles, which homes correspond. */
export class HomeFinder {
  private readonly homes: readonly [Clause[], Clause[]];
  private readonly totals: readonly [Map<number, number>, Map<number, number>];
  private readonly titles = new Titles();
  private readonly byTitle: readonly (readonly [number, number, number])[];
  private readonly sides: readonly [Side, Side];
  private readonly weigh: (unit: Unit) => number;
  private readonly fixed: FixedHomes;

  constructor(sides: readonly [Side, Side], weigh: (unit: Unit) => number, fixed: FixedHomes) {
    [this.sides, this.weigh, this.fixed] = [sides, weigh, fixed];
    this.homes = [homesOf(sides[0]), homesOf(sides[1])];
    this.totals = [this.totalsOf(sides[0]), this.totalsOf(sides[1])];
    this.byTitle = this.pairsByTitle();
  }

  private totalsOf(side: Side): Map<number, number> {
    const totals = new Map<number, number>();
    for (const unit of side.units)
      for (const at of chain(side, unit.clause.index)) totals.set(at, (totals.get(at) ?? 0) + this.weigh(unit));
    return totals;
  }

  /** Pairs of headings whose titles are alike: those that share a word of the title are looked at. */
  private pairsByTitle(): (readonly [number, number, number])[] {
    const [olds, news] = this.homes;
    const postings = new Map<string, Clause[]>();
    for (const home of news)
      for (const word of this.titles.wordsIn(home)) {
        const known = postings.get(word);
        if (known === undefined) postings.set(word, [home]);
        else known.push(home);
      }
    return olds.flatMap((old) => {
      const rare = [...this.titles.wordsIn(old)].map((word) => postings.get(word) ?? []);
      const place = old.index / this.sides[0].clauses.length;
      const found = rare.sort((a, b) => a.length - b.length).slice(0, rarest);
      const near = new Set(found.flatMap((homes) => nearest(homes, place, mostOfTitle)));
      return [...near].flatMap((home) => {
        const likeness = canBe(old, home) ? this.titles.likeness(old, home) : 0;
        return likeness >= 0.5 ? [[old.index, home.index, likeness] as const] : [];
      });
    });
  }

  private votes(links: readonly (readonly [Unit, Unit])[]): Map<number, Map<number, number>> {
    const [olds, news] = this.sides;
    const votes = new Map<number, Map<number, number>>();
    for (const [one, other] of links) {
      const there = chain(news, other.clause.index);
      for (const a of chain(olds, one.clause.index)) {
        const row = votes.get(a) ?? new Map<number, number>();
        votes.set(a, row);
        for (const b of there)
          if (canBe(olds.clauses[a]!, news.clauses[b]!)) row.set(b, (row.get(b) ?? 0) + this.weigh(one));
      }
    }
    return votes;
  }

  /** How much of what lies in two clauses is linked, 0 to 1, given the votes. */
  private share(a: number, b: number, votes: number): number {
    const both = (this.totals[0].get(a) ?? 0) + (this.totals[1].get(b) ?? 0);
    return both === 0 ? 0 : Math.min(1, (2 * votes) / both);
  }

  find(links: readonly (readonly [Unit, Unit])[]): Homes {
    const votes = this.votes(links);
    const pairs = new Map<string, { a: number; b: number; score: number }>();
    const [olds, news] = this.sides;
    const consider = (a: number, b: number, title: number): void => {
      const share = this.share(a, b, votes.get(a)?.get(b) ?? 0);
      const path = olds.clauses[a]!.path === news.clauses[b]!.path ? samePath : 0;
      pairs.set(`${a} ${b}`, { a, b, score: votesWeigh * share + titleWeighs * title + path });
    };
    for (const [a, row] of votes)
      for (const b of row.keys()) consider(a, b, this.titles.likeness(olds.clauses[a]!, news.clauses[b]!));
    for (const [a, b, title] of this.byTitle) consider(a, b, title);
    return this.chosen(links, [...pairs.values()]);
  }

  /** First what a person has decided; clauses that are linked themselves are each other's homes; the rest by the best score. */
  private chosen(
    links: readonly (readonly [Unit, Unit])[],
    pairs: readonly { a: number; b: number; score: number }[],
  ): Homes {
    const chosen = new Map<number, number>([[top, top]]);
    const taken = new Set<number>();
    for (const [a, b] of this.fixed.pairs) {
      if (chosen.has(a) || taken.has(b)) continue;
      chosen.set(a, b);
      taken.add(b);
    }
    for (const [{ clause: one }, { clause: other }] of links) {
      if (isHeading(one) || isHeading(other)) continue;
      chosen.set(one.index, other.index);
      taken.add(other.index);
    }
    const best = pairs
      .filter(({ score }) => score >= enough)
      .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
    for (const { a, b } of best) {
      if (chosen.has(a) || taken.has(b) || this.fixed.olds.has(a) || this.fixed.news.has(b)) continue;
      chosen.set(a, b);
      taken.add(b);
    }
    return chosen;
  }
}
