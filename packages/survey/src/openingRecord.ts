import { canonicalJson } from '@danban/bytes';
import type { Door, Thresholds } from './definition.ts';

/** People who share one issuer's key, as it was frozen. */
export interface FrozenStratum {
  /** Where in the frozen tree their answers are counted. */
  unit: number;
  /** How many are on the list. */
  size: number;
  /** Modulus of the issuer's RSA key, base64url. */
  key: string;
  /** Binds the list, base64url. */
  roster: string;
}

/**
 * What was promised on the day of opening, the same for everybody who answers. Its hash stands in every personal link,
 * and every answer of this door is signed under it: whoever is shown other questions or another key sees that.
 */
export interface OpeningRecord {
  /** 2 where a log tells of the survey: with its key, and the hash of the frozen tree. */
  schema: 1 | 2;
  survey: string;
  /** SHA-256 of the definition's text, hex. */
  definition: string;
  door: Door;
  thresholds: Thresholds;
  /** When the urn is opened before the close: never, or at most once a day. */
  flushes: 'at-close' | 'daily';
  /** The closing date as it was announced; it only moves away. */
  closesAt: string;
  strata: FrozenStratum[];
  /** The key of the log, as C2SP writes a key: whoever signs for another log has another opening. */
  log?: string;
  /** SHA-256 of the tree's text, hex. */
  tree?: string;
}

/** The one text of a record, for hashing (RFC 8785). */
export function openingText(record: OpeningRecord): string {
  return canonicalJson(record);
}

/** How few may share an issuer's key beside others: with fewer, an answer would say that it comes from so small a group. */
export function leastSharing({ unit }: Thresholds): number {
  return 2 * unit;
}

/**
 * Whether enough people share the key of a stratum (twice the threshold, or everybody there is): a key for a few would
 * say of each answer that it is theirs. False for a stratum that is not in the record.
 */
export function isShared({ strata, thresholds }: OpeningRecord, stratum: number): boolean {
  const size = strata[stratum]?.size ?? 0;
  return size > 0 && (strata.length === 1 || size >= leastSharing(thresholds));
}
