import type { InspectionView } from '@danban/contract';
import { readEntry, type LogEntry } from '@danban/verify';
import { say } from '../i18n.ts';

type Lines = InspectionView['log']['lines'];

const entriesIn = (lines: Lines): LogEntry[] => lines.flatMap(({ text }) => readEntry(text) ?? []);

/** How many sheets the log tells of, at which opening of the urn or, with `batch` null, at the close. */
export function sheetsIn(lines: Lines): { size: number; on: string; batch: number | null } | null {
  const last = entriesIn(lines).findLast(({ kind }) => kind === 'flush' || kind === 'closing');
  if (last?.kind === 'closing') return { size: last.size, on: last.on, batch: null };
  return last?.kind === 'flush' ? { size: last.size, on: last.on, batch: last.batch } : null;
}

const short = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;

/** A line of the log in words, and its day. */
export function lineSaid(text: string): { on: string; sentence: string } | null {
  const entry = readEntry(text);
  return entry && { on: entry.on, sentence: sentenceOf(entry) };
}

function sentenceOf(entry: LogEntry): string {
  switch (entry.kind) {
    case 'opening':
      return say('inspection.line.opening', { hash: short(entry.definition) });
    case 'flush':
      return say('inspection.line.flush', { batch: entry.batch, size: entry.size, hash: short(entry.root) });
    case 'closing':
      return say('inspection.line.closing', { size: entry.size, hash: short(entry.root) });
    case 'tally':
      return say(`inspection.line.tally.${entry.of}`, { release: entry.release, hash: short(entry.checksum) });
    case 'keys-destroyed':
      return say('inspection.line.keys-destroyed');
    case 'key':
      return entry.key;
  }
}
