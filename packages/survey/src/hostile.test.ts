import { canonicalJson } from '@danban/bytes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { everyType, everyTypeRequired, routed } from './testing/definitions.ts';

const compiled = compile(everyType);
const ids = everyType.questions.map((question) => question.id);

function issuesOf(raw: unknown) {
  const validated = compiled.validate(raw);
  return validated.ok ? [] : validated.issues;
}

test.each([
  ['single: another option', { q1: 'o9' }, { questionId: 'q1', code: 'unknown-option' }],
  ['single: an inherited name', { q1: 'constructor' }, { questionId: 'q1', code: 'unknown-option' }],
  ['single: a list', { q1: ['o1'] }, { questionId: 'q1', code: 'wrong-type' }],
  ['single: null', { q1: null }, { questionId: 'q1', code: 'wrong-type' }],
  [
    'multi: too many',
    { q2: ['o1', 'o2', 'o3', 'o4'] },
    { questionId: 'q2', code: 'too-many-choices', params: { most: 3 } },
  ],
  ['multi: exclusive with another', { q2: ['none', 'o1'] }, { questionId: 'q2', code: 'exclusive-option' }],
  ['multi: twice the same', { q2: ['o1', 'o1'] }, { questionId: 'q2', code: 'duplicate-option' }],
  ['multi: another option', { q2: ['o1', 'toString'] }, { questionId: 'q2', code: 'unknown-option' }],
  ['multi: a text', { q2: 'o1' }, { questionId: 'q2', code: 'wrong-type' }],
  ['multi: an object inside', { q2: [{}] }, { questionId: 'q2', code: 'wrong-type' }],
  ['matrix: another row', { q4: { r9: 's1' } }, { questionId: 'q4', code: 'unknown-row' }],
  ['matrix: another option', { q4: { r2: 's9' } }, { questionId: 'q4', rowId: 'r2', code: 'unknown-option' }],
  ['matrix: a list', { q4: ['s1'] }, { questionId: 'q4', code: 'wrong-type' }],
  ['matrix: a number', { q4: { r1: 1 } }, { questionId: 'q4', rowId: 'r1', code: 'wrong-type' }],
  ['number: too large', { q5: 201 }, { questionId: 'q5', code: 'out-of-range', params: { min: 0, max: 200 } }],
  ['number: a fraction', { q5: 1.5 }, { questionId: 'q5', code: 'off-step', params: { step: 1 } }],
  ['number: infinite', { q5: Infinity }, { questionId: 'q5', code: 'not-a-number' }],
  ['number: words', { q5: 'mười' }, { questionId: 'q5', code: 'not-a-number' }],
  ['number: yes', { q5: true }, { questionId: 'q5', code: 'wrong-type' }],
  ['text: too long', { q6: 'ế'.repeat(101) }, { questionId: 'q6', code: 'too-long', params: { most: 100 } }],
  [
    'text: 20 million characters',
    { q6: 'a'.repeat(2e7) },
    { questionId: 'q6', code: 'too-long', params: { most: 100 } },
  ],
  ['text: an object', { q6: { toString: 1 } }, { questionId: 'q6', code: 'wrong-type' }],
  ['rank: a list', { q7: ['o1', 'o2'] }, { questionId: 'q7', code: 'wrong-type' }],
  ['rank: another option', { q7: { o9: 1 } }, { questionId: 'q7', code: 'unknown-option' }],
  ['rank: an inherited name', { q7: { toString: 1 } }, { questionId: 'q7', code: 'unknown-option' }],
  ['rank: a place in words', { q7: { o1: 'nhất' } }, { questionId: 'q7', rowId: 'o1', code: 'wrong-type' }],
  [
    'rank: a place that does not exist',
    { q7: { o1: 1, o2: 4 } },
    { questionId: 'q7', rowId: 'o2', code: 'out-of-range', params: { min: 1, max: 3 } },
  ],
  [
    'rank: place zero',
    { q7: { o1: 0 } },
    { questionId: 'q7', rowId: 'o1', code: 'out-of-range', params: { min: 1, max: 3 } },
  ],
  [
    'rank: half a place',
    { q7: { o1: 1.5 } },
    { questionId: 'q7', rowId: 'o1', code: 'out-of-range', params: { min: 1, max: 3 } },
  ],
  [
    'rank: no number',
    { q7: { o1: Number.NaN } },
    { questionId: 'q7', rowId: 'o1', code: 'out-of-range', params: { min: 1, max: 3 } },
  ],
  ['stance: a text', { q8: 'agree' }, { questionId: 'q8', code: 'wrong-type' }],
  ['stance: another choice', { q8: { choice: 'maybe' } }, { questionId: 'q8', code: 'unknown-option' }],
  ['stance: another key', { q8: { choice: 'agree', name: 'x' } }, { questionId: 'q8', code: 'unknown-row' }],
  [
    'stance: a comment without end',
    { q8: { comment: 'a'.repeat(2e6) } },
    { questionId: 'q8', rowId: 'comment', code: 'too-long', params: { most: 1000 } },
  ],
  ['stance: a list as comment', { q8: { comment: [] } }, { questionId: 'q8', rowId: 'comment', code: 'wrong-type' }],
  ['another question', { q9: 'o1' }, { questionId: 'q9', code: 'unknown-question' }],
])('%s is refused with its own code', (_, raw, issue) => {
  expect(issuesOf(raw)).toEqual([issue]);
});

