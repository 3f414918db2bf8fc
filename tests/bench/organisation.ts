import type { ReleasePlan, UnitTree } from '@danban/disclosure';
import { between, repeatable, type Chance } from '@danban/server/example/chance';
import type { Sheets } from '@danban/server/results/inner';
import type { Column } from '@danban/survey';

/** A large organisation and how many of its people answer. */
export interface Shape {
  /** How many units each unit of a level has below it, from the top. */
  fan: readonly number[];
  people: number;
  plan: ReleasePlan;
}

/** What is asked beside the criteria: options, and of a hundred answers how many are not what most of the unit say. */
export interface Asked {
  options: number;
  mixed: number;
}

/** Answers packed as they lie in the urn, unit by unit; the criteria of the plan are the first columns. */
export interface Answered {
  tree: UnitTree;
  plan: ReleasePlan;
  columns: Column[];
  sheets: Sheets[];
}

function treeOf(fan: readonly number[]): { tree: UnitTree; leaves: number[] } {
  const parent = [-1];
  let leaves = [0];
  for (const below of fan) {
    leaves = leaves.flatMap((unit) => Array.from({ length: below }, () => parent.push(unit) - 1));
  }
  return { tree: { parent: Int32Array.from(parent) }, leaves };
}

/** Teams from a tenth of the usual size up to twice it; of each criterion one value is common and some are rare. */
export function organisation({ fan, people, plan }: Shape, questions: readonly Asked[]): Answered {
  const chance = repeatable(people);
  const { tree, leaves } = treeOf(fan);
  const sizes = leaves.map(() => Math.round((people / leaves.length) * (0.1 + 1.8 * chance())));
  const sheets = leaves.map((unit, at) => sheetsOf(chance, unit, sizes[at]!, plan, questions));
  return { tree, plan, columns: columnsFor(plan, questions), sheets };
}

export function columnsFor({ dimensions }: ReleasePlan, questions: readonly Asked[]): Column[] {
  const options = [...dimensions.map(({ categories }) => categories), ...questions.map((question) => question.options)];
  return options.map((count, index) => ({
    index,
    questionId: `q${index}`,
    options: count,
    sensitive: false,
  }));
}

export function sheetsOf(
  chance: Chance,
  unit: number,
  people: number,
  { dimensions }: ReleasePlan,
  questions: readonly Asked[],
): Sheets {
  const usual = questions.map(({ options }) => (options === 2 ? 1 : between(chance, options - 2, options)));
  const packed = new Uint8Array(people * (dimensions.length + questions.length));
  let at = 0;
  for (let person = 0; person < people; person++) {
    for (const { categories } of dimensions) packed[at++] = valueOf(chance, categories);
    questions.forEach((question, place) => (packed[at++] = answerTo(chance, question, usual[place]!)));
  }
  return { unit, people, packed };
}

const isSilent = (chance: Chance): boolean => chance() < 0.02;

function valueOf(chance: Chance, categories: number): number {
  return isSilent(chance) ? 0 : 1 + Math.floor(categories * chance() * (0.5 + chance() / 2));
}

/** Of two options the second has as many in a hundred as answers are mixed. */
function answerTo(chance: Chance, { options, mixed }: Asked, usual: number): number {
  if (isSilent(chance)) return 0;
  if (chance() * 100 >= mixed) return usual;
  return options === 2 ? 2 : between(chance, 1, options);
}
