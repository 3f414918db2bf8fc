/** Cells and which of their sums are shown: `groups[cell * breakdowns + b]`, numbered from 0 to `many - 1`, or -1. */
export interface Block {
  readonly cells: readonly number[];
  readonly groups: Int32Array;
  readonly breakdowns: number;
  readonly many: number;
}

/** Part of a block that can give and take, as columns; each row lists columns whose sum must stay. */
export interface Movable {
  readonly columns: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** The places of `block.cells` that can change among `places`: one that is alone in a sum cannot. */
export function movable({ groups, breakdowns, many }: Block, places: readonly number[]): Movable {
  const size = new Int32Array(many);
  const count = (place: number, by: number): void => {
    for (let at = place * breakdowns; at < (place + 1) * breakdowns; at++) {
      if (groups[at]! >= 0) size[groups[at]!]! += by;
    }
  };
  const isAlone = (place: number): boolean => {
    for (let at = place * breakdowns; at < (place + 1) * breakdowns; at++) {
      if (groups[at]! >= 0 && size[groups[at]!] === 1) return true;
    }
    return false;
  };
  for (const place of places) count(place, 1);
  let columns = places;
  for (let before = -1; before !== columns.length;) {
    before = columns.length;
    columns = columns.filter((place) => {
      if (!isAlone(place)) return true;
      count(place, -1);
      return false;
    });
  }
  const rows: number[][] = Array.from({ length: many }, () => []);
  columns.forEach((place, column) => {
    for (let at = place * breakdowns; at < (place + 1) * breakdowns; at++) {
      if (groups[at]! >= 0) rows[groups[at]!]!.push(column);
    }
  });
  return { columns, rows: rows.filter((row) => row.length > 0) };
}