test.each([null, undefined, 'q1', 1, [], [{ q1: 'o1' }]])('%j is no set of answers', (raw) => {
  expect(issuesOf(raw)).toEqual([{ questionId: '', code: 'wrong-type' }]);
});

test('names of the prototype are unknown questions and rows, and pollute nothing', () => {
  const raw: unknown = JSON.parse('{"__proto__":{"q1":"o1"},"constructor":{},"q4":{"__proto__":"s1"}}');
  expect(issuesOf(raw).map(({ questionId, code }) => `${questionId} ${code}`)).toEqual([
    '__proto__ unknown-question',
    'constructor unknown-question',
    'q4 unknown-row',
  ]);
  expect(({} as Record<string, unknown>)['q1']).toBeUndefined();
});

test('an inherited answer does not count', () => {
  const raw: unknown = Object.create({ q1: 'o1' });
  expect(compiled.validate(raw)).toEqual({ ok: true, answers: {} });
});

test('text of any script survives, and half a character cannot break the canonical form', () => {
  const text = (raw: string) => compiled.validate({ q6: raw });
  for (const raw of ['שלום', '👩🏽‍🏫🇻🇳', 'Đồng ý ✅']) expect(text(raw)).toEqual({ ok: true, answers: { q6: raw } });
  expect(text('a\uD800b')).toEqual({ ok: true, answers: { q6: 'a\uFFFDb' } });
});

test('a thousand unknown questions give a hundred issues', () => {
  const raw = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x${at}${'y'.repeat(500)}`, 1]));
  expect(issuesOf(raw)).toHaveLength(100);
  expect(JSON.stringify(issuesOf(raw)).length).toBeLessThan(20_000);
});

test('a very deep answer is refused without walking down', () => {
  const deep: unknown = JSON.parse('['.repeat(4000) + ']'.repeat(4000));
  expect(issuesOf({ q1: deep, q2: deep, q4: deep })).toHaveLength(3);
});

const anyKey = fc.constantFrom(...ids, '__proto__', 'constructor', 'toString', 'q4.r1', 'nonce');
const anyLeaf = fc.oneof(
  fc.nat({ max: 4 }),
  fc.constantFrom('o1', 'o2', 'o3', 'o4', 's1', 'none', 'dk', 'agree', 'disagree', '', 24),
  fc.string({ unit: 'binary' }),
  fc.anything(),
);
const anyRecord = fc.dictionary(
  fc.constantFrom('r1', 'r2', 'o1', 'o2', 'choice', 'comment', '__proto__', 'length'),
  anyLeaf,
);

test('whatever comes in, validation answers, and what it accepts is canonical', () => {
  const raw = fc.oneof(fc.dictionary(anyKey, fc.oneof(anyLeaf, fc.array(anyLeaf), anyRecord)), fc.anything());
  fc.assert(
    fc.property(raw, fc.constantFrom(everyType, everyTypeRequired, routed), (value, definition) => {
      const instrument = compile(definition);
      const validated = instrument.validate(value);
      if (!validated.ok) {
        expect(validated.issues.length).toBeGreaterThan(0);
        return;
      }
      expect(instrument.validate(JSON.parse(canonicalJson(validated.answers)))).toEqual(validated);
      expect(instrument.pack(validated.answers)).toHaveLength(instrument.columns.length);
    }),
    { numRuns: 500 },
  );
});

test('whatever a form carries, reading and validating it answer', () => {
  const field = fc.oneof(
    anyKey,
    fc.constantFrom('q4.r2', 'q7.o1', 'q7.o2', 'q8.choice', 'q8.comment', 'q4.', '.', 'q4.__proto__'),
    fc.string(),
  );
  const entries = fc.array(
    fc.tuple(field, fc.oneof(fc.constantFrom('o1', 's1', 'agree', '', '1', '24', '1e9'), fc.string())),
  );
  fc.assert(
    fc.property(entries, (list) => {
      const { raw, issues } = compiled.fromForm(list);
      expect(Object.keys(raw).every((key) => ids.includes(key))).toBe(true);
      expect(issues.every((issue) => issue.code === 'unknown-field')).toBe(true);
      compiled.validate(raw);
    }),
    { numRuns: 300 },
  );
});
