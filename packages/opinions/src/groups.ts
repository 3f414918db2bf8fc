import { componentsOf, type Components } from './components.ts';
import { kMeans } from './kMeans.ts';
import { distance, placeOf, type Place } from './places.ts';
import { meanSilhouette } from './silhouette.ts';
import { takingPart } from './taking.ts';
import type { Votes } from './votes.ts';

/** People near each other count as one point in between, so that a large meeting costs no more than a small one. */
const BASE_CLUSTERS = 100;
const MOST_GROUPS = 5;

export interface OpinionMap {
  readonly components: Components;
  /** Who has a place, ascending, and where. */
  readonly people: readonly number[];
  readonly places: readonly Place[];
  /** People by group: lists of person numbers, the largest group first. */
  readonly groups: readonly (readonly number[])[];
  /** How well they are apart, from -1 to 1: for the groups shown, and for the next best number of groups. */
  readonly silhouette: number;
  readonly secondBest: number;
}

/**
 * Groups of people who vote alike (Small et al. 2021, "Polis"), people and statements in any order. Where fewer than two
 * points stand apart there is one group.
 */
export function opinionMap(votes: Votes, before: readonly number[] = []): OpinionMap {
  const people = takingPart(votes, before);
  const components = componentsOf(votes, people);
  const places = people.map((person) => placeOf(votes, components, person));
  const base = kMeans(places, BASE_CLUSTERS);
  const found = clusterings(
    base.map(({ centre }) => centre),
    base.map(({ members }) => members.length),
  );
  const ranked = found.toSorted((a, b) => b.silhouette - a.silhouette || a.groups.length - b.groups.length);
  const best = ranked[0] ?? { groups: [base.map((_, at) => at)], silhouette: 0 };
  const groups = best.groups.map((own) => own.flatMap((at) => base[at]!.members.map((member) => people[member]!)));
  return {
    components,
    people,
    places,
    groups: groups.map((own) => own.toSorted((a, b) => a - b)).toSorted((a, b) => b.length - a.length || a[0]! - b[0]!),
    silhouette: best.silhouette,
    secondBest: ranked[1]?.silhouette ?? 0,
  };
}

interface Clustering {
  readonly groups: readonly (readonly number[])[];
  readonly silhouette: number;
}

function clusterings(centres: readonly Place[], weights: readonly number[]): Clustering[] {
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(centres.length / 12));
  const apart = (a: number, b: number): number => distance(centres[a]!, centres[b]!);
  const found: Clustering[] = [];
  for (let k = 2; k <= most; k++) {
    const groups = kMeans(centres, k, weights).map(({ members }) => members);
    if (groups.length === k) found.push({ groups, silhouette: meanSilhouette(groups, apart) });
  }
  return found;
}
