import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readTree } from '../tree/build.ts';
import { Chance } from '../testing/chance.ts';
import { drafts, linesOf } from '../testing/drafts.ts';
import sample from '../testing/drafts/sampleLinks.json' with { type: 'json' };
import { corpus, precision, recall, scoreOf, truths } from '../testing/measure.ts';
import { pathsIn, readBack, written } from '../testing/model.ts';
import { trials, usual } from '../testing/rates.ts';
import { revise } from '../testing/revise.ts';
import { align, countsOf, type Confirmed } from './align.ts';
import { carry, follow } from './carry.ts';
import { compose } from './compose.ts';
import { isKept, type Link } from './link.ts';

// Many drafts, or large ones, on a machine that may have other work.
vi.setConfig({ testTimeout: 60_000 });

const clausesOf = (text: string) => readTree(linesOf(text)).clauses;
const linked = (before: string, after: string, confirmed: Confirmed[] = []): string[] =>
  align(clausesOf(before), clausesOf(after), confirmed).links.map(
    ({ from, to, relation }) => `${from} ${to} ${relation}`,
  );

describe('the sample pair', () => {
  const { links } = align(clausesOf(drafts.sampleFirst), clausesOf(drafts.sampleSecond));

  test('gives exactly the links that were written down by hand', () => {
    const expected = sample.changes.map(({ v1, v2, status }) => `${v1} ${v2} ${status}`);
    expect(links.map(({ from, to, relation }) => `${from} ${to} ${relation}`).sort()).toEqual(expected.sort());
    expect(countsOf(links)).toEqual(sample.summary);
  });

  test('is told in the order of the new version, what was removed where it stood', () => {
    const at = links.findIndex((link) => link.from === 'dieu-10.k3');
    expect(links.slice(at - 1, at + 2).map(({ to }) => to)).toEqual(['dieu-11.k2', null, 'dieu-11.k3']);
    const order = pathsIn(drafts.sampleSecond);
    expect(links.flatMap(({ to }) => (to === null ? [] : [to]))).toEqual(order);
  });

  test('headings have links of their own', () => {
    const { headings } = align(clausesOf(drafts.sampleFirst), clausesOf(drafts.sampleSecond));
    expect(headings).toContainEqual(
      expect.objectContaining({ from: 'dieu-16', to: 'dieu-18', relation: 'renumbered' }),
    );
    expect(headings).toContainEqual({ from: null, to: 'dieu-9', relation: 'added' });
  });
});

describe('what counts as the same words', () => {
  const pair = (one: string, other: string): string[] =>
    linked(`Điều 1. Chung\n1. ${one}`, `Điều 1. Chung\n1. ${other}`);

  test.each([
    ['Hoạt động văn hoá, thể thao của Uỷ ban.', 'Hoạt động văn hóa, thể thao của Ủy ban.'],
    ['Năm học 2023 - 2024 “gần dân”', 'Năm học 2023–2024 "gần dân"'],
    ['Chi khác theo quy định;', 'Chi khác theo quy định./.'],
    ['Chi  khác , theo\u00a0quy định', 'Chi khác, theo quy định'],
    ['Kĩ năng, lí luận', 'Kỹ năng, lý luận'],
    ['Chi khác theo quy định', 'Chi khác theo quy định'.normalize('NFD')],
  ])('"%s" and "%s"', (one, other) => {
    expect(pair(one, other)).toEqual(['dieu-1.k1 dieu-1.k1 orthographic']);
  });

  test.each([
    ['Mức chi 200.000 đồng mỗi người.', 'Mức chi 250.000 đồng mỗi người.'],
    ['Học sinh được nghỉ một ngày.', 'Học sinh không được nghỉ một ngày.'],
    ['Phụ cấp 1,2 lần mức lương', 'Phụ cấp 1, 2 lần mức lương'],
    ['Quý thầy cô toàn trường', 'Qúy thầy cô tòan trường'],
  ])('not "%s" and "%s"', (one, other) => {
    expect(pair(one, other)).toEqual(['dieu-1.k1 dieu-1.k1 modified']);
  });
});

