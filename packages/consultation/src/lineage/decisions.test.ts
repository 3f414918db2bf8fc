import { expect, test } from 'vitest';
import { drafts, linesOf } from '../testing/drafts.ts';
import sample from '../testing/drafts/sampleLinks.json' with { type: 'json' };
import { readTree } from '../tree/build.ts';
import { changesIn, countChanges, lineageOf, needsLook, toldBy } from './changes.ts';
import { confirmedBy, stillHolding, type Decision } from './decisions.ts';
import { likest } from './likest.ts';

const clausesOf = (text: string) => readTree(linesOf(text)).clauses;
const [first, second] = [clausesOf(drafts.sampleFirst), clausesOf(drafts.sampleSecond)];
const decided = (...decisions: Decision[]) => lineageOf(first, second, confirmedBy(decisions));
const ended = (links: ReturnType<typeof lineageOf>, path: string) =>
  links
    .filter(({ from, to }) => from === path || to === path)
    .map(({ from, to, relation }) => `${from} ${to} ${relation}`);

test('a later decision takes the place of all it touches', () => {
  expect(
    confirmedBy([
      { side: 'to', path: 'b', with: ['a'] },
      { side: 'from', path: 'c', with: ['d', 'e'] },
      { side: 'from', path: 'x', with: ['b'] },
      { side: 'to', path: 'e', with: [] },
    ]),
  ).toEqual([
    { from: 'c', to: 'd' },
    { from: 'x', to: 'b' },
    { from: null, to: 'e' },
  ]);
});

test('every clause and every heading of both versions is linked, each once but for what was divided or put together', () => {
  const links = lineageOf(first, second);
  const counted = (clauses: typeof first) =>
    clauses.filter(
      ({ kind, answerable, heading }) => answerable || (heading !== '' && kind !== 'preamble' && kind !== 'closing'),
    );
  expect([...new Set(links.flatMap(({ from }) => from ?? []))].sort()).toEqual(
    counted(first)
      .map(({ path }) => path)
      .sort(),
  );
  expect([...new Set(links.flatMap(({ to }) => to ?? []))].sort()).toEqual(
    counted(second)
      .map(({ path }) => path)
      .sort(),
  );
});

test('what a person decides about an article holds: which one it became, that it is new, that it became two', () => {
  expect(ended(lineageOf(first, second), 'dieu-9')).toEqual(['null dieu-9 added', 'dieu-9 dieu-10 renumbered']);
  const chosen = decided({ side: 'to', path: 'dieu-9', with: ['dieu-9'] });
  expect(ended(chosen, 'dieu-9')).toEqual(['dieu-9 dieu-9 modified']);
  expect(ended(chosen, 'dieu-10')).not.toContain('dieu-9 dieu-10 renumbered');
  const isNew = decided({ side: 'to', path: 'dieu-10', with: [] }, { side: 'from', path: 'dieu-9', with: [] });
  expect(ended(isNew, 'dieu-10')).toContain('null dieu-10 added');
  expect(ended(isNew, 'dieu-9')).toContain('dieu-9 null removed');
  const both = decided({ side: 'from', path: 'dieu-9', with: ['dieu-9', 'dieu-10'] });
  expect(ended(both, 'dieu-9')).toEqual(['dieu-9 dieu-9 split', 'dieu-9 dieu-10 split']);
});

test('an article that keeps its title is the same, whatever became of its words', () => {
  const [one, other] = ['Ba bốn năm sáu bảy tám.', 'Mùa xuân cây trổ hoa vàng.'].map((words) =>
    clausesOf(`Điều 1. Phạm vi\n${words}\n1. Khoản một giữ nguyên như cũ.\nĐiều 2. Hiệu lực\n1. Từ ngày ký.`),
  );
  expect(ended(lineageOf(one!, other!), 'dieu-1')).toEqual(['dieu-1 dieu-1 modified']);
});

test('readers are told as many changes of each relation as were written down by hand', () => {
  const told = toldBy(lineageOf(first, second), first, second);
  expect(countChanges(changesIn(told, first, second))).toEqual(sample.summary);
  expect(ended(told, 'dieu-18')).toEqual(['dieu-16.k1 dieu-18 renumbered']);
});

test('a person looks at what was added, removed, divided or reworded, and at nothing else', () => {
  const changes = changesIn(lineageOf(first, second), first, second);
  const looked = changes.filter(needsLook);
  const always = changes.filter(({ relation }) => ['added', 'removed', 'split', 'merged'].includes(relation));
  for (const change of always) expect(looked).toContain(change);
  expect(looked.length).toBeLessThan(changes.length / 3);
  for (const { relation } of looked) expect(['added', 'removed', 'split', 'merged', 'modified']).toContain(relation);
});

test('decisions hold as long as the clauses they name say the same', () => {
  const decisions: Decision[] = [
    { side: 'to', path: 'dieu-9', with: [] },
    { side: 'from', path: 'dieu-10.k3', with: ['dieu-11.k3'] },
    { side: 'from', path: 'dieu-9', with: [] },
  ];
  expect(stillHolding(decisions, second, second)).toEqual(decisions);
  const changed = second.map((clause) => (clause.path === 'dieu-11.k3' ? { ...clause, text: 'Khác.' } : clause));
  expect(stillHolding(decisions, second, changed)).toEqual([decisions[0], decisions[2]]);
});

test('the likest clauses come first', () => {
  const moved = first.find(({ path }) => path === 'dieu-3.k4')!;
  expect(likest(moved, second, 3)[0]!.path).toBe('dieu-16.k1');
});
