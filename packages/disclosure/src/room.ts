import type { UnitTree } from './tree.ts';

const UNLIMITED = 0x7fffffff;

/** How many differing answers each unit's hidden part can hold, given the limits that bands state. Counts of people. */
export interface Room {
  readonly tree: UnitTree;
  readonly exact: Uint8Array;
  /** People outside exact units below, each child counted with no more than its own limit allows. */
  readonly held: Int32Array;
  readonly limit: Int32Array;
}

export function roomBelow(tree: UnitTree, people: Uint32Array, exact: Uint8Array): Room {
  const held = Int32Array.from(people);
  const limit = new Int32Array(people.length).fill(UNLIMITED);
  for (let node = 0; node < exact.length; node++) {
    if (exact[node] === 0) continue;
    for (let above = tree.parent[node]!; above >= 0; above = tree.parent[above]!) {
      held[above]! -= people[node]!;
      if (exact[above] === 1) break;
    }
  }
  return { tree, exact, held, limit };
}

/** Limits a hidden unit and returns the room left in the nearest exact unit above it; unlimited when there is none. */
export function limitRoom(room: Room, node: number, limit: number): number {
  let at = node;
  let before = roomAt(room, at);
  room.limit[at] = limit;
  let change = roomAt(room, at) - before;
  while (room.exact[at] === 0) {
    at = room.tree.parent[at]!;
    if (at < 0) return UNLIMITED;
    before = roomAt(room, at);
    room.held[at]! += change;
    change = roomAt(room, at) - before;
  }
  return roomAt(room, at);
}

export function freeRoom(room: Room, node: number): void {
  limitRoom(room, node, UNLIMITED);
}

function roomAt({ held, limit }: Room, node: number): number {
  return Math.min(held[node]!, limit[node]!);
}
