import { alike } from './alike.ts';
import { opinionMap, type OpinionMap } from './groups.ts';
import type { Votes } from './votes.ts';

/** What may be shown: groups, or only where people agree, and why. */
export type Shown =
  | { readonly kind: 'groups'; readonly map: OpinionMap }
  | { readonly kind: 'consensus'; readonly why: 'too-few-people' | 'group-too-small' | 'not-apart' | 'not-stable' };

export interface Rules {
  /** Fewest people of a group, and of all others together. */
  readonly leastGroup: number;
  /** Whole numbers below the one given. */
  readonly chance: (below: number) => number;
}

/** How well apart groups must be, and by how much better than with another number of groups. */
const APART = 0.25;
const MARGIN = 0.02;
/** Looked at again and again in another order and without a fifth of the statements, groups stay what they are. */
const TIMES = 20;
const KEPT = 0.8;
const ALIKE = 0.75;

/**
 * Groups only where they are real: large enough, well apart, and the same whatever the order of people and whichever
 * statements are left out. In a small school a group that hangs on a few votes says who these few are.
 */
export function shownMap(votes: Votes, { leastGroup, chance }: Rules): Shown {
  const map = opinionMap(votes);
  if (map.people.length < 2 * leastGroup) return { kind: 'consensus', why: 'too-few-people' };
  if (map.groups.length < 2 || map.silhouette < APART || map.silhouette - map.secondBest < MARGIN) {
    return { kind: 'consensus', why: 'not-apart' };
  }
  if (map.groups.some((own) => own.length < leastGroup)) return { kind: 'consensus', why: 'group-too-small' };
  return stability(votes, map, chance) < ALIKE ? { kind: 'consensus', why: 'not-stable' } : { kind: 'groups', map };
}

/** How alike the groups stay on average, from about 0 to 1. */
export function stability(votes: Votes, map: OpinionMap, chance: (below: number) => number): number {
  const groups = groupOf(map.groups);
  let sum = 0;
  for (let time = 0; time < TIMES; time++) {
    const order = shuffled(votes.people, chance);
    const again = opinionMap(part(votes, order, chance));
    sum += alike(groups, groupOf(again.groups.map((own) => own.map((at) => order[at]!))));
  }
  return sum / TIMES;
}

function groupOf(groups: readonly (readonly number[])[]): Map<number, number> {
  return new Map(groups.flatMap((own, group) => own.map((person) => [person, group] as const)));
}

function shuffled(many: number, chance: (below: number) => number): number[] {
  const order = Array.from({ length: many }, (_, at) => at);
  for (let at = many - 1; at > 0; at--) {
    const other = chance(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** The same people in another order, with their votes on most of the statements. */
function part(votes: Votes, order: readonly number[], chance: (below: number) => number): Votes {
  const isKept = Uint8Array.from({ length: votes.statements }, () => (chance(100) < 100 * KEPT ? 1 : 0));
  const start = new Uint32Array(order.length + 1);
  const statement: number[] = [];
  const vote: number[] = [];
  order.forEach((person, at) => {
    for (let from = votes.start[person]!; from < votes.start[person + 1]!; from++) {
      if (isKept[votes.statement[from]!] === 0) continue;
      statement.push(votes.statement[from]!);
      vote.push(votes.vote[from]!);
    }
    start[at + 1] = statement.length;
  });
  return { ...votes, start, statement: Uint32Array.from(statement), vote: Int8Array.from(vote) };
}
