import { expect, test } from 'vitest';
import { participation } from './participation.ts';

const hidden = (respondents: number, invited: number | null) => participation({ respondents, invited, shown: false });

test('a released unit shows its exact rate', () => {
  expect(participation({ respondents: 7, invited: 9, shown: true })).toEqual({
    kind: 'exact',
    respondents: 7,
    invited: 9,
    percent: 77.8,
    moreThanInvited: false,
  });
});

test('more answers than invited are shown as they are, and flagged', () => {
  expect(participation({ respondents: 12, invited: 10, shown: true })).toMatchObject({
    percent: 120,
    moreThanInvited: true,
  });
});

test('without a number of invited there is no share', () => {
  expect(participation({ respondents: 12, invited: null, shown: true })).toMatchObject({
    percent: null,
    moreThanInvited: false,
  });
  expect(hidden(12, null)).toEqual({ kind: 'unknown' });
});

test('a protected unit of nine says nothing about who took part', () => {
  expect(hidden(9, 9)).toEqual({ kind: 'few' });
  expect(hidden(0, 0)).toEqual({ kind: 'few' });
});

test.each([
  [2, 10, { kind: 'band', atLeast: 20 }],
  [14, 40, { kind: 'band', atLeast: 35 }],
  [69, 100, { kind: 'band', atLeast: 65 }],
  [70, 100, { kind: 'band', atLeast: 70 }],
])('%i of %i is rounded down to a step of five', (respondents, invited, expected) => {
  expect(hidden(respondents, invited)).toEqual(expected);
});

test('everyone, nearly everyone and more than everyone look the same', () => {
  for (const respondents of [19, 20, 25]) expect(hidden(respondents, 20)).toEqual({ kind: 'band', atLeast: 95 });
});

test('nobody and few look the same', () => {
  for (const respondents of [0, 3]) expect(hidden(respondents, 20)).toEqual({ kind: 'below', percent: 20 });
});
