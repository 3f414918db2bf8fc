import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { unpackedFrom } from '../../support/pglz.ts';
import { byOrder, firstMet, marksOf, type Attack } from '../attack.ts';
import { recordsOf, rowsOf } from '../pages.ts';
import type { Side, World } from '../world.ts';

/** All files below that pass, by name: segments of the log and parts of a table follow each other so. */
async function bytesIn(folder: string, passes: Passes, inOrder: (file: Buffer) => Buffer): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pieces: Buffer[] = [];
  for (const path of paths.filter(passes).sort()) {
    const bytes = await readFile(path);
    // In the order of rows first; then whatever lies there besides.
    pieces.push(inOrder(bytes), bytes, unpackedFrom(bytes));
  }
  return pieces;
}

type Passes = (path: string) => boolean;

const isLog = (path: string): boolean => path.includes('/pg_wal/');
const isTable = (path: string): boolean => path.includes('/base/');

async function inTables(world: World, side: Side, folder: string) {
  return firstMet(marksOf(world, side), await bytesIn(folder, await passing(world, side), rowsOf));
}

async function leakyFile({ db }: World): Promise<string> {
  const { rows } = await sql<{ path: string }>`select pg_relation_filepath('canary.submission') as path`.execute(db);
  return rows[0]!.path;
}

/** Of the leaky design the table itself: an index may hold what it likes. */
async function passing(world: World, side: Side): Promise<Passes> {
  if (side === 'product') return isTable;
  const file = await leakyFile(world);
  return (path) => path.endsWith(file);
}

export const files: Attack[] = [
  // Every change in the order in which it was made, with the rows that died since.
  byOrder('dead tuples and write-ahead log', async (world, side) =>
    firstMet(marksOf(world, side), await bytesIn(world.backups.after, isLog, recordsOf)),
  ),
  byOrder('base backup, before the close', (world, side) => inTables(world, side, world.backups.before)),
  byOrder('base backup', (world, side) => inTables(world, side, world.backups.after)),
];
