/** Another prime than the engine's, and dense matrices: an attacker shares no code with it. */
const PRIME = 1_000_003;

/** The rank of a matrix of small whole numbers, modulo a prime. */
export function rankOf(matrix: readonly (readonly number[])[]): number {
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
