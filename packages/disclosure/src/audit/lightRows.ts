import type { Span } from '../ledger/span.ts';

/** A row that may take part in a combination on few people; pivot left out of its cells. */
export interface LightRow {
  readonly pivot: number;
  /** People in the pivot. */
  readonly people: number;
  readonly cells: Int32Array;
  readonly coefs: Int32Array;
}

export interface LightRows {
  /** Heaviest pivot first. */
  readonly rows: readonly LightRow[];
  /** For each cell, the rows that hold it, by their place in `rows`. */
  readonly holders: readonly (readonly number[] | undefined)[];
}

/** Rows whose pivot holds fewer than `k` people. A combination holds the pivot of each of its rows, so it has no others. */
export function lightRows(span: Span, k: number): LightRows {
  const rows = idsOfLightRows(span, k).map((id): LightRow => {
    const { cells, coefs, pivot } = span.rows[id]!;
    const isOther = (_: number, at: number): boolean => cells[at] !== pivot;
    return { pivot, people: span.weight[pivot]!, cells: cells.filter(isOther), coefs: coefs.filter(isOther) };
  });
  rows.sort((a, b) => b.people - a.people || a.pivot - b.pivot);
  const holders = new Array<number[] | undefined>(span.weight.length);
  rows.forEach(({ cells }, place) => {
    for (const cell of cells) (holders[cell] ??= []).push(place);
  });
  return { rows, holders };
}

export function idsOfLightRows({ rows, weight }: Span, k: number): number[] {
  return rows.flatMap((row, id) => (row !== null && row.pivot >= 0 && weight[row.pivot]! < k ? [id] : []));
}
