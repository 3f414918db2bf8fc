import { cleanText, nfc, readAs, writingsOf, type Writing } from '@danban/text';
import type { Row } from '../file/sheet.ts';
import { unguard } from '../write/guard.ts';

/** A text that was not the Vietnamese it should be, and what has been made of it. */
export interface Repair {
  row: number;
  column: number;
  from: string;
  to: string;
  /** A font from before; letters in pieces (NFD); another sign in the place of đ. */
  how: 'tcvn3' | 'vni' | 'composed' | 'letter';
}

type Evidence = Map<Writing, number>;

function count(evidence: Evidence, writing: Writing): void {
  evidence.set(writing, (evidence.get(writing) ?? 0) + 1);
}

function strongest(evidence: Evidence | undefined, among: readonly Writing[]): Writing | undefined {
  const found = among.filter((writing) => evidence?.has(writing));
  return found.sort((a, b) => evidence!.get(b)! - evidence!.get(a)!)[0];
}

/** A row mostly comes from one hand: its other cells tell first how one that reads both ways is meant, then its column. */
function choose(possible: readonly Writing[], row: Evidence, column: Evidence | undefined): Writing {
  if (possible.length <= 1) return possible[0] ?? 'unicode';
  return strongest(row, possible) ?? strongest(column, possible) ?? possible[0]!;
}

function evidenceOf(readings: readonly (readonly Writing[])[]): Evidence {
  const evidence: Evidence = new Map();
  for (const possible of readings) if (possible.length === 1) count(evidence, possible[0]!);
  return evidence;
}

function evidenceByColumn(rows: readonly (readonly Writing[])[][]): Evidence[] {
  const columns: Evidence[] = [];
  for (const row of rows)
    row.forEach((possible, i) => {
      columns[i] ??= new Map();
      if (possible.length === 1) count(columns[i], possible[0]!);
    });
  return columns;
}

function howOf(writing: Writing, from: string): Repair['how'] {
  if (writing !== 'unicode') return writing;
  return nfc(from) === from ? 'letter' : 'composed';
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Rows in clean Unicode of one line per cell, and where that meant more than cleaning. What is stored already
 * (`isStored`) stays as it is, so that what was written out comes back the same.
 */
export function repair(
  rows: readonly Row[],
  isStored: (text: string) => boolean = () => false,
): { rows: Row[]; repairs: Repair[] } {
  const readings = rows.map((row) => row.cells.map(writingsOf));
  const columns = evidenceByColumn(readings);
  const repairs: Repair[] = [];
  const mend = (row: Row, possible: readonly (readonly Writing[])[]): Row => {
    const evidence = evidenceOf(possible);
    const cells = row.cells.map((raw, column) => {
      const writing = choose(possible[column]!, evidence, columns[column]);
      const from = oneLine(raw);
      const to = isStored(unguard(from)) ? from : readAs(writing, from);
      if (to !== from) repairs.push({ row: row.number, column, from, to, how: howOf(writing, from) });
      return oneLine(cleanText(to));
    });
    return { number: row.number, cells };
  };
  return { rows: rows.map((row, i) => mend(row, readings[i]!)), repairs };
}
