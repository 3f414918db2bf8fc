import { aboveHalf, SURE } from './chances.ts';
import type { Tally } from './representative.ts';

export interface Consensus {
  readonly statement: number;
  readonly side: 'agree' | 'disagree';
  readonly share: number;
}

const MOST = 5;

/** Up to five statements on which most people are surely of one mind, on either side. */
export function consensusOf(all: readonly Tally[]): { agree: Consensus[]; disagree: Consensus[] } {
  return { agree: onSide(all, 'agree'), disagree: onSide(all, 'disagree') };
}

function onSide(all: readonly Tally[], side: 'agree' | 'disagree'): Consensus[] {
  return all
    .map((tally, statement) => ({
      statement,
      side,
      share: (tally[side] + 1) / (tally.seen + 2),
      above: aboveHalf(tally[side], tally.seen),
    }))
    .filter(({ share, above }) => share > 0.5 && above > SURE)
    .sort((a, b) => b.share * b.above - a.share * a.above || a.statement - b.statement)
    .slice(0, MOST)
    .map(({ statement, share }) => ({ statement, side, share }));
}

/** How much every group agrees to each statement at once, from 0 to 1: one group against it makes it small. */
export function acrossGroups(groups: readonly (readonly Tally[])[]): number[] {
  return (groups[0] ?? []).map((_, statement) =>
    groups.reduce((product, group) => {
      const { agree, seen } = group[statement]!;
      return (product * (agree + 1)) / (seen + 2);
    }, 1),
  );
}
