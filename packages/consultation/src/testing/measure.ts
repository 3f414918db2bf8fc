import { align } from '../lineage/align.ts';
import type { Relation } from '../lineage/link.ts';
import { Chance } from './chance.ts';
import { drafts } from './drafts.ts';
import { modelOf, readBack, type Node } from './model.ts';
import type { Rates } from './rates.ts';
import { revise, type Truth } from './revise.ts';
import { sentence } from './words.ts';

/** For one relation: how many links there are in truth, how many were found, and how many of those are right. */
export interface Score {
  true: number;
  found: number;
  right: number;
}

const keyOf = ({ from, to }: { from: string | null; to: string | null }): string => `${from} ${to}`;

/** Counts, per relation, the links that are right in both ends and in the relation. */
export function scoreOf(truths: readonly Truth[]): Map<Relation | 'pairs', Score> {
  const scores = new Map<Relation | 'pairs', Score>();
  const count = (relation: Relation | 'pairs', what: keyof Score): void => {
    const score = scores.get(relation) ?? { true: 0, found: 0, right: 0 };
    score[what] += 1;
    scores.set(relation, score);
  };
  for (const truth of truths) {
    const known = new Map(truth.links.map((link) => [keyOf(link), link.relation]));
    const { links } = align(readBack(truth.before.text), readBack(truth.after.text));
    for (const link of truth.links) {
      count(link.relation, 'true');
      if (link.from !== null && link.to !== null) count('pairs', 'true');
    }
    for (const link of links) {
      const relation = known.get(keyOf(link));
      count(link.relation, 'found');
      if (relation === link.relation) count(link.relation, 'right');
      if (link.from === null || link.to === null) continue;
      count('pairs', 'found');
      if (relation !== undefined) count('pairs', 'right');
    }
  }
  return scores;
}

export const precision = ({ found, right }: Score): number => (found === 0 ? 1 : right / found);
export const recall = (score: Score): number => (score.true === 0 ? 1 : score.right / score.true);

/** A regulation nobody wrote: chapters of articles of clauses, some with points. */
export function synthetic(chance: Chance, articles: number): Node[] {
  let count = 0;
  const node = (kind: Node['kind'], heading: string, text: string, children: Node[] = []): Node => {
    count += 1;
    return { id: `s${count}`, kind, heading, text, children };
  };
  const points = (): Node[] =>
    chance.happens(0.25)
      ? Array.from({ length: chance.between(2, 5) }, () => node('point', '', sentence(chance, chance.between(4, 16))))
      : [];
  const clauses = (): Node[] =>
    Array.from({ length: chance.between(2, 5) }, () => {
      const inside = points();
      return node('clause', '', inside.length > 0 ? `${sentence(chance, 6).slice(0, -1)}:` : sentence(chance), inside);
    });
  const article = (): Node => node('article', sentence(chance, 5).slice(0, -1), '', clauses());
  return Array.from({ length: Math.ceil(articles / 6) }, (_, i) => {
    const many = Math.min(6, articles - i * 6);
    return node('chapter', sentence(chance, 4).slice(0, -1).toUpperCase(), '', Array.from({ length: many }, article));
  });
}

/** Drafts to try on: those that were written by people, and made-up ones. */
export function corpus(seed: number): Node[][] {
  const chance = new Chance(seed);
  const real = Object.values(drafts).map(modelOf);
  return [...real, ...Array.from({ length: 4 }, () => synthetic(chance, chance.between(10, 30)))];
}

/** Revises every draft of the corpus so many times. */
export function truths(seed: number, times: number, rates: Rates): Truth[] {
  const chance = new Chance(seed);
  return Array.from({ length: times }, (_, i) => corpus(seed + i).map((nodes) => revise(nodes, chance, rates))).flat();
}
