/**
 * What a chart draws: a bar per label, made of a part per series, in percent 0–100. `null` may not be shown and is
 * drawn as nothing; its label says so. `tone` 1–5 runs from the low end of a scale to the high one; 0 stands outside it.
 */
export interface Bars {
  labels: string[];
  series: { label: string; tone: number; parts: (number | null)[] }[];
}

/** Whether there is anything to draw. */
export function isDrawable({ series }: Bars): boolean {
  return series.some(({ parts }) => parts.some((part) => part !== null));
}
