import type { Relation } from '../lineage/link.ts';

/** How often each thing happens to a clause, 0 to 1. */
export interface Rates {
  reword: number;
  /** Least and largest share of words that a rewording changes. */
  share: readonly [number, number];
  respell: number;
  remove: number;
  insert: number;
  move: number;
  split: number;
  merge: number;
  /** How often whole articles are inserted or removed. */
  articles: number;
}

const none: Rates = {
  ...{ reword: 0, share: [0.1, 0.3], respell: 0, remove: 0, insert: 0 },
  ...{ move: 0, split: 0, merge: 0, articles: 0 },
};

/** What a drafting team does to a text after it heard opinions. */
export const usual: Rates = {
  ...{ reword: 0.12, share: [0.1, 0.3], respell: 0.06, remove: 0.04, insert: 0.05 },
  ...{ move: 0.02, split: 0.02, merge: 0.02, articles: 0.04 },
};

/** A revision and the relation it is made to try. */
export interface Trial {
  rates: Rates;
  relation: Relation | 'pairs';
}

/** One kind of revision each, then two mixed ones. */
export const trials: Readonly<Record<string, Trial>> = {
  respelled: { rates: { ...none, respell: 0.6 }, relation: 'orthographic' },
  'reworded 10-30 %': { rates: { ...none, reword: 0.5 }, relation: 'modified' },
  'reworded 30-60 %': { rates: { ...none, reword: 0.5, share: [0.3, 0.6] }, relation: 'modified' },
  inserted: { rates: { ...none, insert: 0.15, remove: 0.15 }, relation: 'added' },
  removed: { rates: { ...none, insert: 0.15, remove: 0.15 }, relation: 'removed' },
  renumbered: { rates: { ...none, insert: 0.15, remove: 0.15 }, relation: 'renumbered' },
  moved: { rates: { ...none, move: 0.15 }, relation: 'moved' },
  split: { rates: { ...none, split: 0.15 }, relation: 'split' },
  merged: { rates: { ...none, merge: 0.15 }, relation: 'merged' },
  articles: { rates: { ...none, articles: 0.3 }, relation: 'pairs' },
  usual: { rates: usual, relation: 'pairs' },
  rough: {
    rates: {
      ...{ reword: 0.35, share: [0.1, 0.6], respell: 0.1, remove: 0.1, insert: 0.1 },
      ...{ move: 0.05, split: 0.05, merge: 0.05, articles: 0.1 },
    },
    relation: 'pairs',
  },
};