describe('divided and put together', () => {
  const whole = 'Giáo viên được nghỉ phép năm hưởng nguyên lương; nhân viên làm ca đêm được bố trí nghỉ bù trong tuần.';
  const halves = [
    'Giáo viên được nghỉ phép năm hưởng nguyên lương.',
    'Nhân viên làm ca đêm được bố trí nghỉ bù trong tuần.',
  ];
  const around = (...texts: string[]): string =>
    ['Điều 1. Nghỉ phép', ...['Phải báo trước ba ngày.', ...texts].map((text, i) => `${i + 1}. ${text}`)].join('\n');

  test('one clause that became two', () => {
    expect(linked(around(whole), around(...halves))).toEqual([
      'dieu-1.k1 dieu-1.k1 unchanged',
      'dieu-1.k2 dieu-1.k2 split',
      'dieu-1.k2 dieu-1.k3 split',
    ]);
  });

  test('two clauses that became one', () => {
    expect(linked(around(...halves), around(whole))).toEqual([
      'dieu-1.k1 dieu-1.k1 unchanged',
      'dieu-1.k2 dieu-1.k2 merged',
      'dieu-1.k3 dieu-1.k2 merged',
    ]);
  });

  test('a clause whose list became points', () => {
    const before =
      'Điều 1. Thăm hỏi\n1. Mức chi thăm hỏi gồm: ốm đau nằm viện 300.000 đồng; kết hôn lần đầu 500.000 đồng.';
    const after =
      'Điều 1. Thăm hỏi\n1. Mức chi thăm hỏi gồm:\na) ốm đau nằm viện 300.000 đồng;\nb) kết hôn lần đầu 500.000 đồng.';
    expect(linked(before, after)).toEqual([
      'dieu-1.k1 dieu-1.k1 split',
      'dieu-1.k1 dieu-1.k1.a split',
      'dieu-1.k1 dieu-1.k1.b split',
    ]);
  });
});

describe('what a person has confirmed', () => {
  const before = 'Điều 1. Chung\n1. Một hai ba bốn năm.\n2. Sáu bảy tám chín mười.';
  const after = 'Điều 1. Chung\n1. Sáu bảy tám chín mười.\n2. Một hai ba bốn năm.';

  test('holds against what the words say', () => {
    const confirmed: Confirmed[] = [{ from: 'dieu-1.k1', to: 'dieu-1.k1' }];
    expect(linked(before, after, confirmed)).toEqual([
      'dieu-1.k1 dieu-1.k1 modified',
      'dieu-1.k2 null removed',
      'null dieu-1.k2 added',
    ]);
  });

  test('nothing is linked to what is new, or gone, by decision', () => {
    const confirmed: Confirmed[] = [
      { from: 'dieu-1.k1', to: null },
      { from: null, to: 'dieu-1.k2' },
    ];
    expect(linked(before, after, confirmed)).toEqual([
      'dieu-1.k1 null removed',
      'dieu-1.k2 dieu-1.k1 renumbered',
      'null dieu-1.k2 added',
    ]);
  });

  test('one to several is divided', () => {
    const confirmed: Confirmed[] = [
      { from: 'dieu-1.k1', to: 'dieu-1.k1' },
      { from: 'dieu-1.k1', to: 'dieu-1.k2' },
    ];
    expect(linked(before, after, confirmed)).toEqual([
      'dieu-1.k1 dieu-1.k1 split',
      'dieu-1.k1 dieu-1.k2 split',
      'dieu-1.k2 null removed',
    ]);
  });

  test('confirming what was proposed changes nothing', () => {
    for (const { before: one, after: other } of truths(3, 1, usual)) {
      const [olds, news] = [readBack(one.text), readBack(other.text)];
      const { links } = align(olds, news);
      expect(align(olds, news, links).links).toEqual(links);
    }
  });
});

describe('against the truth of random revisions', () => {
  // A little below what docs/consultation.md states: each is a promise.
  test.each(Object.entries(trials))('%s', (_, { rates, relation }) => {
    const score = scoreOf(truths(29, 2, rates)).get(relation)!;
    expect(score.true).toBeGreaterThan(10);
    expect(precision(score)).toBeGreaterThanOrEqual(0.97);
    expect(recall(score)).toBeGreaterThanOrEqual(0.96);
  });

  test('the drafts it writes are read as they were meant', () => {
    for (const { before, after } of truths(7, 1, usual))
      for (const { text, paths } of [before, after]) expect(pathsIn(text)).toEqual([...paths.values()]);
  });
});

