import { expect, test } from 'vitest';
import { cellsOf, type CellView } from '@danban/contract';
import { compile, type Definition, isAskedColumn } from '@danban/survey';
import type { Release } from './release.ts';
import { definitionOf as definitionWith, options, releaseAt, times, words, type Sheet } from './testing/releases.ts';

const one = { id: 'q1', type: 'single', text: words('Một'), required: false, options: options('a', 'b', 'c') } as const;
const many = {
  id: 'q2',
  type: 'multi',
  text: words('Nhiều'),
  required: false,
  options: options('a', 'b', 'c'),
} as const;
const then = { id: 'q3', type: 'single', text: words('Rồi'), required: true, options: options('yes', 'no') } as const;
const last = { ...then, id: 'q4' } as const;
const order = { id: 'q5', type: 'rank', text: words('Xếp'), required: true, options: options('a', 'b', 'c') } as const;

const definitionOf = (...questions: unknown[]): Definition => definitionWith(questions);
const releaseOf = Object.assign(
  (definition: Definition, ...units: Sheet[][]) => releaseAt('final', definition, units),
  { early: (definition: Definition, ...units: Sheet[][]) => releaseAt('interim', definition, units) },
);

/** The cells of each table by question, a cell per unit. */
async function released(definition: Definition, ...units: Sheet[][]): Promise<Record<string, CellView[][]>> {
  const { head, groups } = await releaseOf(definition, ...units);
  const cells = groups.filter(({ kind }) => kind === 'unit').map((group) => cellsOf(head, group.cells));
  return Object.fromEntries(
    head.questions.map(({ id, tables }, at) => [id, tables.map((_, table) => cells.map((of) => of[at]![table]!))]),
  );
}

const whole = (cells: CellView[][] | undefined) => cells?.map(([cell]) => cell);
const exact = (n: number, ...counts: number[]) => ({ kind: 'exact', n, counts, mean: null });
const hidden = { kind: 'protected' };
const routed = (question: string, ...anyOf: string[]) => ({ showIf: { question, anyOf } });
const chain = definitionOf(one, { ...then, ...routed('q1', 'a') });

test('of a routed question those who were asked are counted, and nobody else', async () => {
  const sheets = [...times(8, { q1: 'a', q3: 'yes' }), ...times(6, { q1: 'a', q3: 'no' }), ...times(30, { q1: 'b' })];
  expect(whole((await released(chain, [...sheets, {}]))['q3'])).toEqual([exact(14, 0, 8, 6)]);
});

test('a routed question stands only where the question it depends on is shown', async () => {
  // All but one were asked: who answered otherwise before would stand alone.
  const uniform = [...times(30, { q1: 'a', q3: 'yes' }), ...times(30, { q1: 'a', q3: 'no' }), { q1: 'b' }];
  const { q1, q3 } = await released(chain, uniform);
  expect(whole(q1)).not.toContainEqual(expect.objectContaining({ kind: 'exact' }));
  expect(whole(q3)).toEqual([hidden]);
});

test('a routed question needs ten people who were asked, whatever the threshold of units', async () => {
  const asked = (n: number) => [
    ...times(4, { q1: 'a', q3: 'yes' }),
    ...times(n - 4, { q1: 'a', q3: 'no' }),
    ...times(40, { q1: 'b' }),
  ];
  expect(whole((await released(chain, asked(9)))['q3'])).toEqual([hidden]);
  expect(whole((await released(chain, asked(10)))['q3'])).toEqual([exact(10, 0, 4, 6)]);
});

test('when all who were asked said the same nothing is said, not even "at least"', async () => {
  const sheets = [...times(12, { q1: 'a', q3: 'yes' }), ...times(40, { q1: 'b' }), ...times(40, { q1: 'c' })];
  const { q1, q3 } = await released(chain, sheets);
  expect(whole(q1)).toEqual([exact(92, 0, 12, 40, 40)]);
  expect(whole(q3)).toEqual([hidden]);
});

test('people asked in one unit do not come out by subtraction from the whole', async () => {
  const big = [...times(12, { q1: 'a', q3: 'yes' }), ...times(12, { q1: 'a', q3: 'no' }), ...times(20, { q1: 'b' })];
  const small = [...times(3, { q1: 'a', q3: 'no' }), ...times(20, { q1: 'b' }), ...times(17, { q1: 'c' })];
  const [cells] = (await released(chain, big, small))['q3']!;
  expect(cells!.map((cell) => cell.kind)).toEqual(['exact', 'protected', 'protected']);
});

test('a chain of conditions ends where one of its links is not shown', async () => {
  const longer = definitionOf(one, { ...then, ...routed('q1', 'a') }, { ...last, ...routed('q3', 'yes') });
  const asked = [
    ...times(10, { q1: 'a', q3: 'yes', q4: 'yes' }),
    ...times(10, { q1: 'a', q3: 'yes', q4: 'no' }),
    ...times(20, { q1: 'b' }),
  ];
  const mixed = await released(longer, [...asked, ...times(5, { q1: 'a', q3: 'no' })]);
  expect(whole(mixed['q4'])).toEqual([exact(20, 0, 10, 10)]);
  const uniform = await released(longer, asked);
  expect(whole(uniform['q1'])).toEqual([exact(40, 0, 20, 20, 0)]);
  expect([whole(uniform['q3']), whole(uniform['q4'])]).toEqual([[hidden], [hidden]]);
});

