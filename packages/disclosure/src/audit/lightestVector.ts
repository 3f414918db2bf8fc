import { inverse, PRIME, times } from '../ledger/field.ts';
import type { LightRow } from './lightRows.ts';

/** So many choices are tried: a bound for the clock, far above what a few rows need. */
const MOST_CHOICES = 5_000;

/**
 * The cells that stay in the combination of all these rows whose cells hold the fewest people, pivots left aside; null
 * where there are too many ways to combine them.
 *
 * A combination with a smallest support is settled by the cells where it vanishes: as many of them as there are rows
 * but one, with independent columns. So each choice of such cells is tried.
 */
export function lightestVector(rows: readonly LightRow[], weight: Uint32Array): number[] | null {
  const cells = [...new Set(rows.flatMap((row) => [...row.cells]))];
  const columns = cells.map((cell) => rows.map((row) => row.coefs[row.cells.indexOf(cell)] ?? 0));
  const different = distinct(columns);
  if (choices(different.length, rows.length - 1) > MOST_CHOICES) return null;
  let best = cells;
  let least = peopleIn(cells, weight);
  for (const factors of settled(different, rows.length)) {
    const left = cells.filter((_, at) => sumOf(columns[at]!, factors) !== 0);
    const people = peopleIn(left, weight);
    if (people < least) [best, least] = [left, people];
  }
  return best;
}

/** How many ways there are to choose `size` of `many`. */
function choices(many: number, size: number): number {
  let ways = 1;
  for (let at = 0; at < size; at++) ways = (ways * (many - at)) / (at + 1);
  return ways;
}

function peopleIn(cells: readonly number[], weight: Uint32Array): number {
  return cells.reduce((people, cell) => people + weight[cell]!, 0);
}

function sumOf(column: readonly number[], factors: readonly number[]): number {
  return column.reduce((sum, coef, row) => (sum + times(coef, factors[row]!)) % PRIME, 0);
}

/** Columns up to a factor. */
function distinct(columns: readonly (readonly number[])[]): number[][] {
  const found = new Map<string, number[]>();
  for (const column of columns) {
    const scale = inverse(column.find((coef) => coef !== 0)!);
    const scaled = column.map((coef) => times(coef, scale));
    found.set(scaled.join(), scaled);
  }
  return [...found.values()];
}

/** Every way to combine `rows` rows, each with a factor other than zero, that vanishes on `rows - 1` columns. */
function* settled(columns: readonly number[][], rows: number): Generator<number[]> {
  for (const chosen of subsets(columns, rows - 1)) {
    const factors = kernel(chosen, rows);
    if (factors?.every((factor) => factor !== 0)) yield factors;
  }
}

function* subsets<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= list.length - size; at++) {
    for (const rest of subsets(list, size - 1, at + 1)) yield [list[at]!, ...rest];
  }
}

/** The one vector (first factor 1) that these columns multiply to zero; null when they leave more than one. */
function kernel(columns: readonly (readonly number[])[], rows: number): number[] | null {
  const matrix = columns.map((column) => [...column]);
  const pivots: number[] = [];
  for (let row = rows - 1; row >= 1; row--) {
    const at = matrix.findIndex((line, index) => index >= pivots.length && line[row] !== 0);
    if (at < 0) return null;
    const done = pivots.length;
    [matrix[done], matrix[at]] = [matrix[at]!, matrix[done]!];
    reduceBy(matrix, done, row);
    pivots.push(row);
  }
  const factors = new Array<number>(rows).fill(1);
  pivots.forEach((row, line) => (factors[row] = (PRIME - matrix[line]![0]!) % PRIME));
  return factors;
}

function reduceBy(matrix: number[][], line: number, row: number): void {
  const scale = inverse(matrix[line]![row]!);
  matrix[line] = matrix[line]!.map((coef) => times(coef, scale));
  matrix.forEach((other, index) => {
    const factor = PRIME - other[row]!;
    if (index === line || factor === PRIME) return;
    matrix[index] = other.map((coef, at) => (coef + times(matrix[line]![at]!, factor)) % PRIME);
  });
}
