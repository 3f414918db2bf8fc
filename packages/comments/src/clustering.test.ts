import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, noClusters, type ClusterAct, type Clustering } from './clustering.ts';

const ids = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);
const comments = Array.from({ length: 6 }, (_, at) => `00000000-0000-4000-8000-00000000000${at}`);
const [a, b] = ids as [string, string];
const [c0, c1, c2] = comments as [string, string, string];

const exists = (comment: string) => comments.includes(comment);
const done = (acts: readonly ClusterAct[], from: Clustering = noClusters): Clustering =>
  acts.reduce((clustering, act) => after(clustering, act, exists) ?? clustering, from);

const begun: ClusterAct[] = [
  { kind: 'create', id: a, title: 'Bữa ăn', comments: [c0, c1] },
  { kind: 'create', id: b, title: 'Nhà vệ sinh', comments: [c2] },
];

test('created, renamed, moved, merged, split and dissolved', () => {
  expect(done(begun).clusters.map(({ title }) => title)).toEqual(['Bữa ăn', 'Nhà vệ sinh']);
  expect(done([...begun, { kind: 'rename', cluster: a, title: 'Bữa ăn bán trú' }]).clusters[0]!.title).toBe(
    'Bữa ăn bán trú',
  );
  expect(done([...begun, { kind: 'move', comments: [c1], to: b }]).clusters[1]!.comments).toEqual([c1, c2]);
  expect(done([...begun, { kind: 'merge', from: b, into: a }]).clusters).toEqual([
    { id: a, title: 'Bữa ăn', comments: [c0, c1, c2] },
  ]);
  expect(
    done([...begun, { kind: 'split', cluster: a, id: ids[2]!, title: 'Giá', comments: [c1, c2] }]).clusters,
  ).toEqual([
    { id: a, title: 'Bữa ăn', comments: [c0] },
    { id: b, title: 'Nhà vệ sinh', comments: [c2] },
    { id: ids[2], title: 'Giá', comments: [c1] },
  ]);
  expect(done([...begun, { kind: 'dissolve', cluster: a }]).clusters).toHaveLength(1);
});

test('what is not there is refused, and what nobody wrote is left out', () => {
  expect(after(noClusters, { kind: 'rename', cluster: a, title: 'x' }, exists)).toBeNull();
  expect(after(done(begun), begun[0]!, exists)).toBeNull();
  expect(after(done(begun), { kind: 'merge', from: a, into: a }, exists)).toBeNull();
  expect(
    after(noClusters, { kind: 'create', id: a, title: 'x', comments: [ids[3]!] }, exists)?.clusters[0]!.comments,
  ).toEqual([]);
});

test('whatever is done, an opinion is in one cluster at most, and none is there twice or from nowhere', () => {
  const cluster = fc.constantFrom(...ids);
  const some = fc.subarray(comments);
  const title = fc.constant('Chủ đề');
  const act: fc.Arbitrary<ClusterAct> = fc.oneof(
    fc.record({ kind: fc.constant('create' as const), id: cluster, title, comments: some }),
    fc.record({ kind: fc.constant('move' as const), comments: some, to: fc.option(cluster) }),
    fc.record({ kind: fc.constant('merge' as const), from: cluster, into: cluster }),
    fc.record({ kind: fc.constant('split' as const), cluster, id: cluster, title, comments: some }),
    fc.record({ kind: fc.constant('dissolve' as const), cluster }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const { clusters } = done(acts);
      const placed = clusters.flatMap((one) => one.comments);
      expect(new Set(placed).size).toBe(placed.length);
      expect(placed.every(exists)).toBe(true);
      expect(new Set(clusters.map(({ id }) => id)).size).toBe(clusters.length);
    }),
  );
});
