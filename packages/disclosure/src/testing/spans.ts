/**
 * An attacker with linear algebra and patience, for tiny trees. Shares no code with the engine: it knows published
 * totals as 0/1 rows over occupied cells (people attached directly to one node) and tries every small set of cells.
 */
const PRIME = 1_000_003;

/** The smallest number of people, below `k`, on whom some combination of published totals rests; null when none does. */
export function smallestIsolated(
  parent: number[],
  people: number[],
  published: ArrayLike<number>,
  k: number,
): number | null {
  const cells = people.flatMap((n, node) => (n > 0 ? [node] : []));
  const rows = parent.flatMap((_, unit) =>
    published[unit] ? [cells.map((cell) => Number(isWithin(parent, cell, unit)))] : [],
  );
  const full = rank(rows);
  let smallest: number | null = null;
  for (let set = 1; set < 2 ** cells.length; set++) {
    const weight = cells.reduce((sum, cell, bit) => sum + (set & (1 << bit) ? people[cell]! : 0), 0);
    if (weight >= (smallest ?? k)) continue;
    // A combination that vanishes outside the set exists exactly when looking outside only loses rank.
    if (rank(rows.map((row) => row.filter((_, bit) => !(set & (1 << bit))))) < full) smallest = weight;
  }
  return smallest;
}

export function isWithin(parent: number[], node: number, unit: number): boolean {
  for (let at = node; at >= 0; at = parent[at]!) if (at === unit) return true;
  return false;
}

function rank(matrix: number[][]): number {
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

// Cross-multiplied, so that no inverse is needed; entries stay below the prime and products below 2^53.
function eliminate(row: number[], by: number[], column: number): void {
  const factor = row[column]!;
  const scale = by[column]!;
  for (let i = column; i < row.length; i++) row[i] = (((row[i]! * scale - by[i]! * factor) % PRIME) + PRIME) % PRIME;
}
