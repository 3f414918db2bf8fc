import type { GroupSet } from '../../groups/types.ts';
import { type BandBefore, leastTold, type ShownBefore } from '../shownBefore.ts';
import type { Truth } from './truth.ts';

/**
 * Another world that fits all that is shown: in each of these cells so many people who answered `one` answer `other`
 * instead, or the reverse where `moved` is negative. Nobody's answer is certain in a cell that is moved.
 */
export interface World {
  readonly one: number;
  readonly other: number;
  readonly cells: Uint32Array;
  readonly moved: Int32Array;
}

/** Of which groups an attacker sees anything in one table: of today and of before. */
interface Seen {
  readonly set: GroupSet;
  readonly shown: Uint8Array;
  readonly earlier: readonly ShownBefore[];
}

interface Told extends Seen {
  /** What is shown of a group. */
  readonly counts: (group: number) => ArrayLike<number>;
  readonly sensitive: boolean;
}

/** Whether a world fits every figure. Where nothing is shown it need not. */
export function fits({ counts, width }: Truth, { set, shown, earlier, counts: told, sensitive }: Told): boolean {
  const addsUp = (cells: Uint32Array, figures: ArrayLike<number>): boolean => {
    const left = Array.from(figures);
    for (const cell of cells) for (let at = 0; at < width; at++) left[at]! -= counts[cell * width + at]!;
    return left.every((people) => people === 0);
  };
  if (!shown.includes(1)) return true;
  const ofToday = shown.every(
    (bit, group) => bit === 0 || addsUp(set.cells.subarray(set.start[group], set.start[group + 1]), told(group)),
  );
  const isBanded = ({ column: { cells }, option }: BandBefore): boolean => {
    const people = cells.reduce((sum, cell) => sum + set.inner.weight[cell]!, 0);
    const gave = cells.reduce((sum, cell) => sum + counts[cell * width + option]!, 0);
    return gave >= leastTold(people, sensitive);
  };
  return ofToday && earlier.every((one) => ('counts' in one ? addsUp(one.column.cells, one.counts) : isBanded(one)));
}

/**
 * Looks at worlds as an accountant would, with nothing of how they were found: people are whole, nobody answers who is not
 * there, and every figure that is or was shown stays. Whether they all do, and move every cell whose people gave one answer:
 * then no answer is certain. Where nothing is shown there is nothing to prove.
 */
export function areProof(worlds: readonly World[], told: Seen, truth: Truth): boolean {
  if (!told.shown.includes(1)) return true;
  const isOpen = new Uint8Array(told.set.inner.unit.length);
  const figures = figuresOf(told);
  const change = new Int32Array(told.set.groups.length + told.earlier.length);
  for (const world of worlds) {
    if (!isPossible(world, truth) || !staysAsShown(world, figures, change)) return false;
    world.cells.forEach((cell, at) => (isOpen[cell] = world.moved[at] === 0 ? isOpen[cell]! : 1));
  }
  return isOpen.every((open, cell) => open === 1 || onlyAnswer(truth, cell) < 0);
}

/** For each cell the figures it is part of; those of before are numbered after all groups. */
function figuresOf({ set, shown, earlier }: Seen): number[][] {
  const figures: number[][] = Array.from(set.inner.unit, () => []);
  shown.forEach((bit, group) => {
    for (let at = set.start[group]!; bit === 1 && at < set.start[group + 1]!; at++)
      figures[set.cells[at]!]!.push(group);
  });
  earlier.forEach(({ column }, at) => {
    for (const cell of column.cells) figures[cell]!.push(set.groups.length + at);
  });
  return figures;
}

function isPossible({ one, other, cells, moved }: World, { counts, width }: Truth): boolean {
  return moved.every((people, at) => {
    const row = cells[at]! * width;
    return counts[row + one]! - people >= 0 && counts[row + other]! + people >= 0;
  });
}

function staysAsShown({ cells, moved }: World, figures: readonly (readonly number[])[], change: Int32Array): boolean {
  let stays = true;
  cells.forEach((cell, at) => {
    for (const figure of figures[cell]!) change[figure]! += moved[at]!;
  });
  for (const cell of cells) {
    for (const figure of figures[cell]!) {
      stays &&= change[figure] === 0;
      change[figure] = 0;
    }
  }
  return stays;
}

/** What everybody of a cell answered who was asked; -1 where they do not agree, or nobody was. */
export function onlyAnswer({ counts, width }: Truth, cell: number): number {
  let only = -1;
  for (let category = 0; category < width; category++) {
    if (counts[cell * width + category] === 0) continue;
    if (only >= 0) return -1;
    only = category;
  }
  return only;
}
