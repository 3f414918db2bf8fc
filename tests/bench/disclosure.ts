import { once } from 'node:events';
import type { Disclosed, DisclosedWish } from './disclosed.types.ts';
import { exampleShares, type Rules } from './exampleShares.ts';
import { atLeast, atMost, type Figure } from './figures.ts';
import { startServer } from './machine.ts';
import type { Asked, Shape } from './organisation.ts';
import { median } from './rounds.ts';

const ordinary: readonly Asked[] = [
  { options: 5, mixed: 60 },
  { options: 5, mixed: 70 },
  { options: 5, mixed: 80 },
  { options: 2, mixed: 25 },
];

const dimensions = [{ categories: 3 }, { categories: 5 }, { categories: 4 }];
const none = { dimensions: [], crossed: [] };
/** 505 units and 3,581. */
const school = { fan: [4, 5, 24], people: 50_000 };
const nation = { fan: [10, 17, 20], people: 1_000_000 };

async function disclosed(shape: Shape, rounds: number, most = 600_000): Promise<Disclosed> {
  const wish: DisclosedWish = { shape, questions: ordinary, rounds };
  const child = startServer('tests/bench/disclosed.ts', { BENCH: JSON.stringify(wish) });
  const late = setTimeout(() => child.kill(), most);
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('the process under measure has ended')));
  gone.catch(() => undefined);
  const [found] = (await Promise.race([once(child, 'message'), gone])) as [Disclosed];
  clearTimeout(late);
  return found;
}

/** Times of one processor, and how much longer all of it takes than counting what it decides about. */
function timesOf(name: string, found: Disclosed, targets: { pattern: number; question: number } | null): Figure[] {
  const { counting, patterns, questions, audit, memoryMb } = found;
  const perRound = questions.length / counting.length;
  const sum = (round: number): number =>
    questions.slice(round * perRound, (round + 1) * perRound).reduce((all, one) => all + one, 0);
  const times = counting.map((count, round) => (patterns[round]! + sum(round) + audit[round]!) / count);
  return [
    figure(`${name}-pattern`, median(patterns), 'ms to decide on groups', targets && atMost(targets.pattern)),
    figure(`${name}-question`, median(questions), 'ms per question', targets && atMost(targets.question)),
    figure(`${name}-audit`, median(audit), `ms to look through ${perRound} questions`, null),
    figure(`${name}-times`, median(times), `× counting ${perRound} questions`, atMost(3)),
    figure(`${name}-memory`, memoryMb, 'MB at most', null),
  ];
}

const figure = (name: string, value: number, unit: string, target: Figure['target']): Figure => ({
  name: `disclosure/${name}`,
  value,
  unit,
  target,
});

function shares(): Figure[] {
  const found = exampleShares(ordinary);
  const targets = { units: atLeast(78), people: atLeast(88), breakdowns: null };
  const words = { units: '% of unit totals', people: '% of people see their team', breakdowns: '% of breakdown cells' };
  return (Object.keys(found) as Rules[]).flatMap((rules) =>
    (Object.keys(words) as (keyof typeof words)[]).map((what) =>
      figure(`${rules}-${what}`, 100 * found[rules][what], words[what], rules === 'answers' ? targets[what] : null),
    ),
  );
}

/**
 * What it takes to decide what a release may show, and how much it shows. Times are of the processor: the targets are
 * stated in seconds, and a clock on the wall would measure whatever else the machine does.
 */
export async function disclosure(): Promise<Figure[]> {
  const [alone, crossed] = [none, { dimensions, crossed: [[0, 1] as const] }];
  return [
    ...timesOf('units', await disclosed({ ...school, plan: alone }, 5), { pattern: 1_000, question: 150 }),
    ...timesOf('plan', await disclosed({ ...school, plan: { dimensions, crossed: [] } }, 3), {
      pattern: 1_000,
      question: 150,
    }),
    ...timesOf('nation-units', await disclosed({ ...nation, plan: alone }, 3), { pattern: 15_000, question: 3_000 }),
    ...timesOf('nation-plan', await disclosed({ ...nation, plan: crossed }, 1), { pattern: 15_000, question: 3_000 }),
    ...shares(),
  ];
}