describe('of any two versions', () => {
  const seeds = fc.record({ seed: fc.nat(), which: fc.nat(6) });
  const versions = ({ seed, which }: { seed: number; which: number }, many: number): string[] => {
    const chance = new Chance(seed);
    const first = written(corpus(1)[which]!).text;
    const texts = [first];
    while (texts.length < many)
      texts.push(revise(corpus(1)[which]!, chance, { ...usual, split: 0.1, merge: 0.1 }).after.text);
    return texts;
  };

  test('every clause of both is told of, and no pair twice', () => {
    fc.assert(
      fc.property(seeds, (choice) => {
        const [before, after] = versions(choice, 2);
        const { links } = align(readBack(before!), readBack(after!));
        expect(new Set(links.flatMap(({ from }) => from ?? []))).toEqual(new Set(pathsIn(before!)));
        expect(new Set(links.flatMap(({ to }) => to ?? []))).toEqual(new Set(pathsIn(after!)));
        expect(new Set(links.map(({ from, to }) => `${from} ${to}`)).size).toBe(links.length);
      }),
      { numRuns: 20 },
    );
  });

  test('a version is unchanged against itself', () => {
    for (const text of Object.values(drafts)) {
      const clauses = clausesOf(text);
      expect(Object.keys(countsOf(align(clauses, clauses).links))).toEqual(['unchanged']);
    }
  });

  test('keys are unique, and what was said arrives where the composed links lead', () => {
    fc.assert(
      fc.property(seeds, (choice) => {
        const trees = versions(choice, 4).map(readBack);
        const steps = trees.slice(1).map((tree, i) => align(trees[i]!, tree).links);
        const first = new Map(trees[0]!.filter((c) => c.answerable).map(({ path }) => [path, `key ${path}`]));
        let count = 0;
        let keys: ReadonlyMap<string, string> = first;
        const carried = steps.map((links) => {
          const next = carry(links, keys, () => `new ${count++}`);
          keys = next.keys;
          return next;
        });
        expect(new Set(keys.values()).size).toBe(keys.size);
        const whole = steps.reduce(compose);
        for (const [path, key] of first) {
          const there = whole.filter((link) => isKept(link) && link.from === path).map(({ to }) => keys.get(to!));
          expect(new Set(follow(carried, key))).toEqual(new Set(there));
        }
      }),
      { numRuns: 15 },
    );
  });

  test('composing does not depend on where one begins, and a version against itself composes to nothing new', () => {
    fc.assert(
      fc.property(seeds, (choice) => {
        const trees = versions(choice, 4).map(readBack);
        const [a, b, c] = trees.slice(1).map((tree, i) => align(trees[i]!, tree).links) as [Link[], Link[], Link[]];
        const told = (links: readonly Link[]) =>
          links.map(({ from, to, relation }) => `${from} ${to} ${relation}`).sort();
        expect(told(compose(compose(a, b), c))).toEqual(told(compose(a, compose(b, c))));
        expect(told(compose(a, align(trees[1]!, trees[1]!).links))).toEqual(told(a));
        expect(told(compose(align(trees[0]!, trees[0]!).links, a))).toEqual(told(a));
      }),
      { numRuns: 10 },
    );
  });
});

describe('keys', () => {
  const link = (from: string | null, to: string | null): Link =>
    ({
      from,
      to,
      relation: from === null ? 'added' : to === null ? 'removed' : 'modified',
      wording: 'changed',
      place: 'same',
    }) as Link;

  test('of a divided clause the first part keeps the key, and every part hears what was said', () => {
    const carried = carry(
      [link('k1', 'k1'), link('k1', 'k2'), link(null, 'k3')],
      new Map([['k1', 'A']]),
      (path) => `new ${path}`,
    );
    expect([...carried.keys]).toEqual([
      ['k1', 'A'],
      ['k2', 'new k2'],
      ['k3', 'new k3'],
    ]);
    expect(carried.heirs.get('A')).toEqual(['A', 'new k2']);
  });

  test('of clauses put together the first one’s key goes on, the other leads there; what is gone leads nowhere', () => {
    const keys = new Map([
      ['k1', 'A'],
      ['k2', 'B'],
      ['k3', 'C'],
    ]);
    const carried = carry([link('k1', 'k1'), link('k2', 'k1'), link('k3', null)], keys, () => 'never');
    expect([...carried.keys]).toEqual([['k1', 'A']]);
    expect([...carried.heirs]).toEqual([
      ['A', ['A']],
      ['B', ['A']],
      ['C', []],
    ]);
  });
});
