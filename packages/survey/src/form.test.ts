import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { everyType } from './testing/definitions.ts';

const compiled = compile(everyType);

test('fields become raw answers; what was left empty is absent', () => {
  const entries: [string, string][] = [
    ['nonce', 'abc'],
    ['code', '0000H'],
    ['lang', 'vi'],
    ['q1', 'o2'],
    ['q2', 'o4'],
    ['q2', 'o1'],
    ['q3', ''],
    ['q4.r1', 's1'],
    ['q4.r3', 's2'],
    ['q5', ' '],
    ['q6', 'Dòng một\r\nDòng hai'],
    ['q7.o1', '2'],
    ['q7.o2', ''],
    ['q7.o4', '1'],
    ['q8.choice', 'amend'],
    ['q8.comment', ''],
  ];
  expect(compiled.fromForm(entries)).toEqual({
    raw: {
      q1: 'o2',
      q2: ['o4', 'o1'],
      q4: { r1: 's1', r3: 's2' },
      q6: 'Dòng một\r\nDòng hai',
      q7: { o1: 2, o4: 1 },
      q8: { choice: 'amend' },
    },
    issues: [],
  });
});

test.each([
  ['87', 87],
  [' 87 ', 87],
  ['87,5', 87.5],
  ['87.5', 87.5],
  ['-3', -3],
  ['1e2', '1e2'],
  ['0x10', '0x10'],
  ['1.234,5', '1.234,5'],
  ['tám', 'tám'],
])('a number typed as "%s" is read as %j', (typed, raw) => {
  expect(compiled.fromForm([['q5', typed]]).raw).toEqual({ q5: raw });
});

test('a place typed in words stays as typed, and is refused', () => {
  const { raw } = compiled.fromForm([['q7.o1', 'nhất']]);
  expect(raw).toEqual({ q7: { o1: 'nhất' } });
  expect(compiled.validate(raw)).toEqual({
    ok: false,
    issues: [{ questionId: 'q7', rowId: 'o1', code: 'wrong-type' }],
  });
});

test('a field that should come once and comes twice is refused by validation', () => {
  const twice = compiled.fromForm([
    ['q1', 'o1'],
    ['q1', 'o2'],
    ['q6', 'một'],
    ['q6', 'hai'],
  ]);
  expect(compiled.validate(twice.raw)).toEqual({
    ok: false,
    issues: [
      { questionId: 'q1', code: 'wrong-type' },
      { questionId: 'q6', code: 'wrong-type' },
    ],
  });
});

test.each(['q9', 'q4', 'q4.r9', 'q7', 'q7.o9', 'q8', 'q8.name', '__proto__', 'constructor', ''])(
  'the field "%s" belongs to nothing',
  (field) => {
    expect(compiled.fromForm([[field, 'o1']])).toEqual({
      raw: {},
      issues: [{ questionId: '', code: 'unknown-field', params: { field } }],
    });
  },
);

test('ten thousand unknown fields give a hundred short issues', () => {
  const entries = Array.from({ length: 10_000 }, (_, at): [string, string] => [`f${at}${'x'.repeat(200)}`, '1']);
  const { issues } = compiled.fromForm(entries);
  expect(issues).toHaveLength(100);
  expect(issues.every((issue) => String(issue.params?.['field']).length <= 64)).toBe(true);
});
