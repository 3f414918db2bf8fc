/** So many states are kept of one search. */
export const ROOM = 8_192;
/** Beyond this cost states share one shelf; none comes near it. */
const SHELVES = 1_024;

/**
 * States of a search, each one cell more than the state before it, the cheapest first and of these the newest. A state
 * that leaves the same people over as one before it is not kept.
 */
export class States {
  readonly before = new Int32Array(ROOM);
  readonly cell = new Int32Array(ROOM);
  readonly sign = new Int8Array(ROOM);
  /** How many people are left over in all groups together, and a number for who is left over where. */
  readonly over = new Int32Array(ROOM);
  readonly code = new Int32Array(ROOM);
  private readonly depth = new Int32Array(ROOM);
  private many = 0;
  /** Per cost the newest state, and for each state the one that was newest before it. */
  private readonly shelf = new Int32Array(SHELVES);
  private readonly under = new Int32Array(ROOM);
  private cheapest = 0;
  /** Codes that came up, hashed, each followed by the round in which it did. */
  private readonly known = new Int32Array(4 * ROOM);
  private round = 0;

  hasRoom(states: number): boolean {
    return this.many + states <= ROOM;
  }

  clear(): void {
    this.many = 0;
    this.round++;
    this.cheapest = SHELVES;
    this.shelf.fill(-1);
  }

  /** Adds a state after `before` (-1 for the first) at `cost` and what its length adds; returns its number, -1 if known. */
  add(before: number, cell: number, sign: number, over: number, code: number, cost: number): number {
    if (this.isKnown(code)) return -1;
    const state = this.many++;
    this.before[state] = before;
    this.cell[state] = cell;
    this.sign[state] = sign;
    this.over[state] = over;
    this.code[state] = code;
    this.depth[state] = before < 0 ? 1 : this.depth[before]! + 1;
    const at = Math.min(SHELVES - 1, cost + this.depth[state]);
    this.under[state] = this.shelf[at]!;
    this.shelf[at] = state;
    if (at < this.cheapest) this.cheapest = at;
    return state;
  }

  /** Takes the next state out, -1 if there is none. */
  next(): number {
    while (this.cheapest < SHELVES && this.shelf[this.cheapest]! < 0) this.cheapest++;
    if (this.cheapest === SHELVES) return -1;
    const state = this.shelf[this.cheapest]!;
    this.shelf[this.cheapest] = this.under[state]!;
    return state;
  }

  private isKnown(code: number): boolean {
    const { known, round } = this;
    const last = known.length - 2;
    let at = ((Math.imul(code, 0x9e3779b1) >>> 16) * 2) & last;
    for (; known[at + 1] === round; at = (at + 2) & last) if (known[at] === code) return true;
    known[at] = code;
    known[at + 1] = round;
    return false;
  }
}
