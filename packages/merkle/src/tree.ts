import type { Sha256 } from '@danban/bytes';
import { nodeHash, nodeHasher } from './hashes.ts';

/**
 * A tree over hashes of leaves (RFC 6962 §2.1), for whoever holds all leaves. Every full subtree is hashed once, so that a
 * proof takes as many hashes as it is long.
 */
export class Tree {
  /** Level by level from the leaves up: hashes of all full subtrees of that height. */
  private readonly levels: Uint8Array[][];
  private readonly sha256: Sha256;

  /** `leaves` are hashes of leaves, in order. */
  constructor(sha256: Sha256, leaves: readonly Uint8Array[]) {
    this.sha256 = sha256;
    this.levels = [[...leaves]];
    const hash = nodeHasher(sha256);
    for (let below = this.levels[0]!; below.length > 1; below = this.levels.at(-1)!) {
      const level: Uint8Array[] = [];
      for (let at = 0; at + 1 < below.length; at += 2) level.push(hash(below[at]!, below[at + 1]!));
      this.levels.push(level);
    }
  }

  get size(): number {
    return this.levels[0]!.length;
  }

  /** The root of the first `size` leaves; of none, the hash of nothing. Throws RangeError for more than there are. */
  root(size: number = this.size): Uint8Array {
    this.within(size);
    return size === 0 ? this.sha256(new Uint8Array()) : this.subtree(0, size);
  }

  /**
   * Hashes that prove that the leaf at `index` is among the first `size` (RFC 6962 §2.1.1). Throws RangeError for a leaf
   * that is not.
   */
  inclusion(index: number, size: number = this.size): Uint8Array[] {
    this.within(size);
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError('no such leaf');
    return this.path(index, 0, size);
  }

  /**
   * Hashes that prove that the first `before` leaves are the beginning of the first `size` (RFC 6962 §2.1.2). Throws
   * RangeError for a beginning of nothing or a longer one.
   */
  consistency(before: number, size: number = this.size): Uint8Array[] {
    this.within(size);
    if (!Number.isSafeInteger(before) || before < 1 || before > size) throw new RangeError('no such beginning');
    return this.beginning(before, 0, size, true);
  }

  private within(size: number): void {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size) throw new RangeError('no such size');
  }

  /** The root over the leaves from `from` up to, not including, `to`. */
  private subtree(from: number, to: number): Uint8Array {
    const size = to - from;
    const height = Math.log2(size);
    if (Number.isInteger(height)) return this.levels[height]![from / size]!;
    const split = from + largestBelow(size);
    return nodeHash(this.sha256, this.subtree(from, split), this.subtree(split, to));
  }

  private path(index: number, from: number, to: number): Uint8Array[] {
    if (to - from === 1) return [];
    const split = from + largestBelow(to - from);
    return index < split
      ? [...this.path(index, from, split), this.subtree(split, to)]
      : [...this.path(index, split, to), this.subtree(from, split)];
  }

  private beginning(before: number, from: number, to: number, isWhole: boolean): Uint8Array[] {
    if (before === to) return isWhole ? [] : [this.subtree(from, to)];
    const split = from + largestBelow(to - from);
    return before <= split
      ? [...this.beginning(before, from, split, isWhole), this.subtree(split, to)]
      : [...this.beginning(before, split, to, false), this.subtree(from, split)];
  }
}

/** The largest power of two below `size`. */
function largestBelow(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}
