import { compareBytes, concat, fromBase64, type Sha256, toBase64, utf8 } from '@danban/bytes';
import { HASH } from './hashes.ts';
import { COSIGNATURE, keyIdOf, type Note, type NoteSignature, type Signer } from './note.ts';

/** What a log says of itself: how many leaves it has, and the root over them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log it is. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Ed25519 of the host (RFC 8032); never throws. */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Null for a text that is no checkpoint. Further lines are allowed and say nothing here. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root] = text.split('\n');
  if (!origin || size === undefined || root === undefined || !/^(0|[1-9]\d{0,15})$/.test(size)) return null;
  if (!Number.isSafeInteger(Number(size))) return null;
  try {
    const bytes = fromBase64(root);
    return bytes.length === HASH ? { origin, size: Number(size), root: bytes } : null;
  } catch {
    return null;
  }
}

/** The bytes a signer signs: the text itself, or for a witness with the time at which it saw it (C2SP tlog-cosignature). */
export function signedBytes(text: string, { kind }: Pick<Signer, 'kind'>, time = 0): Uint8Array {
  return utf8(kind === COSIGNATURE ? `cosignature/v1\ntime ${time}\n${text}` : text);
}

/** A witness's signature as it stands in a note: the time in seconds before it. */
export function cosigned(time: number, signature: Uint8Array): Uint8Array {
  const stamp = new DataView(new ArrayBuffer(8));
  stamp.setBigUint64(0, BigInt(time));
  return concat(new Uint8Array(stamp.buffer), signature);
}

/** When the signer signed (0 for a log, which tells no time); null where no valid signature of that key is on the note. */
export async function signedBy(sha256: Sha256, verify: Verify, note: Note, signer: Signer): Promise<number | null> {
  const id = keyIdOf(sha256, signer);
  const own = note.signatures.find(({ name, keyId }) => name === signer.name && compareBytes(keyId, id) === 0);
  const parts = own && partsOf(own, signer);
  if (!parts) return null;
  const message = signedBytes(note.text, signer, parts.time);
  return (await verify(signer.publicKey, message, parts.signature)) ? parts.time : null;
}

function partsOf({ bytes }: NoteSignature, { kind }: Signer): { time: number; signature: Uint8Array } | null {
  if (kind !== COSIGNATURE) return bytes.length === 64 ? { time: 0, signature: bytes } : null;
  if (bytes.length !== 72) return null;
  const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return time <= BigInt(Number.MAX_SAFE_INTEGER) ? { time: Number(time), signature: bytes.slice(8) } : null;
}
