import { canonicalJson, utf8 } from '@danban/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { compile } from './compile.ts';
import { maxAnswerBytes } from './definition.ts';
import { answersToAll, onlyAsked, validAnswers } from './testing/arbitraries.ts';
import { definitionWith, everyType, everyTypeRequired, questions, routed } from './testing/definitions.ts';
import { definitionOf, started } from './testing/templates.ts';

const instruments = [
  ...started.map(({ id, definition }) => ({ id, definition })),
  { id: 'every type', definition: everyType },
  { id: 'every type, required', definition: everyTypeRequired },
  { id: 'questions that depend on others', definition: routed },
];

test.each(instruments)('$id: valid answers pass unchanged, also through a form', ({ definition }) => {
  const compiled = compile(definition);
  fc.assert(
    fc.property(validAnswers(definition), (answers) => {
      expect(compiled.validate(answers)).toEqual({ ok: true, answers });
      const { raw, issues } = compiled.fromForm(compiled.toForm(answers));
      expect(issues).toEqual([]);
      expect(compiled.validate(raw)).toEqual({ ok: true, answers });
    }),
    { numRuns: 50 },
  );
});

test.each(instruments)('$id: packed answers stay within their columns and the promised size', ({ definition }) => {
  const compiled = compile(definition);
  fc.assert(
    fc.property(validAnswers(definition), (answers) => {
      const packed = compiled.pack(answers);
      expect(packed).toHaveLength(compiled.columns.length);
      for (const { index, options, questionId, part } of compiled.columns) {
        expect(packed[index]).toBeLessThanOrEqual(options);
        const counted = Object.hasOwn(answers, questionId) || (part && 'asked' in part);
        if (!counted) expect(packed[index]).toBe(0);
      }
      expect(utf8(canonicalJson(answers)).length).toBeLessThanOrEqual(maxAnswerBytes(definition));
    }),
    { numRuns: 50 },
  );
});

test('the packed form says which option, row or band was chosen', () => {
  const compiled = compile(everyType);
  const answers = {
    q1: 'o3',
    q2: ['o1', 'o4'],
    q3: 'dk',
    q4: { r1: 's1', r3: 's4' },
    q5: 24,
    q6: 'Cảm ơn',
    q7: { o4: 1, o2: 2 },
    q8: { choice: 'disagree', comment: 'Xin sửa' },
  };
  expect([...compiled.pack(answers)]).toEqual([3, 1, 2, 2, 1, 2, 6, 1, 0, 4, 1, 0, 2, 0, 1, 3]);
  expect([...compiled.pack({})]).toEqual(Array(16).fill(0));
  expect([...compiled.pack({ q8: { comment: 'Chỉ có lời' } })]).toEqual(Array(16).fill(0));
});

test('free words are found where they lie', () => {
  expect(compile(everyType).words).toEqual([
    { questionId: 'q6', path: ['q6'] },
    { questionId: 'q8', path: ['q8', 'comment'] },
  ]);
});

test('what was sent for questions that are not asked is dropped, and neither missed nor packed', () => {
  const compiled = compile(routed);
  fc.assert(
    fc.property(answersToAll(routed), (sent) => {
      const answers = onlyAsked(routed, sent);
      expect(compiled.validate(sent)).toEqual({ ok: true, answers });
      const packed = compiled.pack(answers);
      for (const { index, questionId, part } of compiled.columns) {
        if (Object.hasOwn(answers, questionId)) continue;
        const isAsked = part && 'asked' in part;
        if (!isAsked) expect(packed[index]).toBe(0);
      }
    }),
  );
});

test('a condition has a column of its own, which says who was asked', () => {
  const { columns, pack } = compile(routed);
  const asked = columns.flatMap(({ index, questionId, part }) =>
    part && 'asked' in part ? [{ index, questionId }] : [],
  );
  // Words have no column, so nothing counts who was asked for them.
  expect(asked.map((column) => column.questionId)).toEqual(['q2', 'q4', 'q8', 'q7', 'q5']);
  const askedBy = (answers: Answers) => {
    const packed = pack(answers);
    return asked.filter((column) => packed[column.index] === 1).map((column) => column.questionId);
  };
  expect(askedBy({ q1: 'o1', q2: ['o3'] })).toEqual(['q2']);
  expect(askedBy({ q1: 'o2', q2: ['o1', 'o4'], q6: 'Xin chào' })).toEqual(['q2', 'q4']);
  expect(askedBy({ q1: 'o3', q8: { choice: 'agree' } })).toEqual(['q8', 'q5']);
});

test('what is sent for a question that is not asked is not even looked at', () => {
  const compiled = compile(routed);
  const sent = { q1: 'o3', q8: { choice: 'abstain' }, q2: 5, q6: { toString: 1 }, q7: 'x', q5: Number.NaN };
  expect(compiled.validate(sent)).toEqual({ ok: true, answers: { q1: 'o3', q8: { choice: 'abstain' } } });
});

