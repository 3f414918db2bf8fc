/** The score of each option in order; `null` keeps an option out ("don't know"). */
export type Scoring = readonly (number | null)[];

/** What scored answers come to. `mean` and `deviation` in points of the scale, `valid` in answers. */
export interface Score {
  readonly mean: number;
  /** Standard deviation of the answers, with n − 1; 0 for a single answer. */
  readonly deviation: number;
  readonly valid: number;
}

/**
 * The score of an exact cell; `null` where nobody chose an option with a score.
 *
 * `counts` as a release has them: people per category, "no answer" first, so one longer than `scoring`. Throws when it
 * is not. A cell that is not shown exactly has no counts and so no score (rule R12 of the disclosure policy).
 */
export function scoreOf(counts: readonly number[], scoring: Scoring): Score | null {
  if (counts.length !== scoring.length + 1) throw new RangeError('scores do not fit the options');
  const answers = scoring.flatMap((points, option) => {
    const people = counts[option + 1]!;
    return points === null || people === 0 ? [] : [{ points, people }];
  });
  const valid = sum(answers.map(({ people }) => people));
  if (valid === 0) return null;
  const mean = sum(answers.map(({ points, people }) => points * people)) / valid;
  const squares = sum(answers.map(({ points, people }) => people * (points - mean) ** 2));
  return { mean, deviation: valid === 1 ? 0 : Math.sqrt(squares / (valid - 1)), valid };
}

/** Counts of several units as of one: those of a unit that carries on others. Throws when they are not alike. */
export function merged(cells: readonly (readonly number[])[]): number[] {
  const [first = []] = cells;
  if (cells.some((cell) => cell.length !== first.length)) throw new RangeError('cells of different tables');
  return first.map((_, column) => sum(cells.map((cell) => cell[column]!)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
