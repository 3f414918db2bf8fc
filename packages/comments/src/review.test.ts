import fc from 'fast-check';
import { knownNames } from '@danban/text';
import { expect, test } from 'vitest';
import { agree, settledMasks, standingOf, suggestedMasks, type Review } from './review.ts';
import { decisions } from './routes.ts';
import { piecesOf } from './words.ts';

const none = knownNames([]);
const review = (decision: Review['decision'], ...masks: Review['masks']): Review => ({ decision, masks });

test('one person decides nothing, two who hold the same do, two who do not are in dispute', () => {
  const answer = review('answer');
  expect(standingOf([])).toEqual({ kind: 'unread' });
  expect(standingOf([answer])).toEqual({ kind: 'half' });
  expect(standingOf([answer, review('spam')])).toEqual({ kind: 'disputed' });
  expect(standingOf([answer, review('spam'), answer])).toEqual({ kind: 'agreed', review: answer });
});

test('the same words masked are agreement, whatever they are called; other words are not', () => {
  const one = review('answer', { start: 3, end: 6, kind: 'person' });
  expect(agree(one, review('answer', { start: 3, end: 6, kind: 'other' }))).toBe(true);
  expect(agree(one, review('answer', { start: 3, end: 7, kind: 'person' }))).toBe(false);
  expect(agree(one, review('answer'))).toBe(false);
});

test('what is suggested is what surely tells who somebody is', () => {
  expect(suggestedMasks('Cô Lan lớp 5A, số 0912345678', none)).toEqual([
    { start: 3, end: 6, kind: 'person' },
    { start: 18, end: 28, kind: 'phone' },
  ]);
});

test('words next to each other are one mask, and a mask by hand is called so', () => {
  const text = 'người dạy nhạc duy nhất';
  expect(
    settledMasks(
      text,
      [
        { start: 10, end: 14 },
        { start: 15, end: 18 },
        { start: 19, end: 23 },
      ],
      none,
    ),
  ).toEqual([{ start: 10, end: 23, kind: 'other' }]);
});

test('masks lie within the text, apart and in order, and settling them again changes nothing', () => {
  const place = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(place, { maxLength: 8 }), (text, chosen) => {
      const settled = settledMasks(text, chosen, none);
      settled.forEach(({ start, end }, at) => {
        expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : settled[at - 1]!.end);
        expect(end).toBeLessThanOrEqual(text.normalize('NFC').length);
        expect(start).toBeLessThan(end);
      });
      expect(settledMasks(text, settled, none)).toEqual(settled);
    }),
  );
});

test('whoever they are, agreement is of two: nobody decides alone and nobody outvotes by order', () => {
  const any = fc.record({ decision: fc.constantFrom(...decisions), masks: fc.constant<Review['masks']>([]) });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 5 }), (reviews) => {
      const kind = standingOf(reviews).kind;
      const twice = reviews.some((one, at) => reviews.slice(at + 1).some((other) => other.decision === one.decision));
      expect(kind === 'agreed').toBe(twice);
      expect(standingOf(reviews.toReversed()).kind).toBe(kind);
    }),
  );
});

test('pieces make the whole text, and every mask that was suggested begins and ends with one', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aăn N.,(0@\n'), maxLength: 40 }), (text) => {
      expect(
        piecesOf(text)
          .map(({ start, end }) => text.slice(start, end))
          .join(''),
      ).toBe(text);
    }),
  );
  const text = 'Cô Lan (lớp 5A), số 0912 345 678. Nhà ở ngõ 12/5';
  const edges = new Set(piecesOf(text).flatMap(({ start, end }) => [start, end]));
  for (const { start, end } of suggestedMasks(text, none))
    expect([start, end].every((edge) => edges.has(edge))).toBe(true);
});
