import { expect, test } from 'vitest';
import { mapSaid, votesOf, type Cast, type Vote } from './index.ts';
import { chanceFrom } from './testing/camps.ts';

/** People in two camps over ten statements: all are for the first two, camps differ on the next four, nobody on the rest. */
function camps(first: number, second: number, seed = 1) {
  const chance = chanceFrom(seed);
  const stray = (vote: Vote): Vote => (chance(10) === 0 ? 0 : vote);
  const casts: Cast[] = [];
  for (let person = 0; person < first + second; person++) {
    const side: Vote = person < first ? -1 : 1;
    for (let statement = 0; statement < 10; statement++) {
      const vote: Vote = statement < 2 ? -1 : statement < 6 ? side : chance(2) === 0 ? -1 : 1;
      casts.push({ person, statement, vote: stray(vote) });
    }
  }
  return votesOf(first + second, 10, casts);
}
const rules = { leastGroup: 10, chance: chanceFrom(7) };

test('two camps are two groups: about how large, what each wants, and what both do', () => {
  const said = mapSaid(camps(60, 30), rules);
  expect(said.why).toBe(null);
  expect(said.groups.map(({ tenths }) => tenths)).toEqual([7, 3]);
  const [large, small] = said.groups;
  expect(large!.agree.filter((statement) => statement >= 2).every((statement) => statement < 6)).toBe(true);
  expect(new Set(small!.disagree)).toEqual(new Set([2, 3, 4, 5]));
  expect(new Set(said.across)).toEqual(new Set([0, 1]));
  expect(said.consensus.agree).toEqual(expect.arrayContaining([0, 1]));
});

test('a camp below the least size is not shown, nor is anything of it', () => {
  const said = mapSaid(camps(60, 8), rules);
  expect(said).toMatchObject({ groups: [], across: [], why: 'group-too-small' });
});

test('nothing said is a count or anybody’s place: a few people more or fewer change nothing', () => {
  const [one, other] = [mapSaid(camps(60, 30), rules), mapSaid(camps(61, 29), rules)];
  const shape = ({ groups }: typeof one) => groups.map(({ tenths }) => tenths);
  expect(shape(one)).toEqual(shape(other));
  for (const { at, tenths } of one.groups) {
    expect([...at, tenths].every((value) => Number.isInteger(Math.round(value * 100) / 10))).toBe(true);
    expect(Math.hypot(...at)).toBeLessThan(1.1);
  }
});
