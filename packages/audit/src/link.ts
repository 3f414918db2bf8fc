import { canonicalJson, type Sha256, toHex, utf8 } from '@danban/bytes';
import type { AuditEvent } from './event.ts';

/** One link of the chain; hashes in lower-case hex. `previous` is null for the first link alone. */
export interface Link {
  seq: number;
  previous: string | null;
  content: string;
  hash: string;
}

/** The end of a chain: what a person notes down, and what the next link takes hold of. */
export type Head = Pick<Link, 'seq' | 'hash'>;

function digest(sha256: Sha256, value: unknown): string {
  return toHex(sha256(utf8(canonicalJson(value))));
}

/** SHA-256 over the canonical JSON of the whole event, salt included. */
export function contentHash(sha256: Sha256, event: AuditEvent): string {
  return digest(sha256, event);
}

/**
 * SHA-256 over the canonical JSON of number, predecessor and content hash. The content enters by its hash, so that a
 * chain can be followed through links whose content is not shown.
 */
export function linkHash(sha256: Sha256, { seq, previous, content }: Omit<Link, 'hash'>): string {
  return digest(sha256, { seq, previous, content });
}

/** The link that appends the event after `head`; null begins a chain. */
export function nextLink(sha256: Sha256, head: Head | null, event: AuditEvent): Link {
  const open = { seq: (head?.seq ?? 0) + 1, previous: head?.hash ?? null, content: contentHash(sha256, event) };
  return { ...open, hash: linkHash(sha256, open) };
}
