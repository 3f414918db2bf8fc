import { compareBytes, concat } from '@danban/bytes';
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

/** A sheet whose credential is shown: its hash, and no answer. */
export interface ShownSheet extends Presented {
  readonly sheet: Uint8Array;
}

/** The same in its place in the tree: both halves of what its leaf is the hash of. */
export interface ShownLeaf extends ShownSheet {
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
/** In the bytes of a credential. */
const AT = { stratum: 0, prefix: 2, pseudonym: 34, proof: 66, signature: 130 } as const;

/** Stratum, prefix, pseudonym, the two signatures: how the urn keeps it, and how it stands in the file. */
export function credentialBytes({ stratum, prefix, pseudonym, proof, signature }: Presented): Uint8Array {
  return concat(uint16(stratum), prefix, pseudonym, proof, signature);
}

/** Prefix and pseudonym in the bytes the urn keeps: what may be used once. */
export function credentialIds(credential: Uint8Array): Pick<Presented, 'prefix' | 'pseudonym'> {
  return { prefix: part(credential, AT.prefix, HASH), pseudonym: part(credential, AT.pseudonym, HASH) };
}

/** Leaf after leaf in the order of the tree; null for one that stays closed. */
export function writeByLeaf(leaves: readonly (KeptLeaf | null)[]): Uint8Array {
  const parts = leaves.map((leaf) =>
    leaf ? concat(Uint8Array.of(SHOWN), leaf.sheet, leaf.counted, leaf.credential) : Uint8Array.of(CLOSED),
  );
  return joined(parts);
}

/** Sheet after sheet in the order of their hashes, which says nothing of the tree; of closed ones nothing. */
export function writeBySheet(sheets: readonly Omit<KeptLeaf, 'counted'>[]): Uint8Array {
  const sorted = sheets.toSorted((a, b) => compareBytes(a.sheet, b.sheet));
  return joined(sorted.flatMap(({ sheet, credential }) => [sheet, credential]));
}

/** How long a signature is under the key of a stratum; 0 where there is none. */
type SignatureBytes = (stratum: number) => number;

/** Null for a file that is none. */
export function readByLeaf(file: Uint8Array, signatureBytes: SignatureBytes): (ShownLeaf | null)[] | null {
  const leaves: (ShownLeaf | null)[] = [];
  for (let at = 0; at < file.length;) {
    if (file[at] === CLOSED) {
      leaves.push(null);
      at += 1;
      continue;
    }
    const [sheet, counted] = [part(file, at + 1, HASH), part(file, at + 1 + HASH, HASH)];
    const read = file[at] === SHOWN ? credentialAt(file, at + 1 + 2 * HASH, signatureBytes) : null;
    if (!read) return null;
    leaves.push({ sheet, counted, ...read.presented });
    at = read.end;
  }
  return leaves;
}

/** Null for a file that is none. */
export function readBySheet(file: Uint8Array, signatureBytes: SignatureBytes): ShownSheet[] | null {
  const sheets: ShownSheet[] = [];
  for (let at = 0; at < file.length;) {
    const sheet = part(file, at, HASH);
    const read = credentialAt(file, at + HASH, signatureBytes);
    if (!read) return null;
    sheets.push({ sheet, ...read.presented });
    at = read.end;
  }
  return sheets;
}

function credentialAt(
  file: Uint8Array,
  at: number,
  signatureBytes: SignatureBytes,
): { presented: Presented; end: number } | null {
  const stratum = (file[at] ?? 0) * 256 + (file[at + 1] ?? 0);
  const length = signatureBytes(stratum);
  const end = at + AT.signature + length;
  if (length === 0 || end > file.length) return null;
  const credential = file.subarray(at, end);
  const presented = {
    stratum,
    ...credentialIds(credential),
    proof: part(credential, AT.proof, PROOF),
    signature: credential.subarray(AT.signature),
  };
  return { presented, end };
}

/** As `concat`, of more parts than a call takes. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((length, one) => length + one.length, 0));
  let at = 0;
  for (const one of parts) {
    out.set(one, at);
    at += one.length;
  }
  return out;
}

const part = (bytes: Uint8Array, from: number, length: number) => bytes.subarray(from, from + length);
