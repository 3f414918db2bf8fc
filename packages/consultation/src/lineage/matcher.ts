import { HomeFinder, type FixedHomes, type Homes } from './homes.ts';
import { Index, type Weights } from './likeness.ts';
import { nearest } from './nearest.ts';
import type { Side, Unit } from './unit.ts';

/** How much the surroundings of two clauses speak for them. */
const context = { home: 0.2, neighbour: 0.1, number: 0.05, children: 0.3, otherKind: -0.1 } as const;

/** How alike two clauses must be at least. */
const least = {
  /** Somewhere else in the text: their words alone speak for them. */
  elsewhere: 0.5,
  atHome: 0.3,
  /** In the same home between the same neighbours. */
  between: 0.25,
} as const;

/** An extended clause keeps nearly all of its own words; that counts less than what both share. */
const extended = { kept: 0.8, counts: 0.75, fewest: 3 } as const;
/** Fewer words may come again anywhere by chance. */
const fewestElsewhere = 5;
const mostRounds = 6;
/** Where a wording comes so often on both sides, only places decide. */
const mostTwins = 400;
/** In a home with more clauses than any article has, those around the same place are compared. */
const mostAtHome = 60;
/** Among so many the best is alike by chance: the home alone says little. */
const crowded = 20;
const nowhere = -2;

interface Candidate {
  one: number;
  other: number;
  score: number;
}

/** Links the clauses of two versions one to one. */
export class Matcher {
  /** For each old clause its new one, and the other way round; -1 for none. */
  readonly to: Int32Array;
  readonly from: Int32Array;
  homes: Homes;
  private readonly olds: Side;
  private readonly news: Side;
  private readonly weights: Weights;
  private readonly finder: HomeFinder;
  private readonly index: Index;
  /** Clauses a person has decided about. */
  private readonly settled: { olds: ReadonlySet<number>; news: ReadonlySet<number> };

  constructor(
    [olds, news]: readonly [Side, Side],
    weights: Weights,
    settled: { olds: ReadonlySet<number>; news: ReadonlySet<number>; pairs: readonly (readonly [number, number])[] },
    fixed: FixedHomes,
  ) {
    [this.olds, this.news, this.weights, this.settled] = [olds, news, weights, settled];
    this.to = new Int32Array(olds.units.length).fill(-1);
    this.from = new Int32Array(news.units.length).fill(-1);
    this.finder = new HomeFinder([olds, news], (unit) => 1 + weights.total(unit), fixed);
    this.index = new Index(news, weights);
    for (const [one, other] of settled.pairs) this.link(one, other);
    this.homes = this.finder.find(this.pairs());
  }

  pairs(): (readonly [Unit, Unit])[] {
    return [...this.to].flatMap((other, one) =>
      other === -1 ? [] : [[this.olds.units[one]!, this.news.units[other]!] as const],
    );
  }

  private link(one: number, other: number): void {
    if (this.to[one] !== -1 || this.from[other] !== -1) return;
    this.to[one] = other;
    this.from[other] = one;
  }

  private isFreeOld = (at: number): boolean => this.to[at] === -1 && !this.settled.olds.has(at);
  private isFreeNew = (at: number): boolean => this.from[at] === -1 && !this.settled.news.has(at);

  /** Links what says the same and says it once; then, round by round, what is most alike given what is linked. */
  match(): void {
    this.linkTwins();
    for (let round = 0; round < mostRounds; round++) {
      this.homes = this.finder.find(this.pairs());
      if (!this.linkBest(this.candidates())) break;
    }
    this.homes = this.finder.find(this.pairs());
  }

