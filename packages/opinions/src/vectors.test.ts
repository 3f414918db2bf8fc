import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { alike } from './alike.ts';
import { componentsOf } from './components.ts';
import { opinionMap } from './groups.ts';
import { kMeans } from './kMeans.ts';
import { placeOf } from './places.ts';
import { takingPart } from './taking.ts';
import { votesOf, type Vote } from './votes.ts';

/** A published conversation, kept beside the project and not in it. */
const folder = process.env.DANBAN_VECTORS ?? fileURLToPath(new URL('../../../../shared/vectors', import.meta.url));
const file = `${folder}/polis-biodiversity/participants-votes.csv`;

function published() {
  const [head, ...rows] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const casts = rows.flatMap((row, person) =>
    row.slice(6).flatMap((said, statement) => {
      // exports turn the sign
      return said === '' ? [] : [{ person, statement, vote: -Number(said) as Vote }];
    }),
  );
  const groups = new Map(rows.flatMap((row, person) => (row[1] === '' ? [] : [[person, Number(row[1])] as const])));
  return { votes: votesOf(rows.length, head!.length - 6, casts), groups };
}

if (!existsSync(file)) test.skip('not run: vectors absent');
else {
  test('a published conversation falls into two groups of 81 and 19 base clusters', () => {
    const { votes } = published();
    const people = takingPart(votes);
    const components = componentsOf(votes, people);
    const base = kMeans(
      people.map((person) => placeOf(votes, components, person)),
      100,
    );
    const weights = base.map(({ members }) => members.length);
    const groups = kMeans(
      base.map(({ centre }) => centre),
      2,
      weights,
    );
    expect(groups.map(({ members }) => members.length).sort((a, b) => b - a)).toEqual([81, 19]);
  });

  test('nearly everybody stands where it was published', () => {
    const { votes, groups } = published();
    const map = opinionMap(votes);
    expect(map.people).toHaveLength(441);
    expect(map.groups).toHaveLength(2);
    const own = new Map(map.groups.flatMap((people, group) => people.map((person) => [person, group] as const)));
    expect(alike(own, groups)).toBeGreaterThan(0.75);
  });
}
