import { expect, test } from 'vitest';
import type { Expected } from '@danban/disclosure';
import { previewAside } from './aside.ts';

/** Schools under districts under provinces, each of 6 to 125 people, and the richest plan there may be. */
function organisation(provinces: number, districts: number, schools: number): Expected {
  const inner = 1 + provinces + districts;
  const parent = Int32Array.from({ length: inner + schools }, (_, unit) => {
    if (unit === 0) return -1;
    if (unit <= provinces) return 0;
    return unit < inner ? 1 + (unit % provinces) : 1 + provinces + (unit % districts);
  });
  const categories = [2, 4, 5, 8];
  return {
    tree: { parent },
    people: Uint32Array.from(parent, (_, unit) => (unit < inner ? 0 : 6 + ((unit * 7919) % 120))),
    plan: {
      dimensions: categories.map((many) => ({ categories: many })),
      crossed: [
        [0, 1],
        [0, 3],
      ],
    },
    shares: categories.map((many) => [3, ...new Array<number>(many).fill(97 / many)]),
    thresholds: { unit: 5, breakdown: 10, sensitive: 10 },
  };
}

test('five hundred units with the richest plan are looked at whole, while the main thread goes on', async () => {
  const expected = organisation(1, 12, 500);
  let beats = 0;
  const beat = setInterval(() => beats++, 10);
  const { preview, sampled } = await previewAside(expected);
  clearInterval(beat);
  expect(beats).toBeGreaterThan(2);
  expect(sampled).toBeNull();
  expect(preview.shares.filter(({ dimensions }) => dimensions.length === 0).map(({ groups }) => groups)).toEqual([
    1, 1, 12, 500,
  ]);
}, 20_000);

test('a country is looked at by a sample, which speaks for all of it', async () => {
  const expected = organisation(34, 240, 3300);
  const { preview, sampled } = await previewAside(expected);
  expect(sampled).toBeLessThan(700);
  const places = preview.shares.filter(({ dimensions }) => dimensions.length === 0).at(-1)!.groups;
  expect(Math.abs(places - 3300)).toBeLessThan(3300 * 0.15);
  expect(preview.own.people).toBeGreaterThan(0);
}, 20_000);

test('whoever asks many times at once waits for herself, and every time is answered', async () => {
  const asked = Array.from({ length: 5 }, () => previewAside(organisation(1, 4, 80)));
  const answers = await Promise.all(asked);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
}, 20_000);
