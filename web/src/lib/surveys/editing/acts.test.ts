import { blankDefinition, parseDefinition, type Definition } from '@danban/survey';
import { expect, test } from 'vitest';
import { applyAct, pasteLines } from './acts.ts';

const ids = ({ questions }: Definition) => questions.map(({ id }) => id);
const acted = (...acts: string[]) => acts.reduce(applyAct, blankDefinition());

test('a question of every type can be added, and the survey stays whole', () => {
  const types = ['single', 'multi', 'scale', 'matrix', 'rank', 'number', 'text', 'stance'];
  const definition = acted(...types.map((type) => `add:${type}`));
  expect(ids(definition)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9']);
  expect(parseDefinition(definition)).toMatchObject({ ok: true });
});

test('questions are moved, copied and removed, and an id never comes back for another question', () => {
  const three = acted('add:text', 'add:scale');
  expect(ids(applyAct(three, 'up:q3'))).toEqual(['q1', 'q3', 'q2']);
  expect(ids(applyAct(three, 'up:q1'))).toEqual(['q1', 'q2', 'q3']);
  expect(ids(applyAct(three, 'down:q1'))).toEqual(['q2', 'q1', 'q3']);
  expect(ids(applyAct(three, 'copy:q1'))).toEqual(['q1', 'q4', 'q2', 'q3']);
  expect(ids(applyAct(applyAct(three, 'remove:q2'), 'add:text'))).toEqual(['q1', 'q3', 'q4']);
});

test('who depended on a removed question is asked always', () => {
  const two = acted('add:text');
  const [first, second] = two.questions;
  const routed = { ...two, questions: [first!, { ...second!, showIf: { question: 'q1', anyOf: ['o1'] } }] };
  expect(applyAct(routed, 'remove:q1').questions).toEqual([second]);
});

test('options are added, moved and removed in their question alone', () => {
  const labels = (definition: Definition) =>
    (definition.questions[0] as { options: { id: string }[] }).options.map(({ id }) => id);
  expect(labels(acted('add-option:q1'))).toEqual(['o1', 'o2', 'o3']);
  expect(labels(acted('add-option:q1', 'up-option:q1:o3'))).toEqual(['o1', 'o3', 'o2']);
  expect(labels(acted('add-option:q1', 'remove-option:q1:o1'))).toEqual(['o2', 'o3']);
  expect(acted('add-option:q9', 'remove-option:q1:o9', 'add-row:q1', 'nonsense', 'up:q9')).toEqual(blankDefinition());
});

test('pasted lines lose their bullets and numbers, and nothing else', () => {
  const lines = '1. Rất tốt\n2) Tốt\n\n - Bình thường\na) Chưa tốt\n5 sao\nA lô';
  expect(pasteLines([], 'option', lines).map(({ id, text }) => [id, text.vi])).toEqual([
    ['o1', 'Rất tốt'],
    ['o2', 'Tốt'],
    ['o3', 'Bình thường'],
    ['o4', 'Chưa tốt'],
    ['o5', '5 sao'],
    ['o6', 'A lô'],
  ]);
});
