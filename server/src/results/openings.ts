import { unpackCell } from '@danban/contract';
import { compile, type Definition } from '@danban/survey';
import { commitTable, type Committed, type Counted, openedAsPublished, rootOfTables, tablesOf } from '@danban/verify';
import type { Release, ReleasedGroup } from './release.ts';
import { sha256 } from '../sha256.ts';

/** More leaves than this are not committed to table by table: half a gigabyte, which nobody would download. */
const MOST_LEAVES = 8_000_000;

/** How many tables a release is committed to in, and the root over their roots, hex. */
export interface TablesHead {
  count: number;
  root: string;
}

/** Every table of a release with the leaves of all sheets, opened as far as its figures are published; null for too many. */
export function openingsOf(
  definition: Definition,
  parents: readonly number[],
  { groups }: Release,
  sheets: readonly Counted[],
): Committed[] | null {
  const tables = tablesOf(compile(definition));
  if (tables.all.length * sheets.length > MOST_LEAVES) return null;
  const depthOf = openedAsPublished(parents, groups.map(exactIn));
  return tables.all.map((table) => commitTable(sha256, { tables, parents, depthOf }, table, sheets));
}

function exactIn(group: ReleasedGroup) {
  const exact = group.cells.map((cell) => unpackCell(cell).kind === 'exact');
  return group.kind === 'unit'
    ? { unit: group.said.position, by: [], exact }
    : { unit: group.said.unit, by: group.said.by, exact };
}

export function headOfTables(roots: readonly Uint8Array[]): TablesHead | null {
  if (roots.length === 0) return null;
  return { count: roots.length, root: Buffer.from(rootOfTables(sha256, roots)).toString('hex') };
}
