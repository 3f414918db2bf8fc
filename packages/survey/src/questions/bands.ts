import { LIMITS } from '../limits.ts';

/** A range of a numeric answer as it is released: `from` ≤ value < `to`, in the last band also value = `to`. */
export type Band = { from: number; to: number };
type Range = { min: number; max: number; step?: number; bands?: number[] };

const NICE = [1, 2, 2.5, 5];

/**
 * The bands of a number question, at most 8: from the declared lower edges, or one per value where there are few
 * values, or a round number of steps wide (1, 2, 2.5, 5 × 10ⁿ) with edges at multiples of the width.
 */
export function bandsOf(question: Range): Band[] {
  const edges = question.bands ?? computedEdges(question);
  return edges.map((from, at) => ({ from, to: edges[at + 1] ?? question.max }));
}

/** Position of the band a value lies in, counted from 0. */
export function bandOf(edges: readonly number[], value: number): number {
  return Math.max(
    0,
    edges.findLastIndex((edge) => edge <= value),
  );
}

function computedEdges({ min, max, step = 1 }: Range): number[] {
  const steps = Math.floor(tidy((max - min) / step));
  if (steps < LIMITS.bands) return Array.from({ length: steps + 1 }, (_, at) => tidy(min + at * step));
  const candidates = roundCounts(steps / LIMITS.bands).map((count) => edgesAtMultiples(min, max, tidy(count * step)));
  return candidates.find((edges) => edges.length <= LIMITS.bands) ?? [min];
}

/** Round numbers of steps, from the least useful one upwards. */
function roundCounts(least: number): number[] {
  const power = Math.floor(Math.log10(least));
  const counts = [power, power + 1, power + 2].flatMap((exponent) => NICE.map((nice) => tidy(nice * 10 ** exponent)));
  return counts.filter((count) => count >= least && Number.isInteger(count));
}

function edgesAtMultiples(min: number, max: number, width: number): number[] {
  const edges = [min];
  for (let at = Math.floor(min / width) + 1; tidy(at * width) < max; at++) edges.push(tidy(at * width));
  return edges;
}

/** Takes the noise of binary fractions off, to 12 digits: 0.1 × 3 is 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
