import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noClusters } from './clustering.ts';
import { publicationOf, type Decided } from './publication.ts';
import { decisions, isPublished, type Decision } from './routes.ts';

const threshold = 10;
const opinion = (at: number, question = 'q1', decision: Decision = 'answer'): Decided => {
  return { id: `id${at}`, question, text: `Ý kiến ${at}`, review: { decision, masks: [] } };
};
const many = (count: number, question = 'q1', decision: Decision = 'answer', from = 0): Decided[] =>
  Array.from({ length: count }, (_, at) => opinion(from + at, question, decision));
const publish = (decided: Decided[], more: { eligible?: number; clustering?: typeof noClusters } = {}) =>
  publicationOf({
    decided,
    clustering: noClusters,
    threshold,
    eligible: 200,
    chance: decided.map((_, at) => (at * 7919) % 104729),
    ...more,
  });

describe('what is published of opinions', () => {
  test('nothing below the threshold', () => {
    expect(publish(many(9))).toBeNull();
    expect(publish([...many(9), ...many(20, 'q1', 'spam', 100)])).toBeNull();
    expect(publish(many(10))?.published).toBe(10);
  });

  test('masked words, and of each opinion nothing else', () => {
    const one: Decided = {
      id: 'secret-id',
      question: 'q1',
      text: 'Cô Lan quát',
      review: { decision: 'answer', masks: [{ start: 3, end: 6, kind: 'person' }] },
    };
    const body = JSON.stringify(publish([one, ...many(12)]));
    expect(body).toContain('Cô [tên người] quát');
    expect(body).not.toMatch(/Lan|secret-id|id0/);
  });

  test('a question with few stands by itself only where what is left has enough, too', () => {
    expect(publish([...many(10), ...many(3, 'q2', 'answer', 50)])?.groups.map(({ question }) => question)).toEqual([
      null,
    ]);
    const parted = publish([...many(10), ...many(6, 'q2', 'answer', 50), ...many(6, 'q3', 'answer', 80)]);
    expect(parted?.groups.map(({ question, texts }) => [question, texts.length])).toEqual([
      ['q1', 10],
      [null, 12],
    ]);
  });

  test('what is left of several questions stands by chance alone: none tells which are of one question', () => {
    const rest = [...many(6, 'q2', 'answer', 50), ...many(6, 'q3', 'answer', 80)];
    const chance = [...many(10).map(() => 0), ...rest.map((_, at) => (at < 6 ? 2 * at : 2 * (at - 6) + 1))];
    const material = { decided: [...many(10), ...rest], clustering: noClusters, threshold, eligible: 200, chance };
    const [, left] = publicationOf(material)!.groups;
    expect(left!.texts.slice(0, 4)).toEqual(['Ý kiến 50', 'Ý kiến 80', 'Ý kiến 51', 'Ý kiến 81']);
  });

  test('what is not published is counted by its reason, and how many is told from the threshold on', () => {
    const { hidden } = publish([
      ...many(10),
      ...many(11, 'q1', 'abusive', 30),
      ...many(12, 'q1', 'denunciation_like', 60),
    ])!;
    expect(hidden).toEqual({
      all: 23,
      parts: [
        { why: 'abusive', opinions: 11 },
        { why: 'routed', opinions: 12 },
      ],
    });
  });

  test('a small part does not come out by subtraction: another one stays untold with it', () => {
    const few = [...many(2, 'q1', 'spam', 60), opinion(90, 'q1', 'urgent_child')];
    const { hidden } = publish([...many(10), ...many(11, 'q1', 'abusive', 30), ...few])!;
    expect(hidden.all).toBe(14);
    expect(hidden.parts.map(({ opinions }) => opinions)).toEqual([null, null, null]);
    expect(publish([...many(10), ...few])!.hidden.all).toBeNull();
  });

  test('of fewer than twenty people only the titles of clusters go out', () => {
    const decided = many(12);
    const clustering = { clusters: [{ id: 'k', title: 'Bữa ăn', comments: ['id1', 'id2'] }] };
    const small = publish(decided, { eligible: 19, clustering })!;
    expect(small).toMatchObject({ only: 'clusters', groups: [], clusters: [{ title: 'Bữa ăn', opinions: null }] });
    expect(JSON.stringify(small)).not.toContain('Ý kiến');
  });
});

test('the size of a small cluster does not come out by subtraction, be the rest in clusters or in none', () => {
  const decided = many(40);
  const ids = decided.map(({ id }) => id);
  const named = (title: string, from: number, to: number) => ({ id: title, title, comments: ids.slice(from, to) });
  const told = (...clusters: ReturnType<typeof named>[]) =>
    publish(decided, { clustering: { clusters } })!.clusters.map(({ opinions }) => opinions);
  expect(told(named('a', 0, 3), named('b', 3, 15))).toEqual([null, null]);
  expect(told(named('a', 0, 3), named('b', 3, 15), named('c', 15, 40))).toEqual([null, null, 25]);
  expect(told(named('a', 0, 6), named('b', 6, 12), named('c', 12, 40))).toEqual([null, null, 28]);
  expect(told(named('a', 0, 12), named('b', 12, 40))).toEqual([12, 28]);
});

test('the order says nothing: the same opinions in another order stand as chance has it', () => {
  const decided = many(12);
  const chance = decided.map((_, at) => (at * 5) % 13);
  const one = publicationOf({ decided, clustering: noClusters, threshold, eligible: 99, chance });
  const turned = publicationOf({
    decided: decided.toReversed(),
    clustering: noClusters,
    threshold,
    eligible: 99,
    chance: chance.toReversed(),
  });
  expect(turned).toEqual(one);
  expect(one!.groups[0]!.texts).not.toEqual(decided.map(({ text }) => text));
});

test('no group is smaller than the threshold, nothing withheld stands anywhere, and nothing published is missing', () => {
  const any = fc.record({ question: fc.constantFrom('q1', 'q2', 'q3'), decision: fc.constantFrom(...decisions) });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 80 }), (given) => {
      const decided = given.map(({ question, decision }, at) => opinion(at, question, decision));
      const open = decided.filter(({ review }) => isPublished(review.decision)).map(({ text }) => text);
      const publication = publish(decided);
      if (open.length < threshold) {
        expect(publication).toBeNull();
        return;
      }
      const parts = publication!.hidden.parts;
      const toldSum = parts.reduce((sum, { opinions }) => sum + (opinions ?? 0), 0);
      const untold = decided.length - open.length - toldSum;
      expect(untold === 0 || untold >= threshold || toldSum === 0).toBe(true);
      expect(publication!.groups.every(({ texts }) => texts.length >= threshold)).toBe(true);
      expect(publication!.groups.flatMap(({ texts }) => texts).toSorted()).toEqual(open.toSorted());
    }),
  );
});
