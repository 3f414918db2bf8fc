import { newQuestion, type Definition, type Question } from '@danban/survey';
import { blankDefinition } from '@danban/survey';
import { expect, test } from 'vitest';
import { edited } from './edits.ts';

const two = (showIf?: Question['showIf']): Definition => ({
  ...blankDefinition(),
  questions: [newQuestion('multi', 'q1'), { ...newQuestion('text', 'q2'), ...(showIf ? { showIf } : {}) }],
});
const condition = (definition: Definition, fields: Record<string, string>) =>
  edited(definition, (name) => fields[name] ?? 'x', []).questions[1]?.showIf;
const unchecked = { 'questions.1.anyOf.o1': '', 'questions.1.anyOf.o2': '', 'questions.1.anyOf.o3': '' };

test('a condition begins with the first option of the question that decides, and takes whatever is checked then', () => {
  expect(condition(two(), { 'questions.1.showIf': 'q1' })).toEqual({ question: 'q1', anyOf: ['o1'] });
  const begun = two({ question: 'q1', anyOf: ['o1'] });
  expect(condition(begun, { 'questions.1.showIf': 'q1', 'questions.1.anyOf.o2': '' })).toEqual({
    question: 'q1',
    anyOf: ['o1', 'o3'],
  });
  expect(condition(begun, { 'questions.1.showIf': '' })).toBeUndefined();
  expect(condition(begun, { 'questions.1.showIf': 'q1', ...unchecked })).toBeUndefined();
});

test('a condition that cannot come true stays until somebody mends it', () => {
  const gone = { question: 'q9', anyOf: ['o1'] };
  expect(condition(two(gone), { 'questions.1.showIf': 'kept' })).toEqual(gone);
  const option = { question: 'q1', anyOf: ['o9'] };
  expect(condition(two(option), { 'questions.1.showIf': 'q1', ...unchecked })).toEqual(option);
});

test('a space just typed stays, English that is left empty is left out', () => {
  const fields: Record<string, string> = { 'title.vi': 'Tên ', 'title.en': ' ' };
  expect(edited(two(), (name) => fields[name] ?? '', []).title).toEqual({ vi: 'Tên ' });
});