  private byKey(side: Side, isFree: (at: number) => boolean): Map<string, number[]> {
    const groups = new Map<string, number[]>();
    for (const { at, key } of side.units) {
      if (!isFree(at) || key === '') continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [at]);
      else group.push(at);
    }
    return groups;
  }

  private linkTwins(): void {
    const there = this.byKey(this.news, this.isFreeNew);
    for (const [key, [one, ...others]] of this.byKey(this.olds, this.isFreeOld)) {
      const twins = there.get(key) ?? [];
      if (others.length > 0 || twins.length !== 1) continue;
      if (this.olds.units[one!]!.words.length >= fewestElsewhere) this.link(one!, twins[0]!);
    }
  }

  private candidates(): Candidate[] {
    const candidates: Candidate[] = [];
    const atHome = this.newsByHome();
    const twins = this.byKey(this.news, this.isFreeNew);
    const counted = this.byKey(this.olds, this.isFreeOld);
    for (const unit of this.olds.units) {
      if (!this.isFreeOld(unit.at)) continue;
      const same = twins.get(unit.key) ?? [];
      const times = same.length * (counted.get(unit.key)?.length ?? 0);
      const home = atHome.get(this.homes.get(unit.home) ?? nowhere) ?? [];
      const near = new Set(nearest(home, unit.at / this.olds.units.length, mostAtHome));
      if (times <= mostTwins) for (const at of same) near.add(at);
      for (const at of this.index.alike(unit, this.isFreeNew)) near.add(at);
      for (const other of near) {
        const score = this.score(unit, this.news.units[other]!, times === 1, home.length > crowded);
        if (score !== null) candidates.push({ one: unit.at, other, score });
      }
    }
    return candidates;
  }

  private newsByHome(): Map<number, number[]> {
    const found = new Map<number, number[]>();
    for (const { at, home } of this.news.units) {
      if (!this.isFreeNew(at)) continue;
      const known = found.get(home);
      if (known === undefined) found.set(home, [at]);
      else known.push(at);
    }
    return found;
  }

  private linkBest(candidates: Candidate[]): boolean {
    candidates.sort((x, y) => y.score - x.score || x.one - y.one || x.other - y.other);
    let any = false;
    for (const { one, other } of candidates) {
      if (!this.isFreeOld(one) || !this.isFreeNew(other)) continue;
      this.link(one, other);
      any = true;
    }
    return any;
  }

  /** Whether what stands before (or behind) one is what stands there of the other; both at the edge is agreement. */
  private agrees(one: number, other: number): boolean {
    return one === -1 || other === -1 ? one === other : this.to[one] === other;
  }

  private score(one: Unit, other: Unit, isOnly: boolean, isCrowded: boolean): number | null {
    const isAtHome = this.homes.get(one.home) === other.home;
    const isSame = one.key === other.key && one.key !== '';
    const { both, shorter } = isSame ? { both: 1, shorter: 1 } : this.weights.likeness(one, other);
    const fewest = Math.min(one.words.length, other.words.length);
    const isExtended = isAtHome && fewest >= extended.fewest && shorter >= extended.kept;
    const alike = isExtended ? Math.max(both, extended.counts * shorter) : both;
    const neighbours = Number(this.agrees(one.previous, other.previous)) + Number(this.agrees(one.next, other.next));
    const children = this.homes.get(one.clause.index) === other.clause.index ? 1 : 0;
    const isEnough = isSame
      ? isAtHome || isOnly || fewest >= fewestElsewhere
      : this.isEnough(alike, isAtHome && !(isCrowded && neighbours === 0), neighbours, children, fewest);
    if (!isEnough) return null;
    const kind = one.clause.kind === other.clause.kind ? 0 : context.otherKind;
    const number = last(one) === last(other) ? context.number : 0;
    const place = (isAtHome ? context.home : 0) + neighbours * context.neighbour;
    return alike + place + number + kind + children * context.children;
  }

  private isEnough(alike: number, isAtHome: boolean, neighbours: number, children: number, fewest: number): boolean {
    if (!isAtHome) return alike >= least.elsewhere && fewest >= fewestElsewhere;
    if (children > 0) return alike > 0;
    return alike >= (neighbours === 2 ? least.between : least.atHome);
  }
}

/** Its own number, the last part of its path. */
const last = ({ clause: { path } }: Unit): string => path.slice(path.lastIndexOf('.') + 1);
