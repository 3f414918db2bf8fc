import { FEWEST_ANSWERS, Z, type Interval } from './interval.ts';
import { indexOf } from './hundred.ts';
import { scoreOf } from './score.ts';

/** What an answer to "was your point answered?" counts: no, partly, fully; who gave no opinion stays out. */
export const LISTENING_SCORES = [0, 1, 2, null] as const;

export interface Listening {
  /** 0–100: those answered fully and half of those answered partly, among everybody who says she gave an opinion. */
  readonly index: number;
  /** So many say that they gave an opinion. */
  readonly valid: number;
  /** The 95 % interval, in points of the index; `null` under 10 answers. */
  readonly interval: Interval | null;
}

/** The listening index of an exact cell, counts as a release has them, "no answer" first; `null` where nobody gave an opinion. */
export function listeningOf(counts: readonly number[]): Listening | null {
  const score = scoreOf(counts, LISTENING_SCORES);
  const index = score && indexOf(score, LISTENING_SCORES);
  if (score === null || index === null) return null;
  return { index, valid: score.valid, interval: wilson(index / 100, score.valid) };
}

/**
 * Wilson's interval of a share: it does not leave 0–100 and claims no certainty where all answered alike. An answer counts
 * 0, ½ or 1, which varies at most as a yes or no with the same mean does: the interval is rather too wide than too narrow.
 *
 * Source: Wilson, JASA 22 (1927).
 */
function wilson(share: number, valid: number): Interval | null {
  if (valid < FEWEST_ANSWERS) return null;
  const z2 = Z ** 2 / valid;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / valid + z2 / (4 * valid));
  return { low: 100 * Math.max(0, middle - half), high: 100 * Math.min(1, middle + half) };
}
