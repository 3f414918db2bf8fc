import { followChain, linkHash, type Anchor, type BreakCode, type Head } from '@danban/audit';
import { canonicalJson, toHex, utf8, type Sha256 } from '@danban/bytes';

/** A published answer as it is kept: one text, and its place in the chain of its consultation. Hashes in lower-case hex. */
export interface ReplyRow {
  readonly seq: number;
  readonly previous: string | null;
  /** The canonical JSON of the answer. */
  readonly body: string;
  /** SHA-256 of `body`. */
  readonly content: string;
  /** SHA-256 over the canonical JSON of number, predecessor and content. */
  readonly hash: string;
}

const digest = (sha256: Sha256, text: string): string => toHex(sha256(utf8(text)));

/** The row that says `answer` after `head`; null begins a chain. Throws TypeError for what JSON cannot carry. */
export function nextRow(sha256: Sha256, head: Head | null, answer: unknown): ReplyRow {
  const body = canonicalJson(answer);
  const open = { seq: (head?.seq ?? 0) + 1, previous: head?.hash ?? null, content: digest(sha256, body) };
  return { ...open, body, hash: linkHash(sha256, open) };
}

export interface VerifiedReplies {
  readonly head: Head | null;
  /** The first row where it shows that something was altered, removed, put in or swapped. */
  readonly broken: { readonly seq: number; readonly code: BreakCode } | null;
}

/** @param anchors heads noted elsewhere: without one, a chain cut off at its end looks whole */
export function verifyReplies(
  sha256: Sha256,
  rows: Iterable<ReplyRow>,
  anchors: readonly Anchor[] = [],
): VerifiedReplies {
  const follower = followChain(sha256, anchors);
  let head: Head | null = null;
  for (const { body, ...link } of rows) {
    if (follower.take(link) !== null) break;
    if (digest(sha256, body) !== link.content) return { head, broken: { seq: link.seq, code: 'content-altered' } };
    head = { seq: link.seq, hash: link.hash };
  }
  return follower.end();
}
