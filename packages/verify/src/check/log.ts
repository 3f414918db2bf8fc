import { compareBytes, utf8 } from '@danban/bytes';
import {
  type Checkpoint,
  leafHash,
  parseCheckpoint,
  parseNote,
  parseSigner,
  signedBy,
  type Signer,
  Tree,
} from '@danban/merkle';
import { type LogEntry, readEntry } from '../entries.ts';
import { type Check, holds, wrong } from './faults.ts';
import { type Primitives, readText, type Source } from './source.ts';

/** A log that was looked through. */
export interface ReadLog {
  readonly signer: Signer;
  readonly key: string;
  readonly entries: readonly LogEntry[];
  readonly checkpoint: Checkpoint;
}

/** What somebody knows of a log already, and asks of it. */
export interface Expectations {
  /** The key of the log, as C2SP writes it. */
  readonly key?: string;
  /** A checkpoint seen before: today's log has to begin with it. */
  readonly seen?: Checkpoint;
  /** Witnesses that must have cosigned. */
  readonly witnesses?: readonly Signer[];
}

/** Reads the log, and says what holds of it; without a log nothing else can be looked at. */
export async function checkLog(
  source: Source,
  { sha256, verify }: Primitives,
  expected: Expectations,
): Promise<{ log: ReadLog | null; checks: Check[] }> {
  const refused = (check: Check) => ({ log: null, checks: [check] });
  const [written, lines] = [await readText(source, '../checkpoint'), await readText(source, '../entries')];
  if (written === null || lines === null) {
    return refused(wrong('log', 'missing-file', { file: written === null ? 'checkpoint' : 'entries' }));
  }
  const note = parseNote(written);
  const checkpoint = note && parseCheckpoint(note.text);
  // What was added since the checkpoint was read is not looked at yet.
  const texts = lines.split('\n').slice(0, -1).slice(0, checkpoint?.size);
  const entries = texts.map(readEntry);
  const keys = entries.filter((entry) => entry?.kind === 'key');
  const key = keys.at(-1)?.key ?? '';
  const signer = parseSigner(sha256, key);
  if (!note || !checkpoint || !signer || (await signedBy(sha256, verify, note, signer)) === null) {
    return refused(wrong('log', 'log-signature'));
  }
  const tree = new Tree(
    sha256,
    texts.map((text) => leafHash(sha256, utf8(text))),
  );
  const isWhole = tree.size === checkpoint.size && compareBytes(tree.root(), checkpoint.root) === 0;
  if (!isWhole || entries.includes(null)) return refused(wrong('log', 'log-altered', { lines: texts.length }));
  const { seen, witnesses = [] } = expected;
  if (seen && (seen.size > tree.size || compareBytes(tree.root(seen.size), seen.root) !== 0)) {
    return refused(wrong('log', 'log-forked', { lines: seen.size }));
  }
  for (const witness of witnesses) {
    const time = await signedBy(sha256, verify, note, witness);
    if (time === null) return refused(wrong('log', 'witness-missing', { witness: witness.name }));
  }
  const log: ReadLog = { signer, key, entries: entries as LogEntry[], checkpoint };
  const isReplaced = keys.length > 1 || (expected.key !== undefined && expected.key !== key);
  const ofKey = isReplaced ? wrong('key', 'key-replaced', { key }) : holds('key', { key: signer.name });
  return { log, checks: [holds('log', { lines: texts.length, witnesses: witnesses.length }), ofKey] };
}
