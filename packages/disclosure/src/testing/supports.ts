/**
 * An attacker with linear algebra and patience, for small worlds of groups. Shares no code with the engine: dense
 * matrices, another prime, and every set of cells that holds too few people is tried.
 */
const PRIME = 1_000_003;

export interface SmallWorld {
  /** People per inner cell. */
  readonly weight: readonly number[];
  /** What is shown, as lists of cells. */
  readonly shown: readonly (readonly number[])[];
}

/** A largest set of cells with fewer than `k` people on which some combination rests; null when there is none. */
export function isolatedCells({ weight, shown }: SmallWorld, k: number): number[] | null {
  const rows = shown.map((cells) => weight.map((_, cell) => Number(cells.includes(cell))));
  const full = rankOf(rows);
  const search = (from: number, chosen: number[], people: number): number[] | null => {
    let isLargest = true;
    for (let cell = from; cell < weight.length; cell++) {
      if (people + weight[cell]! >= k) continue;
      isLargest = false;
      const found = search(cell + 1, [...chosen, cell], people + weight[cell]!);
      if (found) return found;
    }
    // A combination vanishes outside of the set exactly when looking outside only loses rank.
    if (!isLargest || chosen.length === 0) return null;
    return rankOf(rows.map((row) => row.filter((_, cell) => !chosen.includes(cell)))) < full ? chosen : null;
  };
  return search(0, [], 0);
}

/** Whether a group can be computed from what is shown. */
export function isComputable({ weight, shown }: SmallWorld, group: readonly number[]): boolean {
  const dense = (cells: readonly number[]): number[] => weight.map((_, cell) => Number(cells.includes(cell)));
  const rows = shown.map(dense);
  return rankOf([...rows, dense(group)]) === rankOf(rows);
}

function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, index) => index >= found && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    for (let below = found + 1; below < rows.length; below++) eliminate(rows[below]!, rows[found]!, column);
    found++;
  }
  return found;
}

// Cross-multiplied, so that no inverse is needed; products stay below 2^53.
function eliminate(row: number[], by: readonly number[], column: number): void {
  const factor = row[column]!;
  const scale = by[column]!;
  if (factor === 0) return;
  for (let i = column; i < row.length; i++) row[i] = (((row[i]! * scale - by[i]! * factor) % PRIME) + PRIME) % PRIME;
}
