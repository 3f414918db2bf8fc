import type { LowestGroups } from './neighbours.ts';
import type { Truth } from './truth.ts';

/** In which members of each group somebody gave each answer. Members change as groups are hidden, and are looked at again. */
export class Able {
  private readonly groups: LowestGroups;
  private readonly truth: Truth;
  /** By group and answer, in how many cells somebody gave it, and once asked for these cells; for such members. */
  private readonly many: Uint32Array;
  private readonly cells: (Uint32Array | undefined)[];
  private readonly among: (Uint32Array | undefined)[];

  constructor(groups: LowestGroups, truth: Truth) {
    this.groups = groups;
    this.truth = truth;
    this.many = new Uint32Array(groups.members.length * truth.width);
    this.cells = new Array<Uint32Array | undefined>(this.many.length);
    this.among = new Array<Uint32Array | undefined>(groups.members.length);
  }

  manyOf(group: number, answer: number): number {
    if (this.among[group] !== this.groups.members[group]) this.count(group);
    return this.many[group * this.truth.width + answer]!;
  }

  /** These cells, ascending. */
  of(group: number, answer: number): Uint32Array {
    const { counts, width } = this.truth;
    const many = this.manyOf(group, answer);
    const known = this.cells[group * width + answer];
    if (known) return known;
    const found = new Uint32Array(many);
    let next = 0;
    for (const cell of this.groups.members[group]!) if (counts[cell * width + answer]! > 0) found[next++] = cell;
    return (this.cells[group * width + answer] = found);
  }

  private count(group: number): void {
    const { counts, width } = this.truth;
    const from = group * width;
    this.among[group] = this.groups.members[group];
    this.many.fill(0, from, from + width);
    this.cells.fill(undefined, from, from + width);
    for (const cell of this.groups.members[group]!) {
      for (let answer = 0; answer < width; answer++) {
        if (counts[cell * width + answer]! > 0) this.many[from + answer]!++;
      }
    }
  }
}
