import type { Check } from '@danban/verify/check';
import { expect, test } from 'vitest';
import { figuresOf, inGroups, outcomeOf } from './outcome.ts';
import type { Recounted } from './recounting.svelte.ts';

const held = (name: Check['name'], params: Check['params'] = {}): Check => ({ name, result: 'holds', params });
const log = held('log', { lines: 4 });
const leaves = held('leaves', { leaves: 63, batches: 1 });
const recount = held('recount', { figures: 293 });
const root = 'ab'.repeat(32);
const checkpoint = { size: 4, root: 'cd'.repeat(32) };
const found = (...survey: Check[]): Recounted => ({ survey, roots: { sheets: root, checkpoint }, at: 0 });

test('all fits once figures were counted anew, before that only what there is, and one fault is enough', () => {
  expect(outcomeOf([log, leaves, recount])).toBe('good');
  expect(outcomeOf([log, leaves, { name: 'release', result: 'not-yet' }])).toBe('early');
  expect(outcomeOf([log, leaves, { name: 'tables', result: 'not-offered' }])).toBe('early');
  expect(outcomeOf([log, recount, { name: 'leaves', result: 'wrong', fault: 'leaf-added' }])).toBe('wrong');
});

test('minutes bear the figures that held, and none beside a fault', () => {
  expect(figuresOf(found(log, leaves, recount))).toEqual({
    leaves: 63,
    root,
    checkpoint,
    tables: null,
    figures: 293,
  });
  const wrong = figuresOf(found(log, { name: 'leaves', result: 'wrong', fault: 'leaf-dropped' }, recount));
  expect([wrong.leaves, wrong.root]).toEqual([null, null]);
  expect(inGroups('0123456789')).toBe('0123 4567 89');
});
