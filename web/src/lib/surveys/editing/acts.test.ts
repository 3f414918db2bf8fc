import { blankDefinition, parseDefinition, type Definition } from '@danban/survey';
import { expect, test } from 'vitest';
import { applyAct } from './acts.ts';
import { pasteLines, type Item } from './items.ts';

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

test('what is dragged comes to stand where it is let go', () => {
  const four = acted('add:text', 'add:text', 'add:text');
  expect(ids(applyAct(four, 'place:q1:2'))).toEqual(['q2', 'q3', 'q1', 'q4']);
  expect(ids(applyAct(four, 'place:q4:0'))).toEqual(['q4', 'q1', 'q2', 'q3']);
  for (const nowhere of ['4', '-1', 'x', '']) expect(applyAct(four, `place:q1:${nowhere}`)).toEqual(four);
});

test('the steps of a scale count upwards, whatever is added, moved or removed, and the survey stays whole', () => {
  const scale = acted('add:scale');
  const after = (act: string) => {
    const definition = applyAct(scale, act);
    expect(parseDefinition(definition)).toMatchObject({ ok: true });
    return (definition.questions[1] as { options: Item[] }).options;
  };
  expect(after('add-option:q2').map(({ score }) => score)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(after('place-option:q2:s5:0').map(({ id, score }) => `${id}=${score}`)).toEqual([
    's5=1',
    's1=2',
    's2=3',
    's3=4',
    's4=5',
  ]);
  expect(after('remove-option:q2:s3').map(({ score }) => score)).toEqual([1, 2, 3, 4]);
  expect(pasteLines(after('lines-option:q2'), 'option', 'Tuyệt vời').at(-1)).toMatchObject({ score: 6 });
});

test('scores somebody chose, and answers outside the scale, stay as they are', () => {
  const items = [
    { id: 's1', text: { vi: 'a' }, score: 0 },
    { id: 's2', text: { vi: 'b' }, score: 10 },
    { id: 'dk', text: { vi: 'c' }, score: null },
  ];
  expect(pasteLines(items, 'option', 'd').map(({ score }) => score)).toEqual([0, 10, null, 11]);
});

test('an alert no longer waits for an option that was removed', () => {
  const alert = { whenOptions: ['o1'], minCount: 3, windowDays: 7, notify: 'union' as const };
  const three = acted('add-option:q1');
  const alerted = { ...three, questions: [{ ...three.questions[0]!, alert }] } as Definition;
  expect(applyAct(alerted, 'remove-option:q1:o1').questions[0]).not.toHaveProperty('alert');
  expect(applyAct(alerted, 'remove-option:q1:o2').questions[0]).toHaveProperty('alert');
});

test('legal bases are moved and removed by what they name', () => {
  const bases = ['L10-2022', 'ND59-2023', 'khac1'].map((ref) => ({ ref, text: { vi: ref } }));
  const refs = (act: string) =>
    applyAct({ ...blankDefinition(), legalBases: bases }, act).legalBases.map(({ ref }) => ref);
  expect(refs('up-basis:legal:ND59-2023')).toEqual(['ND59-2023', 'L10-2022', 'khac1']);
  expect(refs('place-basis:legal:khac1:0')).toEqual(['khac1', 'L10-2022', 'ND59-2023']);
  expect(refs('remove-basis:legal:L10-2022')).toEqual(['ND59-2023', 'khac1']);
  for (const act of ['remove-basis:legal:x', 'cite-basis:legal']) expect(refs(act)).toHaveLength(3);
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
