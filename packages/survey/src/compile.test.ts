import { canonicalJson, utf8 } from '@danban/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { maxAnswerBytes } from './definition.ts';
import { validAnswers } from './testing/arbitraries.ts';
import { definitionWith, everyType, everyTypeRequired, questions } from './testing/definitions.ts';
import { definitionOf, started } from './testing/templates.ts';

const instruments = [
  ...started.map(({ id, definition }) => ({ id, definition })),
  { id: 'every type', definition: everyType },
  { id: 'every type, required', definition: everyTypeRequired },
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
      for (const { index, options, questionId } of compiled.columns) {
        expect(packed[index]).toBeLessThanOrEqual(options);
        if (!Object.hasOwn(answers, questionId)) expect(packed[index]).toBe(0);
      }
      expect(utf8(canonicalJson(answers)).length).toBeLessThanOrEqual(maxAnswerBytes(definition));
    }),
    { numRuns: 50 },
  );
});

test('the packed form says which option, row or band was chosen', () => {
  const compiled = compile(everyType);
  const answers = { q1: 'o3', q2: ['o1', 'o4'], q3: 'dk', q4: { r1: 's1', r3: 's4' }, q5: 24, q6: 'Cảm ơn' };
  expect([...compiled.pack(answers)]).toEqual([3, 1, 2, 2, 1, 2, 6, 1, 0, 4, 1]);
  expect([...compiled.pack({})]).toEqual(Array(11).fill(0));
  expect(compiled.texts).toEqual(['q6']);
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
  const validated = compiled.validate({ q2: [], q4: { r2: 's1' }, q6: ' \r\n\u202E ' });
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
    ],
  });
  expect(compile(everyType).validate({ q2: [], q4: {}, q6: ' ' })).toEqual({ ok: true, answers: {} });
});

test('choices come out in the order of the definition and text comes out clean', () => {
  const raw = { q2: ['o4', 'o1'], q5: -0, q6: '  Đề nghị\r\nsửa\u0000 '.normalize('NFD') };
  expect(compile(everyType).validate(raw)).toEqual({
    ok: true,
    answers: { q2: ['o1', 'o4'], q5: 0, q6: 'Đề nghị\nsửa' },
  });
});
