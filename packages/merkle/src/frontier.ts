import { concat, type Sha256 } from '@danban/bytes';
import { HASH, nodeHasher } from './hashes.ts';

/**
 * The right edge of a tree (RFC 6962 §2.1) that only grows: the hashes of its full subtrees from the left to the right, one for
 * each binary digit 1 of its size. For whoever adds to a tree and does not hold the leaves before: adding costs as many hashes as
 * are added, whatever stands already.
 */
export class Frontier {
  private readonly sha256: Sha256;
  private readonly node: (left: Uint8Array, right: Uint8Array) => Uint8Array;
  private readonly full: Uint8Array[];
  private leaves: number;

  /** An empty tree, or the one of so many leaves whose `bytes` were written. Throws RangeError where these do not fit the size. */
  constructor(sha256: Sha256, size = 0, bytes: Uint8Array = new Uint8Array()) {
    if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('no such size');
    if (bytes.length !== HASH * digitsOf(size)) throw new RangeError('not the edge of a tree of this size');
    this.sha256 = sha256;
    this.node = nodeHasher(sha256);
    this.leaves = size;
    this.full = Array.from({ length: bytes.length / HASH }, (_, at) => bytes.slice(at * HASH, (at + 1) * HASH));
  }

  get size(): number {
    return this.leaves;
  }

  /** Adds the hash of one more leaf. */
  add(leaf: Uint8Array): void {
    let hash = leaf;
    // Each digit 1 at the end of the size is a subtree as large as the one that has just been filled.
    for (let size = this.leaves; size % 2 === 1; size = (size - 1) / 2) hash = this.node(this.full.pop()!, hash);
    this.full.push(hash);
    this.leaves += 1;
  }

  /** The root of the tree as it stands; of nothing, the hash of nothing. */
  root(): Uint8Array {
    if (this.full.length === 0) return this.sha256(new Uint8Array());
    return this.full.reduceRight((right, left) => this.node(left, right));
  }

  /** What another one can go on from: the hashes one after the other, the largest subtree first. */
  bytes(): Uint8Array {
    return concat(...this.full);
  }
}

/** How many binary digits of a number are 1. */
function digitsOf(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
