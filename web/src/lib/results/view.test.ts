import type { PackedCell, ReleasePage } from '@danban/contract';
import { expect, test } from 'vitest';
import { resultsView } from './view.ts';

const exact = (...counts: number[]): PackedCell => [null, ...counts];
const names = ['Huyện', 'Trường A', 'Trường B', 'Trường C'];
const figures = [exact(0, 5, 40), exact(0, 4, 20), 0 as const, exact(0, 2, 30)];
const unit = { id: 'u', own: false, children: 0, participation: { kind: 'unknown' as const } };
const text = (vi: string) => ({ vi });
const base = { type: 'single', headline: false, motto: [], sensitive: false };
const mark = { number: 1, kind: 'final' as const, madeOn: '2026-03-01' };
const release: ReleasePage = {
  schema: 2,
  survey: {
    title: text('Bữa ăn'),
    body: 'Công đoàn',
    unit: 'Tỉnh',
    door: 'open_link',
    closedOn: '2026-03-01',
    definitionHash: '',
  },
  thresholds: { unit: 5, sensitive: 10, comments: 10 },
  plan: null,
  release: { ...mark, checksum: '' },
  releases: [mark],
  unitCount: 5,
  path: [{ position: 0, name: 'Tỉnh', own: false }],
  units: names.map((name, at) => ({
    ...unit,
    position: at + 1,
    parent: at === 0 ? 0 : 1,
    name,
    children: at === 0 ? 3 : 0,
    cells: [figures[at]!, 0],
  })),
  breakdowns: [],
  questions: [
    {
      ...base,
      id: 'q1',
      text: text('Có bị đau bụng không?'),
      alert: { options: [1], minCount: 3 },
      tables: [{ label: null, options: [{ label: text('Có') }, { label: text('Không') }] }],
    },
    {
      ...base,
      id: 'q2',
      text: text('Mấy lần?'),
      showIf: { question: 'q1', anyOf: ['yes'], options: [text('Có')] },
      tables: [{ label: null, options: [{ label: text('Một') }] }],
    },
  ],
  comments: { received: null },
};
const shown = (query = '') => resultsView(release, new URLSearchParams(query));

test('a mark that is reached right below is named with what the release shows there, and a hidden unit is in no list', () => {
  expect(shown().shown[0]!.alert?.elsewhere).toEqual([{ name: 'Trường A', own: false, count: 4 }]);
});

test('the page stands at its unit, below the units above it and above those right below', () => {
  const { unit, path, children } = shown();
  expect([unit.name, path.map(({ name }) => name), children.map(({ name }) => name)]).toEqual([
    'Huyện',
    ['Tỉnh'],
    ['Trường A', 'Trường B', 'Trường C'],
  ]);
});

test('of whom a question was asked is known by the number and the words of what it depends on', () => {
  expect(shown().shown.map(({ asked }) => asked)).toEqual([null, { number: 1, options: [text('Có')] }]);
  expect(shown().hasRouted).toBe(true);
  expect(shown('so-sanh=q2.0').compared?.asked?.number).toBe(1);
});

test('in a release stored before the words were kept the question is named by its number', () => {
  const { options: _, ...showIf } = release.questions[1]!.showIf!;
  const older = { ...release, questions: [release.questions[0]!, { ...release.questions[1]!, showIf }] };
  expect(resultsView(older, new URLSearchParams()).shown[1]!.asked).toEqual({ number: 1, options: [] });
});

test('numbers are those of the form, and a written question stands in its place in the contents', () => {
  const [first, second] = release.questions;
  const whole = {
    ...release,
    questions: [
      { ...first!, number: 2 },
      { ...second!, number: 3 },
    ],
    written: [{ id: 'q0', number: 1, text: text('Đề nghị gì?') }],
  };
  const view = resultsView(whole, new URLSearchParams());
  expect(view.questions.map(({ id, number }) => [id, number])).toEqual([
    ['q0', 1],
    ['q1', 2],
    ['q2', 3],
  ]);
  expect(view.written).toEqual([{ id: 'q0', number: 1, text: text('Đề nghị gì?'), asked: null }]);
  expect(view.shown[1]!.asked?.number).toBe(2);
  expect(view.comparable.map(({ number }) => number)).toEqual([2, 3]);
});

test('of hundreds of units right below one, fifty stand on a page; marks are looked for in all of them', () => {
  const many = Array.from({ length: 320 }, (_, at) => ({
    ...unit,
    position: at + 2,
    parent: 1,
    name: `Trường ${at + 1}`,
    cells: [exact(0, at === 310 ? 4 : 0, 20), 0 as const],
  }));
  const large = { ...release, units: [release.units[0]!, ...many] };
  const view = (query: string) => resultsView(large, new URLSearchParams(query));
  const first = view('');
  expect(first.children).toHaveLength(50);
  expect(first.compared!.units).toHaveLength(51);
  expect(first.below).toEqual({ page: 1, more: true, count: 320 });
  expect(first.shown[0]!.alert?.elsewhere).toEqual([{ name: 'Trường 311', own: false, count: 4 }]);
  expect(
    view('trang=7')
      .children.map(({ name }) => name)
      .at(-1),
  ).toBe('Trường 320');
  expect(view('trang=99').below).toEqual({ page: 7, more: false, count: 320 });
});
