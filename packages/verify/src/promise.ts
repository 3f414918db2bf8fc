import { canonicalJson, toBase64Url, utf8 } from '@danban/bytes';

/** What the urn promises when it takes a sheet: its leaf is in the tree of the survey by the close at the latest. */
export interface Promised {
  readonly survey: string;
  readonly leaf: Uint8Array;
  /** The closing date as it stood then, ISO 8601 in UTC. */
  readonly closesAt: string;
}

/** The bytes the key of the log signs (Ed25519). */
export function promiseMessage({ survey, leaf, closesAt }: Promised): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson(['danban/promise/v1', survey, toBase64Url(leaf), closesAt]));
}
