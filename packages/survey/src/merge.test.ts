import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition } from './definition.ts';
import { merge } from './merge.ts';
import { newQuestion } from './newQuestion.ts';
import { parseDefinition } from './parse.ts';
import type { Question } from './questions/index.ts';
import { definitionWith, everyType, questions } from './testing/definitions.ts';

const base = everyType;
const change = (id: string, by: Partial<Question>, of = base): Definition => ({
  ...of,
  questions: of.questions.map((question) => (question.id === id ? ({ ...question, ...by } as Question) : question)),
});
const ids = ({ questions: list }: Definition) => list.map(({ id }) => id);
const add = (...ofIds: string[]): Definition => ({
  ...base,
  questions: [...base.questions, ...ofIds.map((id) => newQuestion('text', id))],
});

const edits: ((definition: Definition) => Definition)[] = [
  (of) => ({ ...of, title: { ...of.title, vi: 'Tên khác' } }),
  (of) => ({ ...of, title: { ...of.title, en: 'Another title' } }),
  (of) => ({ ...of, thresholds: { ...of.thresholds, unit: 7 } }),
  (of) => change('q1', { text: { vi: 'Câu một' } }, of),
  (of) => change('q2', { required: true }, of),
  (of) => change('q4', { motto: ['know'] }, of),
  (of) => ({ ...of, questions: of.questions.filter(({ id }) => id !== 'q5') }),
  (of) => ({ ...of, questions: [...of.questions, newQuestion('single', 'q20')] }),
  (of) => ({ ...of, questions: of.questions.toReversed() }),
];
const applied = (which: readonly number[]) => which.reduce((of, at) => edits[at]!(of), base);

test('changes of different places all hold, whoever made which, and nothing clashes', () => {
  const both = fc.uniqueArray(fc.nat(edits.length - 1)).chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length)));
  fc.assert(
    fc.property(both, ([all, cut]) => {
      const mine = all.slice(0, cut);
      const { mine: merged, clashes } = merge(base, applied(mine), applied(all.slice(cut)));
      expect(clashes).toEqual([]);
      const byId = (one: Definition) => ({
        ...one,
        questions: one.questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      });
      expect(byId(merged)).toEqual(byId(applied(all)));
      expect(parseDefinition(merged).ok).toBe(true);
    }),
  );
});

test('one place written twice is named once, with both words, and either can be had', () => {
  const mine = change('q1', { text: { vi: 'Của tôi', en: 'same' } });
  const theirs = change('q1', { text: { vi: 'Của chị ấy', en: 'same' } });
  const merged = merge(base, mine, theirs);
  expect(merged.clashes).toEqual([{ path: ['questions', 'q1', 'text', 'vi'], mine: 'Của tôi', theirs: 'Của chị ấy' }]);
  expect(merged.mine).toEqual(mine);
  expect(merged.theirs).toEqual(theirs);
});

test('a question one removed and the other rewrote is not lost in silence', () => {
  const without = { ...base, questions: base.questions.filter(({ id }) => id !== 'q1') };
  const rewritten = change('q1', { text: { vi: 'Viết lại' } });
  const merged = merge(base, without, rewritten);
  expect(merged.clashes).toMatchObject([{ path: ['questions', 'q1'], theirs: { text: { vi: 'Viết lại' } } }]);
  expect(ids(merged.mine)).not.toContain('q1');
  expect(ids(merged.theirs)).toContain('q1');
});

test('both add a question: both are there, under ids of their own, and what depends on mine still does', () => {
  const added = add('q9', 'q10');
  const mine = change(
    'q10',
    { showIf: { question: 'q9', anyOf: ['o1'] } },
    {
      ...added,
      questions: added.questions.map((question) => (question.id === 'q9' ? newQuestion('single', 'q9') : question)),
    },
  );
  const merged = merge(base, mine, add('q9', 'q10'));
  expect(merged.clashes).toEqual([]);
  expect(ids(merged.mine).slice(8).toSorted()).toEqual(['q10', 'q11', 'q12', 'q9']);
  expect(merged.mine.questions.find(({ id }) => id === 'q12')?.showIf).toEqual({ question: 'q11', anyOf: ['o1'] });
});

test('two headlines are one place written twice', () => {
  const merged = merge(base, change('q1', { headline: true }), change('q2', { headline: true }));
  expect(merged.clashes).toEqual([{ path: ['headline'], mine: 'q1', theirs: 'q2' }]);
  expect(merged.theirs).toEqual(change('q2', { headline: true }));
});

test('both add an option: both are there, and a condition on mine means mine', () => {
  const two = definitionWith(questions.single, questions.text);
  const withOption = (vi: string, showIf?: Question['showIf']) => ({
    ...two,
    questions: [
      { ...questions.single, options: [...questions.single.options, { id: 'o4', text: { vi } }] },
      { ...questions.text, ...(showIf ? { showIf } : {}) },
    ],
  });
  const merged = merge(two, withOption('Của tôi', { question: 'q1', anyOf: ['o4'] }), withOption('Của chị ấy'));
  const [first, second] = merged.mine.questions;
  expect((first as typeof questions.single).options.slice(3)).toMatchObject([{ id: 'o5' }, { id: 'o4' }]);
  expect(second?.showIf).toEqual({ question: 'q1', anyOf: ['o5'] });
});
