import { setImmediate as nextTurn } from 'node:timers/promises';
import { toHex } from '@danban/bytes';
import type { UrnDb } from '@danban/db/vaults/urn';
import { Frontier, HASH, leafHasher } from '@danban/merkle';
import { sha256 } from '../sha256.ts';
import type { LeafBatch } from '../vaults/urn.ts';
import { findLastBatch, findLeafBatches, type LeafBatchRow } from './leafBatches.queries.ts';

const leavesPerTurn = 128;

/** The tree of a survey as far as its urn has been opened. */
export async function treeSoFar(db: UrnDb, survey: string): Promise<Frontier> {
  const last = await findLastBatch(db, survey);
  if (!last) return new Frontier(sha256);
  if (last.frontier) return new Frontier(sha256, last.size, last.frontier);
  const tree = new Frontier(sha256);
  for (const { leaves } of await findLeafBatches(db, survey)) await grow(tree, leaves);
  return tree;
}

/** Adds leaves of 32 bytes each; every few milliseconds whoever else waits for this thread comes first. */
export async function grow(tree: Frontier, leaves: Uint8Array): Promise<void> {
  const hashOf = leafHasher(sha256);
  for (let at = 0; at < leaves.length; at += HASH) {
    if (at % (HASH * leavesPerTurn) === 0) await nextTurn();
    tree.add(hashOf(leaves.subarray(at, at + HASH)));
  }
}

/** Batches after the first so many, each with the root of the tree up to it. */
export async function leafBatches(db: UrnDb, survey: string, after: number): Promise<LeafBatch[]> {
  const rows = await findLeafBatches(db, survey, after);
  // Batches from before edges were kept have to be hashed anew, from the first of all.
  if (!rows.every(hasEdge)) return (await hashedAnew(db, survey)).slice(after);
  return rows.map(({ leaves, size, frontier }) => headed(leaves, new Frontier(sha256, size, frontier)));
}

const hasEdge = (row: LeafBatchRow): row is LeafBatchRow & { frontier: Buffer } => row.frontier !== null;

async function hashedAnew(db: UrnDb, survey: string): Promise<LeafBatch[]> {
  const tree = new Frontier(sha256);
  const batches: LeafBatch[] = [];
  for (const { leaves } of await findLeafBatches(db, survey)) {
    await grow(tree, leaves);
    batches.push(headed(leaves, tree));
  }
  return batches;
}

const headed = (leaves: Buffer, tree: Frontier): LeafBatch => ({ leaves, size: tree.size, root: toHex(tree.root()) });
