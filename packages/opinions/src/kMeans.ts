import { distance, type Place } from './places.ts';

export interface Cluster {
  readonly centre: Place;
  /** Indexes of the points in it, ascending. */
  readonly members: readonly number[];
}

const MOST_ROUNDS = 100;
const STILL = 0.01;

/**
 * Points in at most `k` clusters (Lloyd 1957), from the first distinct points as centres; no cluster is empty. `weights`
 * are how many each point stands for.
 */
export function kMeans(points: readonly Place[], k: number, weights?: ArrayLike<number>): Cluster[] {
  let centres = firstDistinct(points, k);
  let clusters: Cluster[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    clusters = assigned(points, centres, weights);
    const next = clusters.map(({ centre }) => centre);
    const isStill = next.length === centres.length && next.every((one, at) => distance(one, centres[at]!) < STILL);
    centres = next;
    if (isStill) break;
  }
  return clusters;
}

function firstDistinct(points: readonly Place[], k: number): Place[] {
  const found = new Map<string, Place>();
  for (const point of points) {
    if (found.size === k) break;
    const name = point.join();
    if (!found.has(name)) found.set(name, point);
  }
  return [...found.values()];
}

function assigned(points: readonly Place[], centres: readonly Place[], weights?: ArrayLike<number>): Cluster[] {
  const members: number[][] = centres.map(() => []);
  points.forEach((point, at) => members[nearest(point, centres)]!.push(at));
  return members
    .filter((own) => own.length > 0)
    .map((own) => ({ centre: centreOf(points, own, weights), members: own }));
}

function nearest(point: Place, centres: readonly Place[]): number {
  let best = 0;
  centres.forEach((centre, at) => {
    if (distance(point, centre) < distance(point, centres[best]!)) best = at;
  });
  return best;
}

function centreOf(points: readonly Place[], members: readonly number[], weights?: ArrayLike<number>): Place {
  let [x, y, weight] = [0, 0, 0];
  for (const member of members) {
    const own = weights?.[member] ?? 1;
    x += own * points[member]![0];
    y += own * points[member]![1];
    weight += own;
  }
  return [x / weight, y / weight];
}
