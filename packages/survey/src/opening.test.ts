import { expect, test } from 'vitest';
import type { Definition } from './definition.ts';
import { issuesBeforeOpening, type OpeningContext } from './opening.ts';
import { definitionWith, questions } from './testing/definitions.ts';
import { definitionOf, started } from './testing/templates.ts';

const ready = definitionWith({ ...questions.single, headline: true }, questions.text);
const context: OpeningContext = {
  eligible: 120,
  closesAt: new Date('2023-11-20T17:00:00+07:00'),
  now: new Date('2023-11-06T08:00:00+07:00'),
  unitsCount: 3,
};

test('nothing speaks against a complete survey', () => {
  expect(issuesBeforeOpening(ready, context)).toEqual([]);
});

type Case = [string, Partial<Definition>, Partial<OpeningContext>, string];
test.each<Case>([
  ['slips are not ready', { door: 'one_time_code' }, {}, 'error door-not-available'],
  ['the roster is not ready', { door: 'roster' }, {}, 'error door-not-available'],
  ['unit links without a unit', { door: 'unit_link' }, { unitsCount: 0 }, 'error no-unit'],
  ['a head judged at five', { kind: 'evaluation' }, {}, 'error threshold-too-low'],
  ['minors counted at five', { audienceKind: 'student' }, {}, 'error threshold-too-low'],
  ['fewer people than the threshold', {}, { eligible: 4 }, 'error fewer-invited-than-threshold'],
  ['seven people', {}, { eligible: 7, unitsCount: 1 }, 'warning few-invited'],
  ['units of seven', {}, { eligible: 21 }, 'warning small-units'],
  ['an unknown number of people', {}, { eligible: null }, 'warning eligible-unknown'],
  ['no closing date', {}, { closesAt: null }, 'error closing-date-missing'],
  ['a closing date that is now', {}, { closesAt: context.now }, 'error closing-date-past'],
  ['a closing date that is no date', {}, { closesAt: new Date(Number.NaN) }, 'error closing-date-past'],
  ['fewer days than promised', { minOpenDays: 20 }, {}, 'warning open-too-short'],
  ['no question', { questions: [] }, {}, 'error no-question'],
  ['no headline', { questions: [questions.text] }, {}, 'warning no-headline'],
  ['no legal basis', { legalBases: [] }, {}, 'warning no-legal-basis'],
  ['a title in Vietnamese only', { title: { vi: 'Khảo sát' } }, {}, 'warning missing-english'],
])('%s', (_, definition, more, expected) => {
  const issues = issuesBeforeOpening({ ...ready, ...definition }, { ...context, ...more });
  expect(issues.map((issue) => `${issue.severity} ${issue.code}`)).toEqual([expected]);
});

test('an option in Vietnamese only names its question', () => {
  const options = [{ id: 'o1', text: { vi: 'Có' } }, ...questions.single.options.slice(1)];
  const issues = issuesBeforeOpening(
    { ...ready, questions: [{ ...questions.single, headline: true, options }] },
    context,
  );
  expect(issues).toEqual([{ code: 'missing-english', severity: 'warning', questionId: 'q1' }]);
});

test('the parent survey opens as it comes; of the templates only the slips must wait', () => {
  expect(issuesBeforeOpening(definitionOf('khao-sat-hai-long-phu-huynh'), context)).toEqual([]);
  for (const { definition } of started) {
    const errors = issuesBeforeOpening(definition, context).filter((issue) => issue.severity === 'error');
    expect(errors.map((issue) => issue.code)).toEqual(
      definition.door === 'one_time_code' ? ['door-not-available'] : [],
    );
  }
});
