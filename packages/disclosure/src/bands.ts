import { allowedDissent, isConcentrated } from './concentration.ts';
import type { ExactUnits } from './exact.ts';
import { freeRoom, limitRoom, roomBelow, type Room } from './room.ts';
import type { Scene } from './scene.ts';
import type { TableSums } from './sums.ts';
import { nearestMarkedAbove, type UnitTree } from './tree.ts';

/**
 * Which concentrated units may show a band: 1 per banded node.
 *
 * A band on category X says "at most d people answered otherwise". Below an exact unit A several bands together may
 * say more than each alone: of 5 × X and 9 × Y, a band on X over a team of 6 uses up every X, and the other 8 are all
 * Y for certain. So, beyond the capacity check, two further conditions hold in each region (the respondents of an exact
 * unit outside the exact units below it, or a banded unit with nothing exact above it):
 *
 * 1. all bands of a region name one category X;
 * 2. the bands leave room for more non-X answers than the N that A's exact remainder is known to hold.
 *
 * Then nobody's answer is certain. Bands are nested or disjoint upper bounds on the non-X answers, so the possible
 * places of non-X answers are the independent sets of a laminar matroid. Every bound is at least 1, so any one person
 * alone is independent and, by augmentation, belongs to some set of size N: nobody is certainly X. Its rank exceeds N,
 * so some set of size N + 1 exists, and dropping a person from it gives a set of size N without that person: nobody is
 * certainly non-X. With nothing exact above, 0 and 1 non-X answers are possible anywhere.
 */
export function bandedUnits(scene: Scene, units: ExactUnits): Uint8Array {
  const { checks, tree, sums, order, sensitive } = scene;
  const banded = new Uint8Array(tree.parent.length);
  const regions = regionsOf(tree, units.exact);
  const visible = dissentVisibleBelow(tree, sums, units.exact);
  const room = roomBelow(tree, sums.n, units.exact);
  for (const node of order) {
    if (units.exact[node] === 1 || !isConcentrated(sums.n[node]!, sums.modalCount[node]!, sensitive)) continue;
    const category = sums.modal[node]!;
    const anchor = nearestMarkedAbove(tree, regions.anchor, node);
    if (checks.bandCategory && !agrees(regions, anchor, category)) continue;
    const capacity = allowedDissent(sums.n[node]!, sensitive) - visible[node]!;
    if (checks.capacity && capacity < 1) continue;
    if (!keepsRoom(room, node, capacity, checks.bandRoom ? knownDissent(sums, units, anchor, category) : -1)) continue;
    banded[node] = 1;
    name(regions, anchor < 0 ? node : anchor, category);
  }
  return banded;
}

/** Limits the unit's room if more than `known` remains in its region; otherwise leaves everything as it was. */
function keepsRoom(room: Room, node: number, capacity: number, known: number): boolean {
  if (limitRoom(room, node, capacity) > known) return true;
  freeRoom(room, node);
  return false;
}

interface Regions {
  /** 1 for exact units and for banded units with nothing exact or banded above. */
  readonly anchor: Uint8Array;
  /** The category that the bands of the anchor's region name, -1 while there is none. */
  readonly category: Int32Array;
}

function regionsOf(tree: UnitTree, exact: Uint8Array): Regions {
  return { anchor: exact.slice(), category: new Int32Array(tree.parent.length).fill(-1) };
}

function agrees({ category }: Regions, anchor: number, wanted: number): boolean {
  return anchor < 0 || category[anchor] === -1 || category[anchor] === wanted;
}

function name(regions: Regions, anchor: number, category: number): void {
  regions.anchor[anchor] = 1;
  regions.category[anchor] = category;
}

/** For each hidden unit: the answers outside its modal category that exact units below it already show. */
function dissentVisibleBelow(tree: UnitTree, { width, counts, n, modal }: TableSums, exact: Uint8Array): Uint32Array {
  const visible = new Uint32Array(tree.parent.length);
  for (let node = 0; node < exact.length; node++) {
    if (exact[node] === 0) continue;
    for (let above = tree.parent[node]!; above >= 0 && exact[above] === 0; above = tree.parent[above]!) {
      visible[above]! += n[node]! - counts[node * width + modal[above]!]!;
    }
  }
  return visible;
}

/** The answers outside `category` in an exact unit's remainder; an anchor that is itself a band has none to tell. */
function knownDissent(
  { width }: TableSums,
  { exact, remainder }: ExactUnits,
  anchor: number,
  category: number,
): number {
  if (anchor < 0 || exact[anchor] === 0) return 0;
  let dissent = 0;
  for (let column = 0; column < width; column++) {
    if (column !== category) dissent += remainder[anchor * width + column]!;
  }
  return dissent;
}
