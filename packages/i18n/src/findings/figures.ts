/** A text of a release: Vietnamese always, English where someone has translated it. */
export type FoundText = { vi: string; en?: string | undefined };
export type FoundOption = { label: FoundText; score?: number | null | undefined };
/** A table of a release without its cells: one question, one row, or one option of a multiple choice. */
export type FoundTable = { label: FoundText | null; options: readonly FoundOption[] };
/** What a release says of one table in one unit; positions count from 1, 0 is "no answer". */
export type FoundCell =
  | { kind: 'exact'; n: number; counts: readonly number[]; mean: number | null }
  | { kind: 'band'; option: number; atLeast: number }
  | { kind: 'protected' };
type Exact = Extract<FoundCell, { kind: 'exact' }>;

/** The options whose share stands for a table: the upper two of a five-point scale, or a single one. */
export type Figure = { kind: 'topTwo'; lower: number; upper: number } | { kind: 'option'; option: number };

/** The share a figure has in one unit. Percentages are 0–100; `valid` counts the forms they are shares of. */
export type FigureValue =
  { kind: 'share'; percent: number; valid: number } | { kind: 'atLeast'; percent: number } | { kind: 'protected' };

const FIVE_POINTS = 5;

/**
 * The figure units are compared by. Five scored options make a top-two box (as the 5-point instrument of
 * QĐ 3476/QĐ-BGDĐT is read); otherwise it is the option most chosen in `whole`, for a multiple choice its only one.
 */
export function figureOf(table: FoundTable, whole: FoundCell): Figure {
  const [upper, lower] = scoredFromTop(table);
  if (upper !== undefined && lower !== undefined && scored(table).length === FIVE_POINTS) {
    return { kind: 'topTwo', lower, upper };
  }
  if (whole.kind === 'band') return { kind: 'option', option: Math.max(1, whole.option) };
  return { kind: 'option', option: whole.kind === 'exact' ? (mostChosen(whole)[0] ?? 1) : 1 };
}

/** The share of a figure in a cell. A band says something only where it is about the figure's own options. */
export function figureValue(type: string, table: FoundTable, figure: Figure, cell: FoundCell): FigureValue {
  const options = figure.kind === 'topTwo' ? [figure.lower, figure.upper] : [figure.option];
  if (cell.kind === 'band') {
    return options.includes(cell.option) ? { kind: 'atLeast', percent: cell.atLeast } : { kind: 'protected' };
  }
  if (cell.kind === 'protected') return { kind: 'protected' };
  const valid = figure.kind === 'topTwo' ? sumOf(cell, scored(table)) : baseOf(type, cell);
  if (valid === 0) return { kind: 'protected' };
  return { kind: 'share', percent: (100 * sumOf(cell, options)) / valid, valid };
}

/** How many forms the shares of a table are taken of: those that answer, for a choice of several or a ranking all of them. */
export function baseOf(type: string, cell: Exact): number {
  return type === 'multi' || type === 'rank' ? cell.n : cell.n - (cell.counts[0] ?? 0);
}

/** Positions of the options chosen most often; several when they are equal, none when nobody answered. */
export function mostChosen(cell: Exact): number[] {
  const chosen = cell.counts.slice(1);
  const most = Math.max(0, ...chosen);
  return most === 0 ? [] : chosen.flatMap((count, at) => (count === most ? [at + 1] : []));
}

/** Positions of the options that have a score. */
export function scored({ options }: FoundTable): number[] {
  return options.flatMap(({ score }, at) => (typeof score === 'number' ? [at + 1] : []));
}

function scoredFromTop(table: FoundTable): number[] {
  const scoreAt = (position: number): number => table.options[position - 1]?.score ?? 0;
  return scored(table).toSorted((a, b) => scoreAt(b) - scoreAt(a));
}

function sumOf(cell: Exact, positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum + (cell.counts[position] ?? 0), 0);
}
