import { concat } from '@danban/bytes';
import { uint16 } from './uint16.ts';

/** What let a sheet in behind a list: the credential and its holder's signature of the sheet. */
export interface Presented {
  /** Under which key of the opening record it was issued. */
  readonly stratum: number;
  readonly prefix: Uint8Array;
  readonly pseudonym: Uint8Array;
  /** The pseudonym's signature of the sheet (Ed25519). */
  readonly proof: Uint8Array;
  /** The issuer's signature of prefix and pseudonym, as long as its modulus. */
  readonly signature: Uint8Array;
}

/** A leaf whose credential is shown: what the leaf is the hash of, and no answer. */
export interface ShownLeaf extends Presented {
  readonly sheet: Uint8Array;
  readonly counted: Uint8Array;
}

/** The same before it is written, its credential as the urn kept it. */
export interface KeptLeaf {
  readonly sheet: Uint8Array;
  readonly counted: Uint8Array;
  readonly credential: Uint8Array;
}

const HASH = 32;
const PROOF = 64;
const [CLOSED, SHOWN] = [0, 1];
const AT = { sheet: 1, counted: 33, stratum: 65, prefix: 67, pseudonym: 99, proof: 131, signature: 195 } as const;

/** Stratum, prefix, pseudonym, the two signatures: how the urn keeps it, and how it stands in the file. */
export function credentialBytes({ stratum, prefix, pseudonym, proof, signature }: Presented): Uint8Array {
  return concat(uint16(stratum), prefix, pseudonym, proof, signature);
}

/** Leaf after leaf in the order of the tree; null for one that stays closed. */
export function writeCredentials(leaves: readonly (KeptLeaf | null)[]): Uint8Array {
  const parts = leaves.map((leaf) =>
    leaf ? concat(Uint8Array.of(SHOWN), leaf.sheet, leaf.counted, leaf.credential) : Uint8Array.of(CLOSED),
  );
  return concat(...parts);
}

/** Null for a file that is none. `signatureBytes`: how long a signature is under the key of a stratum; 0 where there is none. */
export function readCredentials(
  file: Uint8Array,
  signatureBytes: (stratum: number) => number,
): (ShownLeaf | null)[] | null {
  const leaves: (ShownLeaf | null)[] = [];
  for (let at = 0; at < file.length;) {
    if (file[at] === CLOSED) {
      leaves.push(null);
      at += 1;
      continue;
    }
    const stratum = (file[at + AT.stratum] ?? 0) * 256 + (file[at + AT.stratum + 1] ?? 0);
    const length = signatureBytes(stratum);
    const end = at + AT.signature + length;
    if (file[at] !== SHOWN || length === 0 || end > file.length) return null;
    leaves.push(shownIn(file.subarray(at, end), stratum));
    at = end;
  }
  return leaves;
}

function shownIn(record: Uint8Array, stratum: number): ShownLeaf {
  const part = (from: number, length: number) => record.subarray(from, from + length);
  return {
    stratum,
    sheet: part(AT.sheet, HASH),
    counted: part(AT.counted, HASH),
    prefix: part(AT.prefix, HASH),
    pseudonym: part(AT.pseudonym, HASH),
    proof: part(AT.proof, PROOF),
    signature: record.subarray(AT.signature),
  };
}