test('asked after any of several choices: shown where each of them is, and their union', async () => {
  const definition = definitionOf(many, { ...then, ...routed('q2', 'a', 'b') });
  const mixed = [
    ...times(10, { q2: ['a'], q3: 'yes' }),
    ...times(10, { q2: ['b', 'c'], q3: 'no' }),
    ...times(20, { q2: ['c'] }),
  ];
  expect(whole((await released(definition, mixed))['q3'])).toEqual([exact(20, 0, 10, 10)]);
  const everybody = [...times(15, { q2: ['a'], q3: 'yes' }), ...times(15, { q2: ['b'], q3: 'no' })];
  expect(whole((await released(definition, everybody))['q2'])?.slice(0, 2)).toEqual([
    exact(30, 15, 15),
    exact(30, 15, 15),
  ]);
  expect(whole((await released(definition, everybody))['q3'])).toEqual([hidden]);
});

test('a multiple choice that is routed counts "chosen" against everybody else who was asked', async () => {
  const definition = definitionOf(one, { ...many, ...routed('q1', 'a') });
  const sheets = [
    ...times(6, { q1: 'a', q2: ['a'] }),
    ...times(6, { q1: 'a', q2: ['b'] }),
    ...times(3, { q1: 'a' }),
    ...times(30, { q1: 'b' }),
  ];
  expect(whole((await released(definition, sheets))['q2'])).toEqual([exact(15, 9, 6), exact(15, 9, 6), hidden]);
});

test('what depends on a sensitive question is shown as a sensitive one is', async () => {
  const definition = definitionOf({ ...one, sensitive: true }, { ...then, ...routed('q1', 'a') });
  // Two who differ are enough to show an ordinary question of forty, and not a sensitive one.
  const sheets = [...times(2, { q1: 'a', q3: 'no' }), ...times(20, { q1: 'a', q3: 'yes' }), ...times(40, { q1: 'b' })];
  expect(whole((await released(chain, sheets))['q3'])).toEqual([exact(22, 0, 20, 2)]);
  expect(whole((await released(definition, sheets))['q3'])).toEqual([hidden]);
});

const ranked = definitionOf(order);
const sheet = (first: string, second: string, third: string) => ({ q5: { [first]: 1, [second]: 2, [third]: 3 } });

test('a ranking is counted by place, and has a mean place where everybody places everything', async () => {
  const sheets = [
    ...times(6, sheet('a', 'b', 'c')),
    ...times(4, sheet('c', 'a', 'b')),
    ...times(2, sheet('b', 'c', 'a')),
  ];
  expect(whole((await released(ranked, sheets))['q5'])).toEqual([
    { kind: 'exact', n: 12, counts: [0, 6, 4, 2], mean: 1.67 },
    { kind: 'exact', n: 12, counts: [0, 2, 6, 4], mean: 2.17 },
    { kind: 'exact', n: 12, counts: [0, 4, 2, 6], mean: 2.17 },
  ]);
});

test('a ranking shows all its options or none: the last would follow from the others', async () => {
  const sheets = [...times(6, sheet('a', 'b', 'c')), ...times(6, sheet('b', 'a', 'c'))];
  expect(whole((await released(ranked, sheets))['q5'])).toEqual([hidden, hidden, hidden]);
});

test('in a ranking of the first few there is no mean, and who is not placed is in category 0', async () => {
  const definition = definitionOf({ ...order, maxChoices: 2 });
  const sheets = [
    ...times(6, { q5: { a: 1, b: 2 } }),
    ...times(6, { q5: { c: 1, a: 2 } }),
    ...times(6, { q5: { b: 1, c: 2 } }),
  ];
  expect(whole((await released(definition, sheets))['q5'])).toEqual([
    exact(18, 6, 6, 6),
    exact(18, 6, 6, 6),
    exact(18, 6, 6, 6),
  ]);
});

test('a stance is counted by its choice; a comment alone is no choice', async () => {
  const stance = {
    id: 'q6',
    type: 'stance',
    text: words('Điều 8'),
    required: false,
    options: options('agree', 'amend', 'disagree', 'abstain'),
    clauseRef: 'dieu-8',
    allowComment: true,
  };
  const sheets = [
    ...times(6, { q6: { choice: 'agree' } }),
    ...times(4, { q6: { choice: 'disagree', comment: 'Xin sửa' } }),
    ...times(2, { q6: { comment: 'Chỉ có lời' } }),
  ];
  expect(whole((await released(definitionOf(stance), sheets))['q6'])).toEqual([exact(12, 2, 6, 0, 4, 0)]);
});

