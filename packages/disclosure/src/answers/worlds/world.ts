import type { GroupSet } from '../../groups/types.ts';
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

/**
 * Looks at worlds as an accountant would, with nothing of how they were found: people are whole, nobody answers who is not
 * there, and the figures of every shown group stay. Whether they all do, and move every cell whose people gave one answer:
 * then no answer is certain.
 */
export function areProof(worlds: readonly World[], set: GroupSet, shown: Uint8Array, truth: Truth): boolean {
  const isOpen = new Uint8Array(set.inner.unit.length);
  const change = new Int32Array(set.groups.length);
  for (const world of worlds) {
    if (!isPossible(world, truth) || !staysAsShown(world, set, shown, change)) return false;
    world.cells.forEach((cell, at) => (isOpen[cell] = world.moved[at] === 0 ? isOpen[cell]! : 1));
  }
  return isOpen.every((open, cell) => open === 1 || onlyAnswer(truth, cell) < 0);
}

function isPossible({ one, other, cells, moved }: World, { counts, width }: Truth): boolean {
  return moved.every((people, at) => {
    const row = cells[at]! * width;
    return counts[row + one]! - people >= 0 && counts[row + other]! + people >= 0;
  });
}

function staysAsShown(world: World, set: GroupSet, shown: Uint8Array, change: Int32Array): boolean {
  let stays = true;
  eachShown(world, set, shown, (group, people) => (change[group]! += people));
  eachShown(world, set, shown, (group) => {
    stays &&= change[group] === 0;
    change[group] = 0;
  });
  return stays;
}

function eachShown(
  { cells, moved }: World,
  { breakdowns, tree, inner }: GroupSet,
  shown: Uint8Array,
  visit: (group: number, people: number) => void,
): void {
  for (const { first, place } of breakdowns) {
    cells.forEach((cell, at) => {
      for (let unit = inner.unit[cell]!; unit >= 0; unit = tree.parent[unit]!) {
        const group = first[unit]! + place[cell]!;
        if (first[unit]! >= 0 && shown[group] === 1) visit(group, moved[at]!);
      }
    });
  }
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
