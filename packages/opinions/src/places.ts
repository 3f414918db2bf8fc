import type { Components } from './components.ts';
import { type Votes, votesCast } from './votes.ts';

/** A point of the map. */
export type Place = readonly [number, number];

export function distance([ax, ay]: Place, [bx, by]: Place): number {
  return Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);
}

/** Where a person stands. Who has voted less is drawn out as far as somebody who has voted on everything. */
export function placeOf(votes: Votes, { mean, first, second }: Components, person: number): Place {
  let [x, y] = [0, 0];
  for (let at = votes.start[person]!; at < votes.start[person + 1]!; at++) {
    const statement = votes.statement[at]!;
    const off = votes.vote[at]! - mean[statement]!;
    x += off * first[statement]!;
    y += off * second[statement]!;
  }
  const scale = Math.sqrt(votes.statements / Math.max(votesCast(votes, person), 1));
  return [scale * x, scale * y];
}

/** Where somebody would stand who had agreed to this statement alone. */
export function placeOfStatement(statement: number, { mean, first, second }: Components): Place {
  const scale = -Math.sqrt(mean.length) * (1 + mean[statement]!);
  return [scale * first[statement]!, scale * second[statement]!];
}

/** How far a statement parts people. */
export function extremity(statement: number, components: Components): number {
  return distance(placeOfStatement(statement, components), [0, 0]);
}
