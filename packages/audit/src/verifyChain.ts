import type { Anchor } from './anchor.ts';
import type { AuditEvent } from './event.ts';
import type { Sha256 } from '@danban/bytes';
import { contentHash, linkHash, type Head, type Link } from './link.ts';

/** A link with its event, or without it where it only bridges what is not shown. */
export type Entry = Link & { event?: AuditEvent | undefined };
/** A link with its event. */
export type FullEntry = Link & { event: AuditEvent };

/** Why a chain does not hold, at the first act where that shows. */
export type BreakCode =
  /** The first act is not number 1, or follows another one. */
  | 'no-beginning'
  /** Acts between the last one and this one are missing. */
  | 'missing'
  /** An act stands twice, or before one it should follow. */
  | 'out-of-order'
  /** The event is not the one that was recorded. */
  | 'content-altered'
  /** Number, predecessor or content hash are not those that were recorded. */
  | 'link-altered'
  /** The act does not follow the one before it: one of the two was put in or made anew. */
  | 'not-linked'
  /** A noted head says that the chain was longer. */
  | 'cut-short'
  /** A noted head says that this act was another one. */
  | 'not-as-noted';

export interface Break {
  seq: number;
  code: BreakCode;
}

export interface Verified {
  /** The last act that was read; null for an empty chain. */
  head: Head | null;
  /** The first break; null when everything holds. */
  broken: Break | null;
}

function breakBetween(head: Head | null, { seq, previous }: Link): BreakCode | null {
  if (head === null) return seq === 1 && previous === null ? null : 'no-beginning';
  if (seq > head.seq + 1) return 'missing';
  if (seq <= head.seq) return 'out-of-order';
  return previous === head.hash ? null : 'not-linked';
}

function breakWithin(sha256: Sha256, { event, ...link }: Entry): BreakCode | null {
  if (event !== undefined && contentHash(sha256, event) !== link.content) return 'content-altered';
  return linkHash(sha256, link) === link.hash ? null : 'link-altered';
}

function breakWithAnchors(anchors: readonly Anchor[], { seq, hash }: Link): BreakCode | null {
  const differs = anchors.some((anchor) => anchor.seq === seq && !hash.startsWith(anchor.begins));
  return differs ? 'not-as-noted' : null;
}

/** Follows a chain entry by entry, so that one of any length can be read as a stream. */
export interface Follower {
  /** The break at this entry, or null. Nothing is taken after a break. */
  take(entry: Entry): Break | null;
  /** To be called after the last entry: whether a noted head says that there was more. */
  end(): Verified;
}

/**
 * @param anchors heads noted earlier. Without them a chain cut off at its end, or one made anew from some act on by who
 * holds the whole database, looks whole: a chain shows changes only to who remembers a later link.
 */
export function followChain(sha256: Sha256, anchors: readonly Anchor[] = []): Follower {
  let head: Head | null = null;
  let broken: Break | null = null;
  return {
    take(entry) {
      if (broken !== null) return broken;
      const code = breakBetween(head, entry) ?? breakWithin(sha256, entry) ?? breakWithAnchors(anchors, entry);
      if (code !== null) return (broken = { seq: entry.seq, code });
      head = { seq: entry.seq, hash: entry.hash };
      return null;
    },
    end() {
      const end = head?.seq ?? 0;
      const longest = Math.max(0, ...anchors.map((anchor) => anchor.seq));
      if (broken === null && longest > end) broken = { seq: end + 1, code: 'cut-short' };
      return { head, broken };
    },
  };
}

/** Whether a whole chain holds, and where it breaks first if it does not. */
export function verifyChain(sha256: Sha256, entries: Iterable<Entry>, anchors: readonly Anchor[] = []): Verified {
  const follower = followChain(sha256, anchors);
  for (const entry of entries) if (follower.take(entry) !== null) break;
  return follower.end();
}
