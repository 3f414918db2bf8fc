import { chanceFrom } from '../../ledger/chance.ts';
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
  /** By group and answer, in how many cells somebody gave it, and once asked for these cells; for such members. */
  private readonly manyAble: Uint32Array;
  private readonly able: (Uint32Array | undefined)[];
  private readonly among: (Uint32Array | undefined)[];
  /** Of the state that is looked at, people who turned in each cell. */
  private readonly turned: Int32Array;
  /** As which visit each state was looked at. */
  private readonly visitOf = new Int32Array(ROOM);

  constructor(groups: LowestGroups, truth: Truth) {
    const chance = chanceFrom(1);
    this.groups = groups;
    this.truth = truth;
    this.code = Int32Array.from(groups.members, () => chance(2 ** 32));
    this.most = 2 * groups.rows;
    this.over = new Over(groups.members.length, this.most, MOST_STATES);
    this.turned = new Int32Array(groups.cells);
    this.manyAble = new Uint32Array(groups.members.length * truth.width);
    this.able = new Array<Uint32Array | undefined>(this.manyAble.length);
    this.among = new Array<Uint32Array | undefined>(groups.members.length);
  }

  /** A world in which somebody of the cell, who answered `one`, answers `other`; null if none is found in `most` states. */
  of(cell: number, one: number, other: number, most = MOST_STATES): Moved | null {
    const { states, over } = this;
    states.clear();
    const first = this.add(-1, cell, 1);
    if (states.over[first] === 0) return { cells: [cell], people: [1] };
    for (let visit = 0; visit < most && states.hasRoom(LOOKED_AT); visit++) {
      const state = states.next();
      if (state < 0) return null;
      this.enter(state, visit);
      const group = over.hardest(visit, (each, people) => this.manyAbleTo(each, people > 0 ? other : one));
      const settled = this.settle(state, group, over.people[group]! > 0 ? other : one);
      this.leave(state, visit);
      if (settled >= 0) return this.moved(settled);
    }
    return null;
  }

  private enter(state: number, visit: number): void {
    const { lowest, rows } = this.groups;
    const { before, cell, sign } = this.states;
    const own = cell[state]! * rows;
    this.visitOf[state] = visit;
    const earlier = before[state]! < 0 ? -1 : this.visitOf[before[state]!]!;
    this.over.enter(visit, earlier, lowest, own, own + rows, sign[state]!);
    for (let each = state; each >= 0; each = before[each]!) this.turned[cell[each]!]! += sign[each]!;
  }

  private leave(state: number, visit: number): void {
    this.over.leave(visit);
    for (let each = state; each >= 0; each = this.states.before[each]!) this.turned[this.states.cell[each]!] = 0;
  }

  /** Adds the states in which one person more of the group turns; returns one that leaves nobody over, or -1. */
  private settle(state: number, group: number, answer: number): number {
    const { counts, width } = this.truth;
    const members = this.ableTo(group, answer);
    const sign = this.over.people[group]! > 0 ? -1 : 1;
    let at = members.length > LOOKED_AT ? firstFrom(members, this.states.cell[state]!) : 0;
    for (let each = Math.min(members.length, LOOKED_AT); each > 0; each--, at++) {
      if (at === members.length) at = 0;
      const cell = members[at]!;
      const turned = sign * this.turned[cell]!;
      // Who turned once does not turn back.
      if (turned < 0 || counts[cell * width + answer]! <= turned) continue;
      const added = this.add(state, cell, sign);
      if (added >= 0 && this.states.over[added] === 0) return added;
    }
    return -1;
  }

  /** In how many members of a group somebody gave the answer; members change as groups are hidden. */
  private manyAbleTo(group: number, answer: number): number {
    const { width } = this.truth;
    if (this.among[group] !== this.groups.members[group]) this.count(group);
    return this.manyAble[group * width + answer]!;
  }

  private count(group: number): void {
    const { counts, width } = this.truth;
    const from = group * width;
    this.among[group] = this.groups.members[group];
    this.manyAble.fill(0, from, from + width);
    this.able.fill(undefined, from, from + width);
    for (const cell of this.groups.members[group]!) {
      for (let answer = 0; answer < width; answer++) {
        if (counts[cell * width + answer]! > 0) this.manyAble[from + answer]!++;
      }
    }
  }

  private ableTo(group: number, answer: number): Uint32Array {
    const { counts, width } = this.truth;
    const many = this.manyAbleTo(group, answer);
    const known = this.able[group * width + answer];
    if (known) return known;
    const found = new Uint32Array(many);
    let next = 0;
    for (const cell of this.groups.members[group]!) if (counts[cell * width + answer]! > 0) found[next++] = cell;
    return (this.able[group * width + answer] = found);
  }

  private add(before: number, cell: number, sign: number): number {
    const { lowest, rows } = this.groups;
    const { people } = this.over;
    let over = before < 0 ? 0 : this.states.over[before]!;
    let code = before < 0 ? 0 : this.states.code[before]!;
    for (let at = cell * rows; at < (cell + 1) * rows; at++) {
      const group = lowest[at]!;
      if (group < 0) continue;
      over += people[group]! * sign < 0 ? -1 : 1;
      code = (code + sign * this.code[group]!) | 0;
    }
    return over > this.most ? -1 : this.states.add(before, cell, sign, over, code, PER_PERSON * over);
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
