import { createHash } from 'node:crypto';
import {
  readDraft,
  readText,
  readTree,
  secrecyStamp,
  type Draft,
  type DraftIssue,
  type Piece,
  type Read,
  type ReadingNote,
} from '@danban/consultation';

export type Origin = 'docx' | 'markdown' | 'plain' | 'paste';

/** What somebody brings: a file under its name, or words she pasted. */
export type Brought = { bytes: Uint8Array; name: string } | { text: string };

/** A draft as it stands after a correction: its pieces, and which of them were cut in doubt. */
export interface Step {
  pieces: readonly Piece[];
  doubtful: readonly number[];
}

export interface Reading extends Step {
  origin: Origin;
  hash: Buffer;
  notes: ReadingNote[];
}

export type Understood = { ok: true; value: Reading } | { ok: false; issue: DraftIssue | { code: 'secret' } };

function originOf(brought: Brought): Origin {
  if ('text' in brought) return 'paste';
  const isArchive = brought.bytes[0] === 0x50 && brought.bytes[1] === 0x4b;
  if (isArchive) return 'docx';
  return /\.(?:md|markdown)$/i.test(brought.name) ? 'markdown' : 'plain';
}

/** Reads it as lines, refuses what is stamped as secret, and cuts it into clauses. */
export function understand(brought: Brought): Understood {
  const read: Read<Draft> = 'text' in brought ? readText(brought.text) : readDraft(brought.bytes);
  if (!read.ok) return read;
  const { lines, notes } = read.value;
  if (secrecyStamp(lines) !== null) return { ok: false, issue: { code: 'secret' } };
  const { pieces, notes: remarks } = readTree(lines);
  const doubtful = remarks.filter(({ code }) => code === 'doubtful-level').map(({ index }) => index);
  const hash = createHash('sha256')
    .update('text' in brought ? brought.text : brought.bytes)
    .digest();
  return { ok: true, value: { origin: originOf(brought), hash, notes, pieces, doubtful } };
}
