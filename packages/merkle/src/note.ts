import { concat, fromBase64, type Sha256, toBase64, utf8 } from '@danban/bytes';

/** Kinds of keys that sign notes (C2SP signed-note): of a log, and of a witness that cosigns. */
export const ED25519 = 1;
export const COSIGNATURE = 4;

/** Who signs: a name without spaces or plus signs, and a public key of 32 bytes. */
export interface Signer {
  readonly name: string;
  readonly kind: typeof ED25519 | typeof COSIGNATURE;
  readonly publicKey: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  /** The first four bytes of the key's hash, which tell keys of one name apart. */
  readonly keyId: Uint8Array;
  readonly bytes: Uint8Array;
}

/** A text that ends in a line break, and who signed it (C2SP signed-note v1). */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const LINE = /^— ([^\s+]+) (\S+)$/u;
const MOST_SIGNATURES = 100;

const SPACE = 0x20;

/** Whether a text may be signed: lines that end, no other control characters. */
function isText(text: string): boolean {
  const hasControls = [...text].some((letter) => letter !== '\n' && letter.codePointAt(0)! < SPACE);
  return text.endsWith('\n') && !hasControls && text.isWellFormed();
}

export function keyIdOf(sha256: Sha256, { name, kind, publicKey }: Signer): Uint8Array {
  return sha256(concat(utf8(`${name}\n`), Uint8Array.of(kind), publicKey)).slice(0, 4);
}

/** Throws RangeError for a text or a name that no note may hold. */
export function noteText({ text, signatures }: Note): string {
  if (!isText(text)) throw new RangeError('no text of a note');
  return `${text}\n${signatures.map(signatureText).join('')}`;
}

/** The line of one signature. Throws RangeError for a name that no signer may have. */
export function signatureText({ name, keyId, bytes }: NoteSignature): string {
  if (!/^[^\s+]+$/u.test(name)) throw new RangeError('no name of a signer');
  return `— ${name} ${toBase64(concat(keyId, bytes))}\n`;
}

/** Null for what is no signed note: at least one signature, and nothing behind the signatures. */
export function parseNote(written: string): Note | null {
  const at = written.lastIndexOf('\n\n');
  if (at < 0 || !written.endsWith('\n')) return null;
  const text = written.slice(0, at + 1);
  const lines = written.slice(at + 2, -1).split('\n');
  if (!isText(text) || lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(parseSignature);
  return signatures.every((one) => one !== null) ? { text, signatures } : null;
}

function parseSignature(line: string): NoteSignature | null {
  const [, name, base64] = LINE.exec(line) ?? [];
  if (name === undefined || base64 === undefined) return null;
  try {
    const bytes = fromBase64(base64);
    return bytes.length > 4 ? { name, keyId: bytes.slice(0, 4), bytes: bytes.slice(4) } : null;
  } catch {
    return null;
  }
}

/** `<name>+<key id>+<key>`: how a public key is told to people and programs. */
export function signerText(sha256: Sha256, signer: Signer): string {
  const id = [...keyIdOf(sha256, signer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${signer.name}+${id}+${toBase64(concat(Uint8Array.of(signer.kind), signer.publicKey))}`;
}

/** Null for what is no key, or one whose id is not its own. */
export function parseSigner(sha256: Sha256, written: string): Signer | null {
  const [, name, , base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(written) ?? [];
  if (name === undefined || base64 === undefined) return null;
  try {
    const key = fromBase64(base64);
    const kind = key[0];
    if (key.length !== 33 || (kind !== ED25519 && kind !== COSIGNATURE)) return null;
    const signer: Signer = { name, kind, publicKey: key.slice(1) };
    return signerText(sha256, signer) === written ? signer : null;
  } catch {
    return null;
  }
}
