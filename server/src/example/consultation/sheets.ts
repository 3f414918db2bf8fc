import type { Definition } from '@danban/survey';
import { answersFor } from '../answers.ts';
import { repeatable, type Chance } from '../chance.ts';
import type { Choice, Seed } from './seed.ts';
import { write, type Sheet } from './writing.ts';

/** Which articles somebody looks at: some have their pay in mind, others how openly the school deals with money. */
const concerns: readonly (readonly string[])[] = [
  ['dieu-6', 'dieu-7', 'dieu-8', 'dieu-11'],
  ['dieu-9', 'dieu-10', 'dieu-13', 'dieu-14', 'dieu-15'],
];
/** From those who want most to those who want nothing. */
const order: readonly Choice[] = ['disagree', 'amend', 'abstain', 'agree'];

const isConcerned = (person: number, article: string): boolean => concerns[person % concerns.length]!.includes(article);

/** What there is, each as often as it was counted. */
const counted = (counts: Readonly<Record<string, number>>, names: readonly string[]): string[] =>
  names.flatMap((name) => Array.from({ length: counts[name] ?? 0 }, () => name));

/** Deals them out by lot, the first to who drew least. */
function dealt(given: readonly string[], lots: readonly number[]): string[] {
  const people = lots.map((lot, person) => ({ lot, person })).sort((one, other) => one.lot - other.lot);
  const hands: string[] = [];
  for (const [at, { person }] of people.entries()) hands[person] = given[at]!;
  return hands;
}

type Asked = Definition['questions'][number];

/** What each of the staff answers to one question; null where the seed does not count it. */
function answersTo(question: Asked, { stances, choices }: Seed, people: number, chance: Chance): unknown[] | null {
  const lots = Array.from({ length: people }, chance);
  const options = choices[question.id];
  if (options) return dealt(counted(options, Object.keys(options)), lots);
  const article = question.type === 'stance' ? question.clauseRef : undefined;
  if (article === undefined) return null;
  const drawn = lots.map((lot, person) => lot + (isConcerned(person, article) ? 0 : 0.7));
  return dealt(counted(stances[article]!, order), drawn).map((choice) => ({ choice }));
}

/** A sheet that says nothing in words. */
function plain(definition: Definition, chance: Chance): Sheet {
  const words = new Set(definition.questions.filter(({ type }) => type === 'text').map(({ id }) => id));
  const all = Object.entries(answersFor(definition, chance, 0.6));
  return { answers: Object.fromEntries(all.filter(([id]) => !words.has(id))), written: 0 };
}

/** The sheets of the school's staff: choices and opinions as the seed counts them, everything else plausible. */
export function sheetsOf(definition: Definition, seed: Seed): Record<string, unknown>[] {
  const chance = repeatable(1016);
  const sheets = Array.from({ length: seed.answered }, () => plain(definition, chance));
  for (const question of definition.questions) {
    const answers = answersTo(question, seed, sheets.length, chance);
    for (const [person, answer] of answers?.entries() ?? []) sheets[person]!.answers[question.id] = answer;
  }
  write(sheets, seed.comments, definition);
  return sheets.map(({ answers }) => answers);
}
