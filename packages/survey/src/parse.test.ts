import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition } from './definition.ts';
import { definitionText } from './definition.ts';
import { parseDefinition } from './parse.ts';
import { definitionWith, everyType, questions } from './testing/definitions.ts';

function issuesOf(input: unknown) {
  const parsed = parseDefinition(input);
  return parsed.ok ? [] : parsed.issues;
}

const codes = (input: unknown) => issuesOf(input).map((issue) => issue.code);
const manyOptions = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `o${at}`, text: { vi: `Phương án ${at}` } }));

test('a definition with every type is taken as it is', () => {
  expect(parseDefinition(everyType)).toEqual({ ok: true, definition: everyType });
});

test('ten thousand options are refused by one issue, and none of them is looked at', () => {
  const unread = new Proxy(Array<never>(10_000), {
    get(_, key) {
      if (key === 'length') return 10_000;
      throw new Error(`read ${String(key)}`);
    },
  });
  const issues = issuesOf(definitionWith({ ...questions.single, options: unread }));
  expect(issues).toEqual([
    { code: 'too-many-options', path: ['questions', 0, 'options'], questionId: 'q1', params: { most: 100 } },
  ]);
});

test.each<[string, (definition: Definition) => unknown, string]>([
  ['no question', (d) => ({ ...d, questions: [] }), 'too-small'],
  ['101 questions', (d) => ({ ...d, questions: Array(101).fill(questions.single) }), 'too-many-questions'],
  ['31 rows', () => definitionWith({ ...questions.matrix, rows: manyOptions(31) }), 'too-many-rows'],
  ['an unknown key', (d) => ({ ...d, colour: 'red' }), 'unknown-key'],
  ['an unknown key in a question', (d) => ({ ...d, questions: [{ ...questions.text, colour: 1 }] }), 'unknown-key'],
  [
    'a condition without options',
    () => definitionWith({ ...questions.text, showIf: { question: 'q1', anyOf: [] } }),
    'too-small',
  ],
  ['an unknown type', (d) => ({ ...d, questions: [{ ...questions.text, type: 'slider' }] }), 'unknown-question-type'],
  ['no title', (d) => ({ ...d, title: undefined }), 'missing'],
  ['an empty title', (d) => ({ ...d, title: { vi: ' \u202E ' } }), 'too-small'],
  ['a title as text', (d) => ({ ...d, title: 'Khảo sát' }), 'wrong-type'],
  ['2,001 characters', (d) => ({ ...d, intro: { vi: 'a'.repeat(2001) } }), 'too-large'],
  ['a threshold of 4', (d) => ({ ...d, thresholds: { ...d.thresholds, unit: 4 } }), 'too-small'],
  ['comments from 9', (d) => ({ ...d, thresholds: { ...d.thresholds, comments: 9 } }), 'too-small'],
  ['another door', (d) => ({ ...d, door: 'window' }), 'not-allowed'],
  ['an id with a dot', () => definitionWith({ ...questions.single, id: 'q.1' }), 'bad-format'],
  ['an id of the prototype', () => definitionWith({ ...questions.single, id: '__proto__' }), 'bad-format'],
  ['the id constructor', () => definitionWith({ ...questions.single, id: 'constructor' }), 'reserved-id'],
  ['the id of a field of the server', () => definitionWith({ ...questions.single, id: 'nonce' }), 'reserved-id'],
  ['one id twice', () => definitionWith(questions.single, questions.single), 'duplicate-question'],
  [
    'one option twice',
    () =>
      definitionWith({
        ...questions.single,
        options: [...questions.single.options, ...manyOptions(2), ...manyOptions(1)],
      }),
    'duplicate-option',
  ],
  [
    'one row twice',
    () => definitionWith({ ...questions.matrix, rows: [...questions.matrix.rows, ...questions.matrix.rows] }),
    'duplicate-row',
  ],
  [
    'more choices than options',
    () => definitionWith({ ...questions.multi, maxChoices: 6 }),
    'max-choices-above-options',
  ],
  [
    'a scale without scores',
    () => definitionWith({ ...questions.scale, options: manyOptions(3).map((option) => ({ ...option, score: null })) }),
    'too-few-scores',
  ],
  ['more places than options', () => definitionWith({ ...questions.rank, maxChoices: 5 }), 'max-choices-above-options'],
  ['13 options to rank', () => definitionWith({ ...questions.rank, options: manyOptions(13) }), 'too-large'],
  [
    'a stance of another kind',
    () =>
      definitionWith({
        ...questions.stance,
        options: [...questions.stance.options.slice(1), manyOptions(1)[0]] as never,
      }),
    'not-allowed',
  ],
  [
    'an alert about an option that is not there',
    () =>
      definitionWith({
        ...questions.single,
        alert: { whenOptions: ['o9'], minCount: 3, windowDays: 14, notify: 'union' },
      }),
    'alert-unknown-option',
  ],
  [
    'a survey that judges nobody, with a rule about the judged',
    (d) => ({ ...d, rules: { subjectCannotOrganise: true } }),
    'rule-only-for-evaluation',
  ],
  ['a promise taken back', (d) => ({ ...d, rules: { freeTextReview: false } }), 'not-allowed'],
  ['an empty range', () => definitionWith({ ...questions.number, min: 200 }), 'min-not-below-max'],
  ['bands out of order', () => definitionWith({ ...questions.number, bands: [0, 50, 20] }), 'bands-not-ascending'],
  ['bands that miss the start', () => definitionWith({ ...questions.number, bands: [10, 50] }), 'bands-not-ascending'],
  [
    'two headlines',
    () => definitionWith({ ...questions.single, headline: true }, { ...questions.scale, headline: true }),
    'several-headlines',
  ],
  ['a dimension of words', () => definitionWith({ ...questions.text, dimension: true }), 'dimension-not-single'],
  [
    'more columns than a submission holds',
    () =>
      definitionWith(
        ...Array.from({ length: 11 }, (_, at) => ({ ...questions.multi, id: `q${at}`, options: manyOptions(100) })),
      ),
    'too-many-columns',
  ],
  [
    'answers larger than a submission may be',
    () =>
      definitionWith(...Array.from({ length: 9 }, (_, at) => ({ ...questions.text, id: `q${at}`, maxLength: 10_000 }))),
    'answers-too-large',
  ],
])('%s is refused', (_, change, code) => {
  expect(codes(change(everyType))).toEqual([code]);
});

