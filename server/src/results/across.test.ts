import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { isUnpublishable } from './make.ts';
import { EVERY_RULE, type RoutedRules } from './tables.ts';
import { crowds, releasesOf, type Shape } from './testing/crowd.ts';
import { certainFrom, type Crowd, figuresIn } from './testing/reader.ts';
import { definitionOf, options, type Sheet, words } from './testing/releases.ts';

// Programs for every answer that could be certain take seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const numRuns = process.env.DANBAN_LONG === undefined ? 60 : 2_000;

const single = (id: string, ...ids: string[]) => {
  return { id, type: 'single', text: words(id), required: false, options: options(...ids) };
};
const after = (question: string, ...anyOf: string[]) => ({ showIf: { question, anyOf } });
const withPlan = (...questions: unknown[]) => {
  const criterion = { ...single('q1', 'x', 'y'), required: true, dimension: true };
  return { ...definitionOf([criterion, ...questions]), plan: { breakdowns: ['q1'] } };
};
const choices = { ...single('q2', 'a', 'b', 'c'), type: 'multi' };
const yesOrNo = (id: string) => single(id, 'yes', 'no');

/** Every way to fill in some questions, one after the other. */
type Ways = (sheet: Sheet) => Sheet[];
function ways(...each: Ways[]): Sheet[] {
  return each.reduce<Sheet[]>(
    (sheets, next) => sheets.flatMap((sheet) => next(sheet).map((more) => ({ ...sheet, ...more }))),
    [{}],
  );
}
const known: Sheet[] = [{ q1: 'x' }, { q1: 'y' }];
const criteria: Ways = () => known;
const oneOf =
  (id: string, ...ids: string[]): Ways =>
  () => [{}, ...ids.map((answer) => ({ [id]: answer }))];
const someOf: Ways = () => [{}, ...['a', 'b', 'c', 'ab', 'ac', 'bc', 'abc'].map((ids) => ({ q2: ids.split('') }))];
const onlyAfter =
  (question: string, anyOf: string[], next: Ways): Ways =>
  (sheet) =>
    [sheet[question] ?? []].flat().some((id) => anyOf.includes(id as string)) ? next(sheet) : [{}];

const chain = {
  definition: withPlan(
    single('q2', 'a', 'b', 'c'),
    { ...yesOrNo('q3'), ...after('q2', 'a') },
    { ...yesOrNo('q4'), ...after('q3', 'yes') },
  ),
  kinds: ways(
    criteria,
    oneOf('q2', 'a', 'b', 'c'),
    onlyAfter('q2', ['a'], oneOf('q3', 'yes', 'no')),
    onlyAfter('q3', ['yes'], oneOf('q4', 'yes', 'no')),
  ),
  known,
  releases: 1,
  most: 40,
} as const;
const option = {
  ...chain,
  definition: withPlan(choices, { ...yesOrNo('q3'), ...after('q2', 'a') }),
  kinds: ways(criteria, someOf, onlyAfter('q2', ['a'], oneOf('q3', 'yes', 'no'))),
} as const;
const union = {
  ...chain,
  definition: withPlan(choices, { ...yesOrNo('q3'), ...after('q2', 'a', 'b') }),
  kinds: ways(criteria, someOf, onlyAfter('q2', ['a', 'b'], oneOf('q3', 'yes', 'no'))),
} as const;
const unionAlone = {
  ...union,
  definition: definitionOf([choices, { ...yesOrNo('q3'), ...after('q2', 'a', 'b') }]),
  kinds: ways(someOf, onlyAfter('q2', ['a', 'b'], oneOf('q3', 'yes', 'no'))),
  known: [{}],
} as const;
const before = { releases: 2, most: 60 } as const;

interface Read {
  certain: string[];
  /** How many figures of routed questions are shown. */
  routed: number;
}

async function readOf(crowd: Crowd, rules: RoutedRules = EVERY_RULE): Promise<Read> {
  try {
    const figures = (await releasesOf(crowd, rules)).flatMap((release, at) => figuresIn(crowd, release, at + 1));
    const routed = figures.filter(({ table, cell }) => table.name === 'q3' && cell.kind === 'exact').length;
    return { certain: certainFrom(crowd, figures), routed };
  } catch (error) {
    if (isUnpublishable(error)) return { certain: [], routed: 0 };
    throw error;
  }
}

test.each<[string, Shape, boolean]>([
  ['one choice leads to a question and that to another, over breakdowns', chain, true],
  ['the same, told before the close and at it', { ...chain, ...before }, true],
  ['an option of several leads on, over breakdowns', option, true],
  ['the same, told before the close and at it', { ...option, ...before }, true],
  ['any of several options leads on, in units alone', unionAlone, true],
  ['any of several options leads on, over breakdowns', union, false],
  ['the same, told before the close and at it', { ...union, ...before }, false],
])('from all questions together nobody’s answer is certain: %s', async (_, shape, isShown) => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(crowds(shape), async (crowd) => {
      const { certain, routed } = await readOf(crowd);
      shown += routed;
      expect(certain).toEqual([]);
    }),
    { numRuns },
  );
  expect(shown > 0).toBe(isShown);
});

async function isSomebodyCertain(shape: Shape, rule: keyof RoutedRules, tried: number): Promise<boolean> {
  for (const crowd of fc.sample(crowds(shape), { seed: 1, numRuns: tried })) {
    if ((await readOf(crowd, { ...EVERY_RULE, [rule]: false })).certain.length > 0) return true;
  }
  return false;
}

test.each<[keyof RoutedRules, Shape]>([
  ['triggerShown', chain],
  ['unionAlone', { ...union, ...before }],
  ['notBeforeClose', { ...chain, ...before }],
])('without %s somebody’s is', async (rule, shape) => {
  expect(await isSomebodyCertain(shape, rule, 600)).toBe(true);
});
