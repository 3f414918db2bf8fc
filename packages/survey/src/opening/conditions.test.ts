import { expect, test } from 'vitest';
import type { Question } from '../questions/index.ts';
import { definitionWith, questions, routed } from '../testing/definitions.ts';
import { conditionIssues } from './conditions.ts';

const { single, multi, scale, matrix, text, stance } = questions;
const after = (question: string, anyOf: string[]) => ({ showIf: { question, anyOf } });

function issuesOf(...list: Question[]): string[] {
  return conditionIssues(definitionWith(...list)).map(
    ({ severity, code, questionId }) => `${questionId} ${severity} ${code}`,
  );
}

test('conditions that can come true are nothing to speak of', () => {
  expect(conditionIssues(routed)).toEqual([]);
  expect(issuesOf(stance, { ...text, ...after('q8', ['disagree']) })).toEqual([]);
});

test.each<[string, Question[], string]>([
  ['a question that is not there', [{ ...text, ...after('q1', ['o1']) }], 'q6 error condition-unknown-question'],
  ['a later question', [{ ...text, ...after('q1', ['o1']) }, single], 'q6 error condition-not-earlier'],
  ['itself', [{ ...single, ...after('q1', ['o1']) }], 'q1 error condition-not-earlier'],
  ['a matrix', [matrix, { ...text, ...after('q4', ['s1']) }], 'q6 error condition-not-a-choice'],
  ['words', [text, { ...single, ...after('q6', ['o1']) }], 'q1 error condition-not-a-choice'],
  [
    'an option that is not there',
    [single, { ...text, ...after('q1', ['o1', 'o9']) }],
    'q6 error condition-unknown-option',
  ],
  [
    'every answer there is',
    [
      { ...single, required: true },
      { ...text, ...after('q1', ['o1', 'o2', 'o3']) },
    ],
    'q6 warning condition-always-true',
  ],
])('a condition on %s is named', (_, list, issue) => {
  expect(issuesOf(...list)).toEqual([issue]);
});

test('every answer of a question that may be left out is a condition like any other', () => {
  expect(issuesOf(single, { ...text, ...after('q1', ['o1', 'o2', 'o3']) })).toEqual([]);
});

test('a chain is broken from its first broken link on', () => {
  const list = [
    { ...single, ...after('q9', ['o1']) },
    { ...multi, ...after('q1', ['o1']) },
    { ...scale, ...after('q2', ['o1']) },
  ];
  expect(issuesOf(...list)).toEqual([
    'q1 error condition-unknown-question',
    'q2 error condition-never-true',
    'q3 error condition-never-true',
  ]);
});
