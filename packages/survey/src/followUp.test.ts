import { expect, test } from 'vitest';
import type { Definition } from './definition.ts';
import { followUpOf, HEARD, isHeard } from './followUp.ts';
import { parseDefinition } from './parse.ts';
import { definitionOf, followUp } from './testing/templates.ts';

const consultation: Definition = { ...definitionOf('gop-y-quy-che-chi-tieu-noi-bo'), door: 'roster' };
const thresholds = { unit: 7, comments: 12, sensitive: 12 };
const made = followUpOf(followUp, consultation, thresholds);

test('a follow-up asks the people of its consultation: same door, same audience, the thresholds in force', () => {
  const { door, audience, audienceKind, countUnit } = consultation;
  expect(made).toMatchObject({ door, audience, audienceKind, countUnit, thresholds, kind: 'survey' });
  expect(made.title.vi).toContain(consultation.title.vi);
  expect(parseDefinition(made)).toEqual({ ok: true, definition: made });
});

test('results tell apart whom those of the consultation do, and nobody else; days before the close are past', () => {
  const interim = ['2026-03-01'];
  const planned = { ...consultation, plan: { breakdowns: ['q1'], interim } };
  expect(followUpOf(followUp, planned, thresholds).plan).toEqual({ breakdowns: ['q1'] });
  expect(made.questions.map(({ id }) => id)).toEqual([HEARD, 'clear', 'enough', 'words', 'q1']);
  const { plan: _, ...unplanned } = consultation;
  expect(followUpOf(followUp, unplanned, thresholds).questions).toHaveLength(4);
  expect(followUpOf(followUp, unplanned, thresholds)).not.toHaveProperty('plan');
});

test('nothing of the draft, of its clauses or of the track of organisations comes along', () => {
  const tracked = { ...consultation, rules: { ...consultation.rules, orgTrack: true as const, minor: true as const } };
  const again = followUpOf(followUp, tracked, thresholds);
  expect(again).not.toHaveProperty('draft');
  expect(again.rules).toEqual({ freeTextReview: true, minor: true });
  expect(again.questions.some(({ type }) => type === 'stance')).toBe(false);
});

test('an index is made of the question word for word, never of one that was rewritten', () => {
  const heard = made.questions[0] as Extract<Definition['questions'][number], { type: 'scale' }>;
  expect(isHeard(heard, followUp)).toBe(true);
  expect(isHeard({ ...heard, text: { vi: 'Ông/Bà có hài lòng không?' } }, followUp)).toBe(false);
  expect(isHeard({ ...heard, options: heard.options.toReversed() }, followUp)).toBe(false);
  const scored = heard.options.map((option) => ({ ...option, score: option.score === 0 ? 1 : option.score }));
  expect(isHeard({ ...heard, options: scored }, followUp)).toBe(false);
});
