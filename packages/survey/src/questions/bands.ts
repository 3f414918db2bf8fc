import { LIMITS } from '../limits.ts';

/** A range of a numeric answer as it is released: `from` ≤ value < `to`, in the last band also value = `to`. */
export type Band = { from: number; to: number };
type Range = { min: number; max: number; step?: number; bands?: number[] };

const NICE = [1, 2, 2.5, 5];

/**
 * The bands of a number question, at most 8: from the declared lower edges, or one per value where there are few
 * values, or of a round width (1, 2, 2.5, 5 × 10ⁿ) with edges at its multiples.
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
  const values = Math.round((max - min) / step) + 1;
  if (values <= LIMITS.bands) return Array.from({ length: values }, (_, at) => tidy(min + at * step));
  for (const width of roundWidths((max - min) / LIMITS.bands)) {
    const edges = edgesAtMultiples(min, max, width);
    const onStep = isMultiple(width, step);
    if (onStep && edges.length <= LIMITS.bands) return edges;
  }
  return [min];
}

/** Round widths from just below the least useful one upwards. */
function roundWidths(least: number): number[] {
  const power = Math.floor(Math.log10(least));
  const scales = [power, power + 1, power + 2].flatMap((exponent) => NICE.map((nice) => tidy(nice * 10 ** exponent)));
  return scales.filter((width) => width >= least);
}

function edgesAtMultiples(min: number, max: number, width: number): number[] {
  const edges = [min];
  for (let at = Math.floor(min / width) + 1; tidy(at * width) < max; at++) edges.push(tidy(at * width));
  return edges;
}

function isMultiple(value: number, step: number): boolean {
  const ratio = value / step;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9;
}

/** Takes the noise of binary fractions off: 0.1 × 3 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
