import type { GroupSet } from '../../groups/types.ts';
import type { ShownBefore } from '../shownBefore.ts';
import { lowestBefore, lowestShown } from './lowestShown.ts';

/** Which inner cells lie in which lowest shown groups. */
export interface LowestGroups {
  readonly cells: number;
  /** Kinds of figures: the breakdowns of today, then layers of what was shown before. */
  readonly rows: number;
  /** For each inner cell its lowest group of each kind, -1 for none, cell-major; see `lowestShown`. */
  readonly lowest: Int32Array;
  /** The cells for which each group is a lowest one, ascending; groups of earlier releases are numbered after today's. */
  readonly members: readonly Uint32Array[];
}

/** Lowest groups as long as groups are hidden one after the other. */
export class Neighbours implements LowestGroups {
  readonly cells: number;
  readonly rows: number;
  readonly lowest: Int32Array;
  readonly members: Uint32Array[];
  readonly shown: Uint8Array;
  private readonly set: GroupSet;

  constructor(set: GroupSet, shown: Uint8Array, earlier: readonly ShownBefore[] = []) {
    this.set = set;
    this.shown = shown.slice();
    this.cells = set.inner.unit.length;
    const rows = rowsOf(this.cells, lowestShown(set, shown), lowestBefore(this.cells, earlier, set.groups.length));
    this.rows = rows.length;
    this.lowest = new Int32Array(rows.length * this.cells);
    rows.forEach((row, at) => row.forEach((group, cell) => (this.lowest[cell * rows.length + at] = group)));
    this.members = membersOf(this.lowest, rows.length, set.groups.length + earlier.length);
  }

  /** Whether anything of today is shown. */
  get isAnythingShown(): boolean {
    return this.shown.includes(1);
  }

  /** The lowest groups of one kind, one for each cell. */
  row(at: number): Int32Array {
    const row = new Int32Array(this.cells);
    for (let cell = 0; cell < row.length; cell++) row[cell] = this.lowest[cell * this.rows + at]!;
    return row;
  }

  /** Hides a group of today: its cells fall to the next shown group above it. */
  hide(group: number): void {
    this.shown[group] = 0;
    const fallen = this.members[group]!;
    if (fallen.length === 0) return;
    const row = this.rowOf(group);
    const above = this.nextAbove(group, row);
    for (const cell of fallen) this.lowest[cell * this.rows + row] = above;
    if (above >= 0) this.members[above] = merged(this.members[above]!, fallen);
    this.members[group] = new Uint32Array(0);
  }

  private rowOf(group: number): number {
    const { unit } = this.set.groups[group]!;
    return this.set.breakdowns.findIndex(
      ({ first, size }) => first[unit]! >= 0 && first[unit]! <= group && group < first[unit]! + size,
    );
  }

  private nextAbove(group: number, row: number): number {
    const { parent } = this.set.tree;
    const { first } = this.set.breakdowns[row]!;
    const own = this.set.groups[group]!.unit;
    const place = group - first[own]!;
    for (let unit = parent[own]!; unit >= 0; unit = parent[unit]!) {
      if (first[unit]! >= 0 && this.shown[first[unit]! + place] === 1) return first[unit]! + place;
    }
    return -1;
  }
}

function rowsOf(cells: number, ...tables: readonly Int32Array[]): Int32Array[] {
  return tables.flatMap((table) =>
    Array.from({ length: cells === 0 ? 0 : table.length / cells }, (_, row) =>
      table.subarray(row * cells, (row + 1) * cells),
    ),
  );
}

function membersOf(lowest: Int32Array, rows: number, groups: number): Uint32Array[] {
  const start = new Uint32Array(groups + 1);
  for (const group of lowest) if (group >= 0) start[group + 1]!++;
  for (let group = 0; group < groups; group++) start[group + 1]! += start[group]!;
  const held = new Uint32Array(start[groups]!);
  const next = start.slice();
  for (let at = 0; at < lowest.length; at++) {
    if (lowest[at]! >= 0) held[next[lowest[at]!]!++] = Math.floor(at / rows);
  }
  return Array.from({ length: groups }, (_, group) => held.subarray(start[group], start[group + 1]));
}

function merged(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both.sort();
}
