/** The highest and the lowest of what is shown; `null` where fewer than two differ as they are said. */
export function extremes<Row>(rows: readonly Row[], figure: (row: Row) => number): { high: Row; low: Row } | null {
  const ordered = rows.toSorted((a, b) => figure(b) - figure(a));
  const [high, low] = [ordered[0], ordered.at(-1)];
  if (high === undefined || low === undefined) return null;
  return Math.round(figure(high)) === Math.round(figure(low)) ? null : { high, low };
}
