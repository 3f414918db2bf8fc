import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { tellingIn } from './telling.ts';
import { definitionWith, everyType, questions } from './testing/definitions.ts';

const compiled = compile(everyType);

test('words of a text and the comment beside a stance are looked through, by the names of their fields', () => {
  const answers = { q1: 'o1', q6: 'Gọi tôi: 0912 345 678', q8: { choice: 'amend', comment: 'Hỏi cô Hằng lớp 6A2' } };
  expect(tellingIn(compiled, answers, []).map(({ field, told }) => [field, ...told.map(({ kind }) => kind)])).toEqual([
    ['q6', 'phone'],
    ['q8.comment', 'person', 'class'],
  ]);
});

test('nothing is told by choices, by figures, or by words that tell of nobody', () => {
  expect(tellingIn(compiled, { q1: 'o1', q5: 912345678, q6: 'Mong có thêm quạt.' }, [])).toEqual([]);
});

test('where others are put forward by name, a name is the answer; a telephone is not', () => {
  const naming = compile(definitionWith({ ...questions.text, piiAllowed: true }));
  const answers = { [questions.text.id]: 'Nguyễn Thị Lan, 0912 345 678' };
  expect(tellingIn(naming, answers, [])[0]!.told.map(({ kind }) => kind)).toEqual(['phone']);
});
