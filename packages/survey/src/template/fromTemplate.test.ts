import { expect, test } from 'vitest';
import { parseDefinition } from '../parse.ts';
import { fromTemplate } from './fromTemplate.ts';
import { started, templates } from '../testing/templates.ts';

test('the library holds twelve templates', () => {
  expect(templates).toHaveLength(12);
});

test.each(started)('$id makes a definition that its own parser takes unchanged', ({ definition }) => {
  expect(parseDefinition(definition)).toEqual({ ok: true, definition });
});

/** Every string, number and yes or no of a value, wherever it stands. */
function leavesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leavesOf);
}

const sorted = (values: unknown[]) => values.map((value) => JSON.stringify(value)).sort();

test.each(started)('$id comes over whole: every word, number and mark of each question, and nothing else', (one) => {
  const { template, definition } = one;
  expect(definition.questions.map((question) => question.id)).toEqual(
    template.questions.map((question) => question.id),
  );
  template.questions.forEach((question, at) => {
    expect(sorted(leavesOf(definition.questions[at]))).toEqual(sorted(leavesOf(question)));
  });
});

test.each(started)('$id comes over whole: its head, with the version of the format and the thresholds', (one) => {
  const { template, definition } = one;
  const { questions: _, ...head } = definition;
  const { questions: __, ...said } = template;
  const { sensitive, comments } = definition.thresholds;
  expect(sorted(leavesOf(head))).toEqual(sorted([...leavesOf(said), definition.schema, sensitive, comments]));
});

test('doors and thresholds come over, and comments never fall below ten', () => {
  for (const { template, definition } of started) {
    expect(definition.door).toBe(template.anonymity.mode);
    expect(definition.thresholds.unit).toBe(template.anonymity.minGroup);
    expect(definition.thresholds.comments).toBeGreaterThanOrEqual(10);
  }
});

test('a condition in a template is a condition of the definition', () => {
  const [first] = started;
  const showIf = { question: 'q1', anyOf: ['o1'] };
  const [asked, ...rest] = first!.template.questions.toReversed();
  const changed = { ...first!.template, questions: [...rest.toReversed(), { ...asked!, showIf }] };
  expect(fromTemplate(changed).questions.at(-1)).toMatchObject({ showIf });
});