test('a question keeps its number in the form, and one answered in writing its place without a word of any answer', async () => {
  const wish = {
    id: 'q9',
    type: 'text',
    text: words('Đề nghị gì?'),
    required: false,
    maxLength: 500,
    ...routed('q1', 'a'),
  };
  const definition = definitionOf(one, wish, { ...many, id: 'q2' });
  const { head: release } = await releaseOf(definition);
  expect(release.questions.map(({ id, number }) => [id, number])).toEqual([
    ['q1', 1],
    ['q2', 3],
  ]);
  expect(release.written).toEqual([
    {
      id: 'q9',
      number: 2,
      text: words('Đề nghị gì?'),
      showIf: { question: 'q1', anyOf: ['a'], options: [words('a')] },
    },
  ]);
});

const grouped = {
  ...definitionOf({ ...one, required: true, dimension: true }, { ...then, id: 'q7' }),
  plan: { breakdowns: ['q1'] },
};

test('a group of fewer than ten is hidden, and so is what it would follow from by subtraction', async () => {
  const people = [...times(40, { q1: 'a', q7: 'yes' }), ...times(40, { q1: 'b', q7: 'no' }), ...times(8, { q1: 'c' })];
  const { groups } = await releaseOf(grouped, ...[people.map((sheet) => ({ q7: 'yes', ...sheet }))]);
  const shown = groups.flatMap((group) => (group.kind === 'breakdown' && group.said.n !== null ? [group.said] : []));
  expect(shown.filter(({ unit }) => unit === 0).length).toBeLessThan(2);
});

test('a breakdown stands beside its unit, and a group that is all of one mind shows nothing', async () => {
  const people = [
    ...times(30, { q1: 'a', q7: 'yes' }),
    ...times(30, { q1: 'a', q7: 'no' }),
    ...times(20, { q1: 'b', q7: 'yes' }),
    ...times(20, { q1: 'b', q7: 'no' }),
    ...times(12, { q1: 'c', q7: 'no' }),
  ];
  const { head, groups } = await releaseOf(grouped, people);
  expect(head.plan).toEqual({
    breakdowns: [{ question: 'q1', number: 1, text: words('Một'), options: ['a', 'b', 'c'].map(words) }],
    crossed: [],
  });
  const shown = groups.flatMap((group) => (group.kind === 'breakdown' && group.said.unit === 0 ? [group] : []));
  expect(shown.map(({ said }) => [said.by[0]!.category, said.n])).toEqual([
    [0, null],
    [1, 60],
    [2, 40],
    [3, 12],
  ]);
  expect(shown[1]!.cells[1]).toEqual([null, 0, 30, 30]);
  // All twelve said the same, as in the group of a criterion they do by themselves.
  expect(shown[3]!.cells).toEqual([0, 0]);
});

test('before the close units of fewer than a hundred show nothing', async () => {
  const sheets = (n: number) => times(n, { q1: 'a', q3: 'yes' }).concat(times(n, { q1: 'b' }));
  const { groups } = await releaseOf(chain, sheets(30), sheets(80));
  const early = await releaseOf.early(chain, sheets(30), sheets(80));
  const kinds = (of: Release) => of.groups.map(({ said }) => 'participation' in said && said.participation.kind);
  expect(kinds({ head: early.head, groups })).toEqual(['exact', 'exact', 'exact']);
  expect(kinds(early)).toEqual(['exact', 'unknown', 'exact']);
});

test('the same answers make the same bytes, in whatever order and pieces they come', async () => {
  const sheets = Array.from({ length: 120 }, (_, at) => ({ q1: 'abc'[at % 3], q7: at % 2 ? 'yes' : 'no' }));
  const first = await releaseOf(grouped, sheets.slice(0, 70), sheets.slice(70));
  const again = await releaseOf(grouped, sheets.slice(0, 70).toReversed(), sheets.slice(70).toReversed());
  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
});

test('no column of a condition becomes a table', async () => {
  const definition = definitionOf(one, { ...then, ...routed('q1', 'a') });
  const tables = Object.values(await released(definition, times(20, { q1: 'b' }))).flat();
  const counted = compile(definition).columns.filter((column) => !isAskedColumn(column));
  expect(tables).toHaveLength(counted.length);
});

test('an alert and a condition are said with their question, an answer that is not well with its option', async () => {
  const question = {
    ...one,
    options: [
      { id: 'a', text: words('a'), negative: true },
      { id: 'b', text: words('b'), flag: 'TT55-2011' },
      { id: 'c', text: words('c') },
    ],
    alert: { whenOptions: ['c'], minCount: 3, windowDays: 14, notify: 'union', note: words('theo cụm') },
  };
  const definition = definitionOf(question, { ...then, ...routed('q1', 'a', 'b') });
  const { head: release } = await releaseOf(definition);
  const [before, after] = release.questions;
  expect(before).toMatchObject({ alert: { options: [3], minCount: 3, note: words('theo cụm') } });
  expect(before?.tables[0]?.options.map((option) => option.negative ?? false)).toEqual([true, true, false]);
  expect(after?.showIf).toEqual({ question: 'q1', anyOf: ['a', 'b'], options: [words('a'), words('b')] });
});
