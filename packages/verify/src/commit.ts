import { compareBytes, concat, type Sha256 } from '@danban/bytes';
import { leafHash, Tree } from '@danban/merkle';
import { leafData, openTo, type Parents, type Standing, tableKey } from './commitment.ts';
import type { Counted } from './leaf.ts';
import { type TableLeaf, writeTable } from './tableFile.ts';
import { NOT_ASKED, type Table, type Tables } from './tables.ts';

/** A table as it is published: the root of its tree, and its leaves as far as they are opened. */
export interface Committed {
  readonly root: Uint8Array;
  readonly file: Uint8Array;
}

/** How far the leaf of somebody who stands there is opened in a table: steps below the whole, null for not at all. */
export type DepthOf = (table: Table, standing: Standing) => number | null;

/** Commits to one table of these sheets, and opens it as far as `depthOf` says (docs/verify.md). */
export function commitTable(
  sha256: Sha256,
  { tables, parents, depthOf }: { tables: Tables; parents: Parents; depthOf: DepthOf },
  table: Table,
  sheets: readonly Counted[],
): Committed {
  const leaves = sheets.map(({ key, unit, packed }) => {
    const standing = { category: tables.category(table, packed), criteria: tables.criteria(table, packed), unit };
    const lowest = tableKey(sha256, key, table.index);
    const depth = standing.category === NOT_ASKED ? null : depthOf(table, standing);
    const opened = openTo(sha256, parents, lowest, standing, depth ?? 0);
    const hash = leafHash(sha256, leafData(sha256, parents, opened));
    return { hash, leaf: depth === null ? hash : opened };
  });
  leaves.sort((a, b) => compareBytes(a.hash, b.hash));
  return {
    root: new Tree(
      sha256,
      leaves.map(({ hash }) => hash),
    ).root(),
    file: writeTable(leaves.map(({ leaf }): TableLeaf => leaf)),
  };
}

/** The root over the roots of all tables of a release, which the log tells. */
export function rootOfTables(sha256: Sha256, roots: readonly Uint8Array[]): Uint8Array {
  return new Tree(
    sha256,
    roots.map((root) => leafHash(sha256, root)),
  ).root();
}

/** Tables one behind the other, each behind its length in four bytes. */
export function joinTables(files: readonly Uint8Array[]): Uint8Array {
  return concat(...files.flatMap((file) => [lengthOf(file), file]));
}

/** What stands before a table in a file of several. */
export function lengthOf({ length }: Uint8Array): Uint8Array {
  return Uint8Array.of(length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255);
}