test('a question is required only of those who are asked', () => {
  const compiled = compile(routed);
  expect(compiled.validate({ q1: 'o1' })).toEqual({ ok: false, issues: [{ questionId: 'q2', code: 'required' }] });
  expect(compiled.validate({ q1: 'o2', q2: ['none'] })).toEqual({
    ok: false,
    issues: [{ questionId: 'q6', code: 'required' }],
  });
  expect(compiled.validate({})).toEqual({ ok: false, issues: [{ questionId: 'q1', code: 'required' }] });
});

test('a condition on a question that is not there, or comes later, is never met', () => {
  const { single, text } = questions;
  const definition = definitionWith({ ...text, required: true, showIf: { question: 'q1', anyOf: ['o1'] } }, single, {
    ...text,
    id: 'q7',
    required: true,
    showIf: { question: 'q9', anyOf: ['o1'] },
  });
  expect(compile(definition).validate({ q1: 'o1', q6: 'a', q7: 'b' })).toEqual({ ok: true, answers: { q1: 'o1' } });
});

test('what depends on a sensitive question is sensitive as well', () => {
  const { single, scale, rank } = questions;
  const definition = definitionWith(
    { ...single, sensitive: true },
    { ...scale, showIf: { question: 'q1', anyOf: ['o1'] } },
    { ...rank, showIf: { question: 'q3', anyOf: ['s1'] } },
    { ...single, id: 'q9' },
  );
  const sensitive = compile(definition).columns.filter((column) => column.sensitive);
  expect([...new Set(sensitive.map((column) => column.questionId))]).toEqual(['q1', 'q3', 'q7']);
});

test('a ranking with a gap closes up; one that repeats a place is refused', () => {
  const compiled = compile(everyType);
  expect(compiled.validate({ q7: { o1: 3, o2: 1 } })).toEqual({ ok: true, answers: { q7: { o1: 2, o2: 1 } } });
  expect(compiled.validate({ q7: { o1: 1, o2: 1 } })).toEqual({
    ok: false,
    issues: [{ questionId: 'q7', rowId: 'o2', code: 'duplicate-place', params: { place: 1 } }],
  });
});

test('columns name what they count', () => {
  const { columns } = compile(definitionWith(questions.multi, questions.matrix, questions.text, questions.number));
  expect(columns.map((column) => [column.index, column.questionId, column.part, column.options])).toEqual([
    [0, 'q2', { option: 'o1' }, 2],
    [1, 'q2', { option: 'o2' }, 2],
    [2, 'q2', { option: 'o3' }, 2],
    [3, 'q2', { option: 'o4' }, 2],
    [4, 'q2', { option: 'none' }, 2],
    [5, 'q4', { row: 'r1' }, 4],
    [6, 'q4', { row: 'r2' }, 4],
    [7, 'q4', { row: 'r3' }, 4],
    [8, 'q5', undefined, 8],
  ]);
});

test('sensitive are the questions that say so, and all when minors answer or a head is judged', () => {
  const sensitive = (id: string) => compile(definitionOf(id)).columns.filter((column) => column.sensitive);
  expect(sensitive('bua-an-ban-tru').map((column) => column.questionId)).toEqual(['q6']);
  for (const id of ['an-toan-phong-chong-bao-luc-hoc-duong', 'danh-gia-nguoi-dung-dau']) {
    expect(sensitive(id)).toHaveLength(compile(definitionOf(id)).columns.length);
  }
});

test('missing required answers are named, a matrix row by row', () => {
  const compiled = compile(everyTypeRequired);
  const validated = compiled.validate({ q2: [], q4: { r2: 's1' }, q6: ' \r\n\u202E ', q7: { o1: 1 } });
  expect(validated).toEqual({
    ok: false,
    issues: [
      { questionId: 'q1', code: 'required' },
      { questionId: 'q2', code: 'required' },
      { questionId: 'q3', code: 'required' },
      { questionId: 'q4', rowId: 'r1', code: 'required' },
      { questionId: 'q4', rowId: 'r3', code: 'required' },
      { questionId: 'q5', code: 'required' },
      { questionId: 'q6', code: 'required' },
      { questionId: 'q7', code: 'places-missing', params: { places: 3 } },
      { questionId: 'q8', code: 'required' },
    ],
  });
  expect(compile(everyType).validate({ q2: [], q4: {}, q6: ' ', q7: {}, q8: { comment: ' ' } })).toEqual({
    ok: true,
    answers: {},
  });
});

test('choices come out in the order of the definition and text comes out clean', () => {
  const raw = { q2: ['o4', 'o1'], q5: -0, q6: '  Đề nghị\r\nsửa\u0000 '.normalize('NFD') };
  expect(compile(everyType).validate(raw)).toEqual({
    ok: true,
    answers: { q2: ['o1', 'o4'], q5: 0, q6: 'Đề nghị\nsửa' },
  });
});
