import { POLICY } from './policy.ts';

/**
 * `exact`: `percent` is rounded to a tenth; null without a number of invited. More answers than invited are data: the
 * share exceeds 100 and `moreThanInvited` says so. `band`: at least `atLeast` percent; at the cap this reads "95 % or
 * more". `below`: fewer than `percent`. `few`: too few invited for a share. `unknown`: nobody counted the invited.
 */
export type Participation =
  | { kind: 'exact'; respondents: number; invited: number | null; percent: number | null; moreThanInvited: boolean }
  | { kind: 'band'; atLeast: number }
  | { kind: 'below'; percent: number }
  | { kind: 'few' }
  | { kind: 'unknown' };

export interface Turnout {
  readonly respondents: number;
  readonly invited: number | null;
  /** Whether the unit's total is released exactly; false for every unit while the door is open. */
  readonly shown: boolean;
}

/** What may be said of a unit's participation (rule R11), in people and percent. */
export function participation({ respondents, invited, shown }: Turnout): Participation {
  if (shown) return exactly(respondents, invited);
  if (invited === null) return { kind: 'unknown' };
  const { fewestInvited, step, cap, floor } = POLICY.participation;
  if (invited < fewestInvited) return { kind: 'few' };
  if (respondents * 100 < floor * invited) return { kind: 'below', percent: floor };
  const rounded = Math.floor((respondents * 100) / (invited * step)) * step;
  return { kind: 'band', atLeast: Math.min(rounded, cap) };
}

function exactly(respondents: number, invited: number | null): Participation {
  const percent = invited ? Math.round((respondents * 1000) / invited) / 10 : null;
  return { kind: 'exact', respondents, invited, percent, moreThanInvited: invited !== null && respondents > invited };
}
