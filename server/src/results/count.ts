import type { Column } from '@danban/survey';
import type { SubmissionDb } from '@danban/db/vaults/submissions';
import { packedByUnit } from './submissions.queries.ts';

/** Direct counts of a survey: people per unit, and per column one histogram per unit, "no answer" first. */
export interface Counts {
  people: Uint32Array;
  /** `columns[c][unit * (options + 1) + value]`. */
  columns: Uint32Array[];
}

function emptyCounts(units: number, columns: readonly Column[]): Counts {
  return {
    people: new Uint32Array(units),
    columns: columns.map((column) => new Uint32Array(units * (column.options + 1))),
  };
}

/** Adds the packed answers of one unit: column by column, so that each histogram stays in the cache. */
function addPacked(counts: Counts, columns: readonly Column[], unit: number, packed: Uint8Array): void {
  const width = columns.length;
  const rows = width === 0 ? 0 : packed.length / width;
  counts.people[unit]! += rows;
  for (let c = 0; c < width; c++) {
    const values = columns[c]!.options + 1;
    const histogram = counts.columns[c]!.subarray(unit * values, (unit + 1) * values);
    for (let at = c; at < packed.length; at += width) histogram[packed[at]!]!++;
  }
}

export async function countAnswers(
  db: SubmissionDb,
  survey: string,
  units: number,
  columns: readonly Column[],
): Promise<Counts> {
  const counts = emptyCounts(units, columns);
  for await (const { unit, packed } of packedByUnit(db, survey)) addPacked(counts, columns, unit, packed);
  return counts;
}
