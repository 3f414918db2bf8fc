import { chanceFrom } from '../ledger/chance.ts';

/**
 * An attacker for organisations too large to try every support: brings what is shown into row echelon form from the
 * columns in many random orders, and looks for rows, and differences of two rows, on too few people. Dense, over a
 * prime of its own.
 */
const PRIME = 8_191;

export function isolatedInSomeBasis(
  { weight, shown }: { weight: readonly number[]; shown: readonly (readonly number[])[] },
  k: number,
  tries: number,
): boolean {
  const chance = chanceFrom(tries);
  const rows = shown.map((cells) => {
    const row = new Int32Array(weight.length);
    for (const cell of cells) row[cell] = 1;
    return row;
  });
  for (let turn = 0; turn < tries; turn++) {
    const order = weight.map((_, cell) => ({ cell, at: chance(1_000_000) }));
    order.sort((a, b) => a.at - b.at);
    const basis = reduced(
      rows.map((row) => row.slice()),
      order.map(({ cell }) => cell),
    );
    if (basis.some((row, at) => isLight(row, weight, k) || pairIsLight(basis, at, weight, k))) return true;
  }
  return false;
}

function reduced(rows: Int32Array[], order: readonly number[]): Int32Array[] {
  let done = 0;
  for (const cell of order) {
    const pivot = rows.findIndex((row, at) => at >= done && row[cell] !== 0);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [rows[pivot]!, rows[done]!];
    const line = rows[done]!;
    const scale = inverse(line[cell]!);
    for (let at = 0; at < line.length; at++) line[at] = (line[at]! * scale) % PRIME;
    rows.forEach((row, at) => {
      if (at !== done && row[cell] !== 0) subtract(row, line, row[cell]!);
    });
    done++;
  }
  return rows.slice(0, done);
}

function subtract(row: Int32Array, by: Int32Array, factor: number): void {
  for (let at = 0; at < row.length; at++) {
    if (by[at] !== 0) row[at] = (row[at]! + (PRIME - factor) * by[at]!) % PRIME;
  }
}

/** Fermat: small, and not how the engine does it. */
function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = PRIME - 2; power > 0; power >>= 1) {
    if (power & 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

function isLight(row: Int32Array, weight: readonly number[], k: number): boolean {
  let people = 0;
  for (let cell = 0; cell < row.length && people < k; cell++) if (row[cell] !== 0) people += weight[cell]!;
  return people < k;
}

function pairIsLight(basis: readonly Int32Array[], at: number, weight: readonly number[], k: number): boolean {
  return basis.some((other, index) => {
    if (index <= at) return false;
    for (const sign of [1, PRIME - 1]) {
      const sum = basis[at]!.slice();
      subtract(sum, other, sign);
      if (isLight(sum, weight, k)) return true;
    }
    return false;
  });
}
