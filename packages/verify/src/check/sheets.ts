import { compareBytes, toHex } from '@danban/bytes';
import { leafHasher, Tree } from '@danban/merkle';
import type { LogEntry } from '../entries.ts';
import { type Check, holds, notYet, wrong } from './faults.ts';
import type { Primitives } from './source.ts';

type Flush = Extract<LogEntry, { kind: 'flush' }>;
type Closing = Extract<LogEntry, { kind: 'closing' }>;

/** That the leaves are those of every flush the log tells of, batch by batch, and at the close all of them. */
export function checkSheets({ sha256 }: Primitives, leaves: readonly Uint8Array[], told: readonly LogEntry[]): Check[] {
  const flushes = told.filter((one): one is Flush => one.kind === 'flush');
  const closing = told.find((one): one is Closing => one.kind === 'closing');
  const tree = new Tree(sha256, leaves.map(leafHasher(sha256)));
  const fault = faultOf(tree, leaves, flushes, closing);
  if (fault) return [fault];
  const leavesHold = holds('leaves', { leaves: leaves.length, batches: flushes.length });
  return [leavesHold, closing ? holds('closing', { leaves: closing.size }) : notYet('closing')];
}

function faultOf(
  tree: Tree,
  leaves: readonly Uint8Array[],
  flushes: readonly Flush[],
  closing: Closing | undefined,
): Check | null {
  const expected = closing?.size ?? flushes.at(-1)?.size ?? 0;
  if (leaves.length < expected) return wrong('leaves', 'leaf-dropped', { leaves: leaves.length, expected });
  if (leaves.length > expected) return wrong('leaves', 'leaf-added', { leaves: leaves.length, expected });
  let from = 0;
  for (const { batch, size, root } of flushes) {
    if (size < from || toHex(tree.root(size)) !== root) return wrong('leaves', 'leaf-altered', { batch });
    if (!isSorted(leaves.slice(from, size))) return wrong('leaves', 'leaf-order', { batch });
    from = size;
  }
  return closing && toHex(tree.root()) !== closing.root ? wrong('closing', 'leaf-altered') : null;
}

function isSorted(leaves: readonly Uint8Array[]): boolean {
  return leaves.every((leaf, at) => at === 0 || compareBytes(leaves[at - 1]!, leaf) < 0);
}
