import type { Able } from './able.ts';
import type { LowestGroups } from './neighbours.ts';
import { Wave } from './wave.ts';

/** A proof is given up when so many cells have been looked at for it. */
const FAR = 1_600;

/**
 * Cells in which nobody can turn, whatever else is changed. Two rows alone are a graph in which groups are the nodes and
 * cells the edges, one way where somebody answered `one`, the other way where somebody answered `other`. In a world that
 * keeps every group somebody turns in a cell only if it lies on a circle of that graph: where none comes back to it, there
 * is no such world, and none has to be searched for.
 */
export class Barred {
  private readonly groups: LowestGroups;
  private readonly able: Able;
  private readonly forward: Wave;
  private readonly backward: Wave;
  /** The node of cells that lie in no group of a row: from there every other such cell is next. */
  private readonly outside: number;

  constructor(groups: LowestGroups, able: Able) {
    this.groups = groups;
    this.able = able;
    this.outside = groups.members.length;
    this.forward = new Wave(true, this.outside + 1);
    this.backward = new Wave(false, this.outside + 1);
  }

  /** Whether two rows rule out that somebody of the cell, in which nobody answered `other`, answers it instead of `one`. */
  is(cell: number, one: number, other: number): boolean {
    const { rows } = this.groups;
    for (let left = 0; left < rows; left++) {
      for (let right = left + 1; right < rows; right++) {
        if (this.isBetween(left, right, cell, one, other)) return true;
      }
    }
    return false;
  }

  private isBetween(left: number, right: number, cell: number, one: number, other: number): boolean {
    const { forward, backward } = this;
    forward.begin(this.nodeOf(cell, right), right);
    backward.begin(this.nodeOf(cell, left), left);
    if (forward.hasReached(this.nodeOf(cell, left))) return false;
    while (forward.looked + backward.looked < FAR) {
      const [wave, against] = forward.looked <= backward.looked ? [forward, backward] : [backward, forward];
      const node = wave.next();
      if (node < 0) return true;
      if (node === this.outside) return false;
      const row = wave.via[node]!;
      const answer = (row === right) === wave.isForward ? other : one;
      if (this.isMeeting(wave, against, this.able.of(node, answer), row === right ? left : right)) return false;
    }
    return false;
  }

  private nodeOf(cell: number, row: number): number {
    const group = this.groups.lowest[cell * this.groups.rows + row]!;
    return group < 0 ? this.outside : group;
  }

  /** Reaches the groups of a row that hold some of the cells; whether the other wave has been there, or it is too far. */
  private isMeeting(wave: Wave, against: Wave, cells: Uint32Array, row: number): boolean {
    wave.looked += cells.length + 1;
    if (cells.length > FAR) return true;
    for (const cell of cells) {
      const node = this.nodeOf(cell, row);
      if (wave.hasReached(node)) continue;
      wave.reach(node, row);
      if (against.hasReached(node)) return true;
    }
    return false;
  }
}
