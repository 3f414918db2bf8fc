import { expect, test } from 'vitest';
import { placeAt } from './sortable.ts';

const middles = [50, 150, 250, 350];

test.each([
  ['nowhere', 150, 1],
  ['a little up', 60, 1],
  ['past the first', 40, 0],
  ['past the third', 260, 2],
  ['past the last', 999, 3],
  ['above everything', -999, 0],
])('an item dragged %s comes to stand there', (_, middle, place) => {
  expect(placeAt(middle, middles, 1)).toBe(place);
});
