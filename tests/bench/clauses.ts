import { align, answerable, type Clause } from '@danban/consultation';
import {
  Chance,
  precision,
  readBack,
  recall,
  revise,
  scoreOf,
  synthetic,
  trials,
  truths,
  usual,
} from '@danban/consultation/testing';
import { atLeast, atMost, type Figure } from './figures.ts';
import { inTurns, median, ratio } from './rounds.ts';

const many = 300;
const rounds = 9;
const seed = 20260101;

/** Two versions of a made-up regulation, each cut to so many clauses that say something. */
function versions(): [Clause[], Clause[]] {
  const chance = new Chance(seed);
  const { before, after } = revise(synthetic(chance, 130), chance, usual);
  return [firstClauses(readBack(before.text)), firstClauses(readBack(after.text))];
}

function firstClauses(clauses: Clause[]): Clause[] {
  const last = answerable(clauses)[many - 1];
  if (last === undefined) throw new Error(`the made-up regulation has fewer than ${many} clauses`);
  return clauses.slice(0, last.index + 1);
}

/** What words two clauses share in order, by the table everybody knows. */
function distance(one: readonly string[], other: readonly string[]): number {
  let above = Array.from({ length: other.length + 1 }, (_, j) => j);
  one.forEach((word, i) => {
    const row = [i + 1];
    other.forEach((there, j) => row.push(Math.min(row[j]! + 1, above[j + 1]! + 1, above[j]! + Number(word !== there))));
    above = row;
  });
  return above.at(-1)!;
}

/** Aligning without a plan: every old clause against every new one, word by word. */
function everyPair(before: readonly Clause[], after: readonly Clause[]): number {
  const words = (clauses: readonly Clause[]) => answerable(clauses).map((clause) => clause.text.split(' '));
  const news = words(after);
  return words(before).reduce((sum, old) => sum + Math.min(...news.map((other) => distance(old, other))), 0);
}

const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

/** How many links of each kind of revision are right, and how many of the right ones are found. */
function shares(): Figure[] {
  return Object.entries(trials).flatMap(([name, { rates, relation }]) => {
    const score = scoreOf(truths(seed, 3, rates)).get(relation)!;
    const unit = `of ${relation} links, ${score.true} in truth`;
    return [
      { name: `clauses/${name}`, value: precision(score), unit: `right ${unit}`, target: atLeast(0.97) },
      { name: `clauses/${name}`, value: recall(score), unit: `found ${unit}`, target: atLeast(0.96) },
    ];
  });
}

export async function clauses(): Promise<Figure[]> {
  const [before, after] = versions();
  const times = await inTurns(rounds, {
    align: () => timed(() => align(before, after)),
    pairs: () => timed(() => everyPair(before, after)),
  });
  return [
    { name: 'clauses/time', value: median(times.align), unit: `ms for two versions of ${many}`, target: atMost(200) },
    {
      name: 'clauses/naive',
      value: ratio(times.pairs, times.align),
      unit: '× faster than every pair',
      target: atLeast(10),
    },
    ...shares(),
  ];
}
