import { repeatable } from '@danban/server/example/chance';

/** When somebody comes for a credential and when the answer follows, in minutes. */
interface Visit {
  came: number;
  sent: number;
}

/** How people behave whom an operator watches while they answer. */
interface Habit {
  name: string;
  /** Over how many minutes people come. */
  within: number;
  /** Share of those who come back later instead of sending at once. */
  later: number;
}

const dayMinutes = 24 * 60;
/** Twelve questions take four minutes, half to twice as long for most: the client sends when they are done. */
const median = 4;
const spread = 0.5;

const habits: Habit[] = [
  { name: 'over a working day, sending at once', within: 8 * 60, later: 0 },
  { name: 'in a meeting of half an hour, sending at once', within: 30, later: 0 },
  { name: 'over a working day, half come back later', within: 8 * 60, later: 0.5 },
  { name: 'over a working day, all come back later', within: 8 * 60, later: 1 },
  { name: 'in a meeting, all come back later', within: 30, later: 1 },
];

type Chance = () => number;

const normal = (chance: Chance): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

function visit({ within, later }: Habit, chance: Chance): Visit {
  const came = within * chance();
  const filled = median * Math.exp(spread * normal(chance));
  const waited = chance() < later ? dayMinutes * chance() : 0;
  return { came, sent: came + filled + waited };
}

/** How likely an answer follows so many minutes after somebody came, to whoever knows the habit. */
function likelihood(delay: number, later: number): number {
  if (delay <= 0) return 0;
  const z = (Math.log(delay) - Math.log(median)) / spread;
  const atOnce = Math.exp((-z * z) / 2) / (delay * spread * Math.sqrt(2 * Math.PI));
  const afterwards = delay > median / 2 && delay < dayMinutes + 4 * median ? 1 / dayMinutes : 0;
  return (1 - later) * atOnce + later * afterwards;
}

/**
 * The most likely of all ways to give each answer to somebody (the assignment problem by shortest augmenting paths):
 * nobody who sees times alone can do better on average.
 */
function assign(cost: number[][]): number[] {
  const n = cost.length;
  const [u, v] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  const [matched, way] = [new Int32Array(n + 1), new Int32Array(n + 1)];
  for (let i = 1; i <= n; i++) {
    matched[0] = i;
    let at = 0;
    const least = new Float64Array(n + 1).fill(Infinity);
    const used = new Uint8Array(n + 1);
    do {
      used[at] = 1;
      const row = matched[at]!;
      let [delta, next] = [Infinity, 0];
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const reduced = cost[row - 1]![j - 1]! - u[row]! - v[j]!;
        if (reduced < least[j]!) [least[j], way[j]] = [reduced, at];
        if (least[j]! < delta) [delta, next] = [least[j]!, j];
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          u[matched[j]!]! += delta;
          v[j]! -= delta;
        } else least[j]! -= delta;
      }
      at = next;
    } while (matched[at] !== 0);
    for (; at !== 0; at = way[at]!) matched[at] = matched[way[at]!]!;
  }
  const answerOf = new Array<number>(n);
  for (let j = 1; j <= n; j++) answerOf[matched[j]! - 1] = j - 1;
  return answerOf;
}

/** In an order that says nothing: of two equally likely assignments none is the true one by its place. */
function shuffled(count: number, chance: Chance): number[] {
  return Array.from({ length: count }, (_, i) => ({ i, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => i);
}

function linkedIn(habit: Habit, people: number, chance: Chance): number {
  const visits = Array.from({ length: people }, () => visit(habit, chance));
  const answers = shuffled(people, chance);
  const cost = visits.map(({ came }) =>
    answers.map((of) => Math.min(1e3, -Math.log(likelihood(visits[of]!.sent - came, habit.later) + 1e-300))),
  );
  return assign(cost).filter((answer, person) => answers[answer] === person).length;
}

/** Share of people whom somebody links who notes every time, knows the habit and reads each answer as it comes. */
function linkedLive(habit: Habit, people: number, runs: number): number {
  const chance = repeatable(people);
  let linked = 0;
  for (let run = 0; run < runs; run++) linked += linkedIn(habit, people, chance);
  return linked / (people * runs);
}

/** The rows of the table in docs/privacy.md. */
export function liveTable(): string[] {
  return habits.map((habit) => {
    const shares = [20, 60, 200].map((people) => `${Math.round(100 * linkedLive(habit, people, 20))} %`);
    return `| ${habit.name} | ${shares.join(' | ')} |`;
  });
}
