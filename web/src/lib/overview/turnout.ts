import type { UnitSaid } from '@danban/contract';
import { extremes } from './extremes.ts';
import { placeOf, type Place } from './read.ts';

export type TurnoutEnd = Place & { percent: number };
/** Who took part most and least, of so many units whose share is shown exactly. */
export type Turnout = { kind: 'none' } | { kind: 'alike'; percent: number } | TurnoutEnds;
export interface TurnoutEnds {
  kind: 'ends';
  count: number;
  high: TurnoutEnd;
  low: TurnoutEnd;
}

export function turnoutOf(below: readonly UnitSaid[]): Turnout {
  const shown = below.flatMap((unit) => {
    const { participation: part } = unit;
    return part.kind === 'exact' && part.percent !== null ? [{ ...placeOf(unit), percent: part.percent }] : [];
  });
  const [first] = shown;
  if (!first) return { kind: 'none' };
  const ends = extremes(shown, ({ percent }) => percent);
  return ends ? { kind: 'ends', count: shown.length, ...ends } : { kind: 'alike', percent: first.percent };
}
