import type { Bounds } from './bounds.ts';
import type { KnownSums } from './sums.ts';

const ROUNDS = 30;
/** A share that falls to this part of itself while the rounds double is on its way to nothing, not to a small number. */
const FALLING = 0.8;
const NOTHING = 0.002;
const LITTLE = 0.4;

/**
 * Cells where every answer but one is on its way to nothing: 1, otherwise 0.
 *
 * Iterative proportional fitting (Deming and Stephan 1940), from all that the bounds leave possible: figures are fitted
 * one after the other. It tends to the likeliest numbers behind the figures (Csiszár 1975), and these have no zero that
 * the figures do not force. A forced zero is approached slowly, as one over the number of rounds, so what still falls
 * when the rounds double counts as forced.
 */
export function settledByRaking(weight: Uint32Array, bounds: Bounds, known: KnownSums): Uint8Array {
  const { width } = known;
  const parts = startingAt(weight, width, bounds);
  const rake = (): void => {
    for (let round = 0; round < ROUNDS; round++) {
      for (let sum = 0; sum < known.whole; sum++) fit(parts, known, sum);
      fitCells(parts, width, weight);
    }
  };
  rake();
  const before = othersShare(parts, width, weight);
  rake();
  const after = othersShare(parts, width, weight);
  return Uint8Array.from(weight, (people, cell) => {
    const isFalling = after[cell]! < LITTLE && after[cell]! < FALLING * before[cell]!;
    return people > 0 && (after[cell]! < NOTHING || isFalling) ? 1 : 0;
  });
}

function startingAt(weight: Uint32Array, width: number, { most }: Bounds): Float64Array {
  return Float64Array.from(most, (highest, part) => (highest > 0 ? weight[Math.floor(part / width)]! / width : 0));
}

function fit(parts: Float64Array, { start, cells, told, width }: KnownSums, at: number): void {
  const [from, to] = [start[at]!, start[at + 1]!];
  for (let category = 0; category < width; category++) {
    let sum = 0;
    for (let place = from; place < to; place++) sum += parts[cells[place]! * width + category]!;
    if (sum === 0) continue;
    const factor = told[at * width + category]! / sum;
    for (let place = from; place < to; place++) parts[cells[place]! * width + category]! *= factor;
  }
}

function fitCells(parts: Float64Array, width: number, weight: Uint32Array): void {
  for (let cell = 0; cell < weight.length; cell++) {
    let sum = 0;
    for (let part = cell * width; part < (cell + 1) * width; part++) sum += parts[part]!;
    if (sum === 0) continue;
    const factor = weight[cell]! / sum;
    for (let part = cell * width; part < (cell + 1) * width; part++) parts[part]! *= factor;
  }
}

/** The share of people who gave another answer than most of their cell. */
function othersShare(parts: Float64Array, width: number, weight: Uint32Array): Float64Array {
  return Float64Array.from(weight, (people, cell) => {
    let most = 0;
    for (let part = cell * width; part < (cell + 1) * width; part++) most = Math.max(most, parts[part]!);
    return people === 0 ? 1 : 1 - most / people;
  });
}
