import type { DraftChange, PublicOpinionsView, PublicRepliesView } from '@danban/contract';
import { expect, test } from 'vitest';
import { becauseOf, type Public } from './because.ts';

type Answer = PublicRepliesView['answers'][number];

const change = (keys: string[], relation: DraftChange['relation'] = 'modified'): DraftChange => {
  return {
    relation,
    keys,
    from: [],
    to: [],
    kind: 'clause',
    id: keys[0]!,
    isHeading: false,
    heading: [],
    segments: [],
  };
};

function answer(
  cluster: string,
  key: string | null,
  more: Partial<Answer> & { version?: number; dropped?: boolean } = {},
) {
  const { version = 2, dropped = false, ...rest } = more;
  const clause = key && { key, name: key, path: key, version, versionLabel: '', dropped };
  return { cluster, title: cluster, clause, mergedInto: null, ...rest } as Answer;
}

const told = (answers: Answer[], doneOn: string | null = '2026-03-02'): Public => {
  const named = {
    organisations: [{ id: 'o', name: 'Ủy ban MTTQ xã', letter: { number: '12', date: '2026-02-20' } }],
    clauses: [
      {
        clause: { key: 'c8', path: 'dieu-8', name: 'Điều 8' },
        points: [
          { id: 'p', organisation: 'o', part: 'point', opinion: 'Nên khoán', reason: '', wording: '', answer: null },
        ],
      },
    ],
  } satisfies PublicOpinionsView;
  const replies = { answers, waiting: [], clock: { doneOn } } as unknown as PublicRepliesView;
  return { replies, named, board: null, listening: null };
};
const version = (number: number) => ({ number, label: '', datedOn: '' });
const compared = (from: number, to: number, asked = 1) => ({ from: version(from), to: version(to), asked });
const led = (found: ReturnType<typeof becauseOf>) => found && found.answers.map(({ cluster }) => cluster);

test('a changed clause names the answers about it, about what is around it, and those answered with them', () => {
  const all = told([
    answer('a', 'c8k1'),
    answer('b', 'c8'),
    answer('c', null, { mergedInto: { cluster: 'a', title: 'a' } }),
  ]);
  expect(led(becauseOf(change(['c8k1', 'c8']), compared(1, 2), all))).toEqual(['a', 'b', 'c']);
  expect(led(becauseOf(change(['c8']), compared(1, 2), all))).toEqual(['b']);
});

test('an answer led to the version it names, and to no later change of the same clause', () => {
  const all = told([answer('a', 'c4'), answer('b', 'c5', { version: 1, dropped: true })]);
  expect(led(becauseOf(change(['c4']), compared(1, 3), all))).toEqual(['a']);
  expect(becauseOf(change(['c4']), compared(2, 3), all)).toBeNull();
  expect(led(becauseOf(change(['c5'], 'removed'), compared(1, 2), all))).toEqual(['b']);
  expect(becauseOf(change(['c5'], 'removed'), compared(2, 3), all)).toBeNull();
});

test('points of organisations stand beside the clause they are on, where the version that was asked about changed', () => {
  const on = becauseOf(change(['c8k1', 'c8']), compared(1, 2), told([]));
  expect(on).toMatchObject({ isOwn: false, points: [{ name: 'Ủy ban MTTQ xã', opinion: 'Nên khoán' }] });
  expect(becauseOf(change(['c8']), compared(2, 3), told([]))).toBeNull();
});

test('who drafts changed it unasked only where everything was answered and the text itself changed', () => {
  const all = told([answer('a', 'c4')]);
  expect(becauseOf(change(['c9']), compared(1, 2), all)).toEqual({ answers: [], points: [], isOwn: true });
  expect(becauseOf(change(['c9']), compared(1, 2), told([answer('a', 'c4')], null))).toBeNull();
  expect(
    becauseOf(change(['c9']), compared(1, 2), { replies: null, named: null, board: null, listening: null }),
  ).toBeNull();
  expect(becauseOf(change(['c9'], 'renumbered'), compared(1, 2), all)).toBeNull();
});
