import type { Text } from '@danban/survey';

interface Option {
  text: Text;
  score?: number | null;
}

/** More options than this do not fit beside each other on a wide screen. */
export const mostColumns = 7;
/** Fewer steps are written out: their words fit beside each other. */
const fewest = 4;
const hasDigit = ({ text }: Option): boolean => /\d/.test(`${text.vi} ${text.en ?? ''}`);

/**
 * What stands on the buttons of a scale whose words do not fit side by side on a phone: 1, 2, 3 … upwards, and "?" for the
 * one option outside the scale. Null where a number would mislead: no rising scale, two ways out, or words that count
 * something themselves.
 */
export function marksOf(options: readonly Option[]): string[] | null {
  const steps = options.filter((option) => typeof option.score === 'number');
  const outside = options.filter((option) => option.score === null);
  if (steps.length < fewest || outside.length > 1 || steps.length + outside.length < options.length) return null;
  if (!isRising(steps.map((step) => Number(step.score))) || options.some(hasDigit)) return null;
  return options.map((option) => (option.score === null ? '?' : String(steps.indexOf(option) + 1)));
}

function isRising(scores: readonly number[]): boolean {
  return scores.every((score, at) => at === 0 || score > (scores[at - 1] ?? score));
}
