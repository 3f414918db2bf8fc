import { type Votes, votesCast } from './votes.ts';

/** Who has voted so often, or on everything where there is less, has a place on the map. */
const ENOUGH = 7;
/** With fewer people on it a map says little: then the most active come in up to here. */
const FEWEST = 15;

/** The people who have a place on the map, ascending; `before` have had one and keep it. */
export function takingPart(votes: Votes, before: readonly number[] = []): number[] {
  const least = Math.min(ENOUGH, votes.statements);
  const all = Array.from({ length: votes.people }, (_, person) => person);
  const taken = new Set([...before, ...all.filter((person) => votesCast(votes, person) >= least)]);
  if (taken.size < FEWEST) {
    const byActivity = all.toSorted((a, b) => votesCast(votes, b) - votesCast(votes, a) || a - b);
    for (const person of byActivity) if (taken.size < FEWEST && votesCast(votes, person) > 0) taken.add(person);
  }
  return [...taken].sort((a, b) => a - b);
}
