import { AGREE, type Cast, DISAGREE, PASS, votesOf, type Vote, type Votes } from '../votes.ts';

/** The same whole numbers below `below` for the same seed (Park and Miller 1988). */
export function chanceFrom(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

export interface Camps {
  /** People of each camp. */
  readonly sizes: readonly number[];
  readonly statements: number;
  /** Of a hundred votes, how many follow the camp. */
  readonly loyal: number;
  readonly seed: number;
}

/** Camps that differ on every second statement and agree on the others; everybody misses a third. */
export function campsOf({ sizes, statements, loyal, seed }: Camps): { votes: Votes; camp: number[] } {
  const chance = chanceFrom(seed);
  const camp = sizes.flatMap((size, at) => new Array<number>(size).fill(at));
  const casts: Cast[] = [];
  camp.forEach((own, person) => {
    for (let statement = 0; statement < statements; statement++) {
      if (chance(3) === 0) continue;
      const side: Vote = statement % 2 === 1 || (statement >> 1) % sizes.length === own ? AGREE : DISAGREE;
      const other: Vote = chance(3) === 0 ? PASS : side === AGREE ? DISAGREE : AGREE;
      casts.push({ person, statement, vote: chance(100) < loyal ? side : other });
    }
  });
  return { votes: votesOf(camp.length, statements, casts), camp };
}