test('an issue says which question it belongs to', () => {
  const wrong = { ...questions.text, maxLength: 0 };
  expect(issuesOf({ ...everyType, questions: [questions.single, wrong] })).toEqual([
    { code: 'too-small', path: ['questions', 1, 'maxLength'], questionId: 'q6', params: { least: 1 } },
  ]);
});

test('texts come out clean, so the same words have the same hash', () => {
  const decomposed = { ...everyType, title: { vi: ' Khảo sát\u0000\r\n'.normalize('NFD'), en: 'Khảo sát' } };
  const parsed = parseDefinition(decomposed);
  expect(parsed.ok && definitionText(parsed.definition)).toBe(definitionText(everyType));
});

test('whatever comes in, parsing answers, with at most fifty issues', () => {
  const question = fc.oneof(
    fc.constantFrom(...everyType.questions),
    fc.anything(),
    fc.dictionary(fc.string(), fc.anything()),
  );
  const input = fc.oneof(
    fc.anything(),
    fc.record({
      ...Object.fromEntries(
        Object.entries(everyType).map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.anything())]),
      ),
      questions: fc.array(question),
    }),
  );
  fc.assert(
    fc.property(input, (value) => {
      const parsed = parseDefinition(value);
      if (!parsed.ok) expect(parsed.issues.length).toBeLessThanOrEqual(50);
      if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0);
    }),
  );
  const deep: unknown = JSON.parse('{"a":'.repeat(4000) + '1' + '}'.repeat(4000));
  expect(codes({ ...everyType, title: deep, questions: [deep] }).length).toBeGreaterThan(0);
  expect(issuesOf({ ...everyType, questions: Array.from({ length: 90 }, () => ({})) })).toHaveLength(50);
});
