import { compareBytes, fromBase64, type Sha256, toBase64 } from '@danban/bytes';
import { type Checkpoint, parseCheckpoint, signedBy, type Verify } from './checkpoint.ts';
import { HASH } from './hashes.ts';
import { type Note, parseNote, type Signer } from './note.ts';
import { provesConsistency } from './proofs.ts';

/** What a log asks of a witness (C2SP tlog-witness): that the note's checkpoint continues the one over `before` leaves. */
export interface Asked {
  readonly before: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note, as it is written. */
  readonly note: string;
}

/** How far a witness has followed a log. */
export type Followed = Pick<Checkpoint, 'size' | 'root'>;

/** What becomes of it: the checkpoint is cosigned, or why it is not. */
export type Judged =
  | { readonly outcome: 'cosigned'; readonly checkpoint: Checkpoint; readonly note: Note }
  | { readonly outcome: 'unreadable' | 'unknown' | 'unsigned' | 'other-size' | 'forked' | 'unproved' };

const MOST_HASHES = 63;

export function askedText({ before, proof, note }: Asked): string {
  return [`old ${before}`, ...proof.map(toBase64), '', note].join('\n');
}

/** Null for what is no such request. */
export function parseAsked(written: string): Asked | null {
  const end = written.indexOf('\n\n');
  if (end < 0) return null;
  const [old, ...hashes] = written.slice(0, end).split('\n');
  const [, size] = /^old (0|[1-9]\d{0,15})$/.exec(old ?? '') ?? [];
  if (size === undefined || !Number.isSafeInteger(Number(size)) || hashes.length > MOST_HASHES) return null;
  const proof = hashes.map(hashIn);
  if (!proof.every((hash) => hash !== null)) return null;
  return { before: Number(size), proof, note: written.slice(end + 2) };
}

function hashIn(line: string): Uint8Array | null {
  try {
    const bytes = fromBase64(line);
    return bytes.length === HASH ? bytes : null;
  } catch {
    return null;
  }
}

/** Which log a request speaks of; null where it is none that can be read. */
export function logOf(asked: Asked): string | null {
  return parseCheckpoint(parseNote(asked.note)?.text ?? '')?.origin ?? null;
}

/** What a witness follows before it has seen anything of a log. */
export const nothingYet = (sha256: Sha256): Followed => ({ size: 0, root: sha256(new Uint8Array()) });

/**
 * The rules of a witness, in the order of the specification. It says yes to nothing but what continues the very tree it said
 * yes to last.
 */
export async function judge(
  sha256: Sha256,
  verify: Verify,
  { log, followed }: { log: Signer | undefined; followed: Followed },
  asked: Asked,
): Promise<Judged> {
  const note = parseNote(asked.note);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) return { outcome: 'unreadable' };
  if (log?.name !== checkpoint.origin) return { outcome: 'unknown' };
  if ((await signedBy(sha256, verify, note, log)) === null) return { outcome: 'unsigned' };
  if (asked.before > checkpoint.size) return { outcome: 'unreadable' };
  if (asked.before !== followed.size) return { outcome: 'other-size' };
  if (checkpoint.size === followed.size && compareBytes(checkpoint.root, followed.root) !== 0)
    return { outcome: 'forked' };
  if (!continues(sha256, followed, checkpoint, asked.proof)) return { outcome: 'unproved' };
  return { outcome: 'cosigned', checkpoint, note };
}

function continues(sha256: Sha256, { size, root }: Followed, now: Checkpoint, proof: readonly Uint8Array[]): boolean {
  if (size === 0) return proof.length === 0;
  return provesConsistency(sha256, { before: size, rootBefore: root, size: now.size, root: now.root, proof });
}
