import { chanceFrom } from '../../ledger/chance.ts';
import type { Able } from './able.ts';
import type { LowestGroups } from './neighbours.ts';
import { Over } from './over.ts';
import { ROOM, States } from './states.ts';
import type { Moved, Truth } from './truth.ts';

/** So many states are looked at at most, and from each so many cells of a group. */
export const MOST_STATES = 500;
const LOOKED_AT = 256;
/** A person left over counts as much as so many cells more. */
const PER_PERSON = 4;

/**
 * Worlds of any shape, one cell after the other: somebody turns from `one` to `other`, which leaves each group of theirs
 * with one person over; the next turns where the fewest cells can settle one of these groups, and so on until nobody is over.
 * Best first: states with the fewest people over, then those with the fewest cells.
 */
export class Settlement {
  private readonly groups: LowestGroups;
  private readonly truth: Truth;
  private readonly states = new States();
  /** A number per group: states with the same sum of them leave over the same people. */
  private readonly code: Int32Array;
  /** Most people over at once: twice as many as after the first. */
  private readonly most: number;
  private readonly over: Over;
  private readonly able: Able;
  /** The answers that are exchanged. */
  private one = 0;
  private other = 0;
  /** Of the state that is looked at, people who turned in each cell. */
  private readonly turned: Int32Array;
  /** As which visit each state was looked at. */
  private readonly visitOf = new Int32Array(ROOM);

  constructor(groups: LowestGroups, truth: Truth, able: Able) {
    const chance = chanceFrom(1);
    this.groups = groups;
    this.truth = truth;
    this.code = Int32Array.from(groups.members, () => chance(2 ** 32));
    this.most = 2 * groups.rows;
    this.able = able;
    this.over = new Over(groups.members.length, this.most, MOST_STATES, (group, people) =>
      able.manyOf(group, this.answerFor(people)),
    );
    this.turned = new Int32Array(groups.cells);
  }

  /** A world in which somebody of the cell, who answered `one`, answers `other`; null if none is found in `most` states. */
  of(cell: number, one: number, other: number, most = MOST_STATES): Moved | null {
    const { states } = this;
    this.one = one;
    this.other = other;
    states.clear();
    const first = this.add(-1, cell, 1);
    if (states.over[first] === 0) return { cells: [cell], people: [1] };
    for (let visit = 0; visit < most && states.hasRoom(LOOKED_AT); visit++) {
      const state = states.next();
      if (state < 0) return null;
      const settled = this.settle(state, this.enter(state, visit));
      this.leave(state, visit);
      if (settled >= 0) return this.moved(settled);
    }
    return null;
  }

  /** Who turns to settle people over: of too many one who answered `other`, of too few one who answered `one`. */
  private answerFor(people: number): number {
    return people > 0 ? this.other : this.one;
  }

  /** Looks at a state; returns the group to settle next. */
  private enter(state: number, visit: number): number {
    const { lowest, rows } = this.groups;
    const { before, cell, sign } = this.states;
    const own = cell[state]! * rows;
    this.visitOf[state] = visit;
    const earlier = before[state]! < 0 ? -1 : this.visitOf[before[state]!]!;
    for (let each = state; each >= 0; each = before[each]!) this.turned[cell[each]!]! += sign[each]!;
    return this.over.enter(visit, earlier, lowest, own, own + rows, sign[state]!);
  }

  private leave(state: number, visit: number): void {
    this.over.leave(visit);
    for (let each = state; each >= 0; each = this.states.before[each]!) this.turned[this.states.cell[each]!] = 0;
  }

  /** Adds the states in which one person more of the group turns; returns one that leaves nobody over, or -1. */
  private settle(state: number, group: number): number {
    const { counts, width } = this.truth;
    const answer = this.answerFor(this.over.people[group]!);
    const members = this.able.of(group, answer);
    const sign = this.over.people[group]! > 0 ? -1 : 1;
    let at = members.length > LOOKED_AT ? firstFrom(members, this.states.cell[state]!) : 0;
    for (let each = Math.min(members.length, LOOKED_AT); each > 0; each--, at++) {
      if (at === members.length) at = 0;
      const cell = members[at]!;
      const turned = sign * this.turned[cell]!;
      // Who turned once does not turn back.
      if (turned < 0 || (turned > 0 && counts[cell * width + answer]! <= turned)) continue;
      const added = this.add(state, cell, sign);
      if (added >= 0 && this.states.over[added] === 0) return added;
    }
    return -1;
  }

  private add(before: number, cell: number, sign: number): number {
    const { lowest, rows } = this.groups;
    const { code: codes, states } = this;
    const { people } = this.over;
    let over = before < 0 ? 0 : states.over[before]!;
    let code = before < 0 ? 0 : states.code[before]!;
    for (let at = cell * rows, end = at + rows; at < end; at++) {
      const group = lowest[at]!;
      if (group < 0) continue;
      // One more, or one fewer where people are over the other way; a branch would be guessed wrong half of the time.
      over += 1 - (((people[group]! * sign) >>> 31) << 1);
      code = (code + Math.imul(sign, codes[group]!)) | 0;
    }
    return over > this.most ? -1 : states.add(before, cell, sign, over, code, PER_PERSON * over);
  }

  private moved(state: number): Moved {
    const people = new Map<number, number>();
    for (let each = state; each >= 0; each = this.states.before[each]!) {
      const cell = this.states.cell[each]!;
      people.set(cell, (people.get(cell) ?? 0) + this.states.sign[each]!);
    }
    return { cells: [...people.keys()], people: [...people.values()] };
  }
}

/** The place of the first of ascending numbers that is not below `least`; beyond the last where all are. */
function firstFrom(numbers: Uint32Array, least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
