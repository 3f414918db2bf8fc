import type { Sides } from './sides.ts';
import type { Moved, Truth } from './truth.ts';
import { Wave } from './wave.ts';

/**
 * Worlds along cycles: as many people turn from `one` to `other` in every second cell as turn back in the cells between,
 * and each node the cycle comes through keeps its people. Between two breakdowns without a tree there are no other worlds
 * than sums of these.
 *
 * A cell leads from left to right where somebody answered `one`, from right to left where somebody answered `other`. Two
 * waves go round from a cell, one each way, until they meet.
 */
export class Cycles {
  private readonly sides: Sides;
  private readonly truth: Truth;
  private readonly forward: Wave;
  private readonly backward: Wave;

  constructor(sides: Sides, truth: Truth) {
    this.sides = sides;
    this.truth = truth;
    const nodes = sides.left.many + sides.right.many;
    this.forward = new Wave(true, nodes);
    this.backward = new Wave(false, nodes);
  }

  /** A cycle through a cell in which all who answered `one` or `other` answered `one`, if `most` cells show it. */
  through(cell: number, one: number, other: number, most: number): Moved | null {
    const { forward, backward, sides } = this;
    forward.begin(sides.left.many + sides.right.of[cell]!, cell);
    backward.begin(sides.left.of[cell]!, cell);
    while (forward.looked + backward.looked < most) {
      const [wave, against] = forward.looked <= backward.looked ? [forward, backward] : [backward, forward];
      const node = wave.next();
      if (node < 0) return null;
      const met = this.spread(wave, against, node, this.isRight(node) === wave.isForward ? other : one, most);
      if (met >= 0) return this.cycle(cell, met);
    }
    return null;
  }

  private isRight(node: number): boolean {
    return node >= this.sides.left.many;
  }

  /** Reaches the nodes beyond those cells of a node in which somebody gave the answer; returns where the waves meet. */
  private spread(wave: Wave, against: Wave, node: number, answer: number, most: number): number {
    const { left, right } = this.sides;
    const { counts, width } = this.truth;
    const isRight = this.isRight(node);
    const { start, held, place } = isRight ? right : left;
    const own = isRight ? node - left.many : node;
    const [beyond, shift] = isRight ? [left.of, 0] : [right.of, left.many];
    const [from, to] = [start[own]!, start[own + 1]!];
    // From the cell it came by, because near cells lie in the same units.
    let at = place[wave.via[node]!]!;
    for (let each = Math.min(to - from, most); each > 0; each--, at = at + 1 === to ? from : at + 1) {
      const cell = held[at]!;
      wave.looked++;
      if (counts[cell * width + answer] === 0) continue;
      const next = shift + beyond[cell]!;
      if (wave.hasReached(next)) continue;
      wave.reach(next, cell);
      if (against.hasReached(next)) return next;
    }
    return -1;
  }

  private cycle(cell: number, met: number): Moved {
    const { left, right } = this.sides;
    const cells = [cell];
    const people = [1];
    for (const { via, isForward } of [this.forward, this.backward]) {
      for (let node = met; via[node] !== cell;) {
        const isRight = this.isRight(node);
        cells.push(via[node]!);
        people.push(isRight === isForward ? 1 : -1);
        node = isRight ? left.of[via[node]!]! : left.many + right.of[via[node]!]!;
      }
    }
    return { cells, people };
  }
}
