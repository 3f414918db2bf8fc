import { stances, type Definition } from '@danban/survey';
import { expect, test } from 'vitest';
import { definitionOf, options, releaseAt, times, words, type Sheet } from './testing/releases.ts';

const clauses = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'];
const stance = (id: string) => ({
  id,
  type: 'stance',
  text: words(id),
  required: false,
  options: options(...stances),
});
const consultation = (kind = 'consultation'): Definition =>
  definitionOf(
    clauses.map((id) => stance(id)),
    { kind },
  );

/** Everybody wants the first clauses as they are; these want the next changed, those the last. */
const sheet = (changed: string[], word: string): Sheet =>
  Object.fromEntries(clauses.map((id) => [id, { choice: changed.includes(id) ? word : 'agree' }]));
const these = sheet(['c3', 'c4', 'c5'], 'amend');
const those = sheet(['c6', 'c7', 'c8'], 'disagree');
/** Some people see single clauses differently, so that no answer of the whole is certain. */
const mixed = (base: Sheet, n: number): Sheet[] =>
  Array.from({ length: n }, (_, at) => ({
    ...base,
    [clauses[at % clauses.length]!]: { choice: at % 2 ? 'abstain' : 'amend' },
  }));
const people = [...times(20, these), ...mixed(these, 16), ...times(14, those), ...mixed(those, 8)];

const mapOf = async (sheets: Sheet[], definition = consultation()) =>
  (await releaseAt('final', definition, [sheets])).head.map;

test('a consultation says where people part and where they are of one mind, without a count', async () => {
  const map = await mapOf(people);
  expect(map!.groups.map(({ tenths }) => tenths)).toEqual([6, 4]);
  const [large, small] = map!.groups;
  // A group is told by five clauses at most, what it keeps among them.
  expect(['c3', 'c4', 'c5']).toEqual(expect.arrayContaining(large!.change));
  expect(['c6', 'c7', 'c8']).toEqual(expect.arrayContaining(small!.change));
  expect([large!.change.length > 1, small!.change.length > 1]).toEqual([true, true]);
  expect(new Set(map!.across)).toEqual(new Set(['c1', 'c2']));
  expect(map!.consensus.keep).toEqual(expect.arrayContaining(['c1', 'c2']));
});

test('it is the same whatever the order of sheets, and however often it is counted', async () => {
  const first = await mapOf(people);
  expect(await mapOf([...people].reverse())).toEqual(first);
  expect(await mapOf(people)).toEqual(first);
});

test('nine people who think alike are no group, and nothing says that there are any', async () => {
  const map = await mapOf([...times(40, these), ...mixed(these, 16), ...times(9, those)]);
  expect(map).toMatchObject({ groups: [], across: [] });
  expect(Object.keys(map!)).toEqual(Object.keys((await mapOf(people))!));
});

test('a clause whose table is hidden is named nowhere', async () => {
  const uniform = people.map((one) => ({ ...one, c1: { choice: 'agree' } }));
  const release = await releaseAt('final', consultation(), [uniform]);
  expect(JSON.stringify(release.head.map)).not.toContain('"c1"');
  expect(JSON.stringify(release.head.map)).toContain('"c2"');
});

test('there is none before the close, of a survey, or where too few answered', async () => {
  expect((await releaseAt('interim', consultation(), [people])).head.map).toBeUndefined();
  expect(await mapOf(people, consultation('survey'))).toBeUndefined();
  expect(await mapOf(people.slice(0, 4))).toBeUndefined();
});
