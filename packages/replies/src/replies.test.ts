import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  counterOf,
  gapsOf,
  goesFrom,
  isOwn,
  issueOfWords,
  issuesOfProposal,
  nextRow,
  resolutions,
  standingOf,
  suggestionsFor,
  verifyReplies,
  type Beside,
  type Proposal,
  type ReplyAct,
  type ReplyRow,
  type Step,
} from './index.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const [here, there, third] = ['a', 'b', 'c'].map((one) => `${one.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const good = 'Khoản 2 Điều 8 thêm mức khoán xăng xe theo số ki-lô-mét đi thực tế, kèm bảng kê.';
const proposal = (more: Partial<Proposal> = {}): Proposal => {
  return { resolution: 'explained', explanation: good, clause: null, mergedInto: null, commitment: null, ...more };
};
const judged = { standing: null, today: '2026-03-02', known: new Set<string>() };
const beside = (more: Partial<Beside> = {}): Beside => {
  return { cluster: here, others: new Map([[there, null]]), asked: null, next: null, ...judged, ...more };
};
const codes = (one: Proposal, by: Beside = beside()) => issuesOfProposal(one, by).map(({ code }) => code);

describe('an explanation', () => {
  test('of stock phrases explains nothing, with whatever marks and punctuation', () => {
    for (const empty of [
      'Xin tiếp thu ý kiến đóng góp của quý thầy cô, xin cảm ơn!',
      'XIN TIEP THU... ĐÚNG QUY ĐỊNH... GHI NHẬN Ý KIẾN... TRÂN TRỌNG CẢM ƠN',
      'Ghi nhận ý kiến, sẽ nghiên cứu, rà soát, chỉnh sửa cho phù hợp.',
      'Theo quy định của pháp luật, đề nghị giữ nguyên như dự thảo.',
      'không không không không không không không không không',
    ])
      expect([empty, issueOfWords(empty)]).toEqual([empty, 'stock-phrase']);
  });

  test('of fewer than thirty letters is too short, dots or not', () => {
    expect(issueOfWords('Mức này do tỉnh đặt.')).toBe('too-short');
    expect(issueOfWords(`Sẽ sửa${'.'.repeat(60)}`)).toBe('too-short');
  });

  test('may thank and accept beside saying what will be', () => {
    expect(issueOfWords(good)).toBeNull();
    expect(issueOfWords(`Xin tiếp thu. ${good}`)).toBeNull();
    expect(
      issueOfWords('Mức này đúng quy định tại Thông tư 40/2017/TT-BTC, nhà trường không được đặt cao hơn.'),
    ).toBeNull();
  });
});

describe('a proposal', () => {
  test('that accepts, accepts in part, explains or sends elsewhere says why; others need not', () => {
    for (const resolution of resolutions) {
      const said = codes(
        proposal({ resolution, explanation: 'Tiếp thu', mergedInto: resolution === 'merged' ? there : null }),
      );
      const must = ['accepted', 'partially_accepted', 'explained', 'out_of_scope'].includes(resolution);
      expect([resolution, said]).toEqual([resolution, must ? ['too-short'] : []]);
    }
  });

  test('that changes the text names a clause once there is a next version: one of it, or one that was dropped', () => {
    const versions = { asked: new Set(['c1', 'c2']), next: new Set(['c1', 'c9']) };
    const accepted = (clause: string | null) => proposal({ resolution: 'accepted', clause });
    expect(codes(accepted(null))).toEqual([]);
    expect(codes(accepted(null), beside(versions))).toEqual(['clause-missing']);
    for (const key of ['c1', 'c9', 'c2']) expect(codes(accepted(key), beside(versions))).toEqual([]);
    expect(codes(accepted('c7'), beside(versions))).toEqual(['clause-unknown']);
    expect(codes(accepted('c1'))).toEqual(['clause-unknown']);
  });

  test('that merges names another cluster, which is not merged itself and has none merged into it', () => {
    const merged = (mergedInto: string | null) => proposal({ resolution: 'merged', explanation: '', mergedInto });
    expect(codes(merged(null))).toEqual(['merge-missing']);
    expect(codes(merged(here))).toEqual(['merge-missing']);
    expect(codes(merged(third))).toEqual(['merge-missing']);
    expect(codes(merged(there))).toEqual([]);
    const elsewhere = new Map([
      [there, { resolution: 'merged', mergedInto: third }],
      [third, null],
    ] as const);
    expect(codes(merged(there), beside({ others: elsewhere }))).toEqual(['merge-chain']);
    const intoThis = new Map([
      [there, { resolution: 'merged', mergedInto: here }],
      [third, null],
    ] as const);
    expect(codes(merged(third), beside({ others: intoThis }))).toEqual(['merge-chain']);
  });
});

describe('the way of an answer', () => {
  const step = (act: ReplyAct, by = 'drafter', members = 'm'): Step => ({ by, members, act });
  const way = [
    step({ kind: 'assign', to: 'drafter' }, 'organizer'),
    step({ kind: 'propose', proposal: proposal() }),
    step({ kind: 'check' }, 'union'),
    step({ kind: 'approve' }, 'leader'),
  ];
  const stands = (steps: readonly Step[], members = 'm', out: number[] = []) => standingOf(steps, members, out);

  test('goes from new to published, one state for each step', () => {
    expect([0, 1, 2, 3, 4].map((count) => stands(way.slice(0, count)).state)).toEqual([
      'new',
      'assigned',
      'proposed',
      'checked',
      'approved',
    ]);
    expect(stands(way, 'm', [4]).state).toBe('published');
  });

  test('that is returned goes back to who was assigned, with the reason and the words', () => {
    const back = stands([...way.slice(0, 2), step({ kind: 'return', reason: 'Chưa nói vì sao' }, 'union')]);
    expect(back).toMatchObject({
      state: 'assigned',
      assignee: 'drafter',
      returned: 'Chưa nói vì sao',
      proposal: { explanation: good },
    });
    expect(
      stands([
        ...way.slice(0, 2),
        step({ kind: 'return', reason: 'x' }),
        step({ kind: 'propose', proposal: proposal() }),
      ]).returned,
    ).toBeNull();
  });

  test('is to be proposed again when opinions came or went, but not once it went out', () => {
    expect(stands(way, 'other')).toMatchObject({ state: 'assigned', changed: true });
    expect(stands(way, 'other', [4])).toMatchObject({ state: 'published', changed: false });
  });

  test('begins once more with a correction, and its reason stays until that went out', () => {
    const corrected = [...way, step({ kind: 'correct', reason: 'Sai số điều' }, 'organizer')];
    expect(stands(corrected, 'm', [4])).toMatchObject({ state: 'assigned', correction: 'Sai số điều' });
    const again = [...corrected, ...way.slice(1)];
    expect(stands(again, 'm', [4])).toMatchObject({ state: 'approved', correction: 'Sai số điều' });
    expect(stands(again, 'm', [4, 8])).toMatchObject({ state: 'published', correction: null });
  });

  test('is checked and approved by others than who proposed it, where there are others', () => {
    const proposed = stands(way.slice(0, 2));
    expect(isOwn('check', proposed, 'drafter', true)).toBe(true);
    expect(isOwn('approve', proposed, 'drafter', true)).toBe(true);
    expect(isOwn('check', proposed, 'drafter', false)).toBe(false);
    expect(isOwn('check', proposed, 'union', true)).toBe(false);
    expect(isOwn('return', proposed, 'drafter', true)).toBe(false);
  });

  test('leaves out no state: nothing is approved unchecked, nothing checked unproposed', () => {
    expect(goesFrom('approve', 'proposed')).toBe(false);
    expect(goesFrom('check', 'assigned')).toBe(false);
    expect(goesFrom('propose', 'new')).toBe(false);
    expect(goesFrom('propose', 'published')).toBe(false);
    expect(goesFrom('correct', 'approved')).toBe(false);
  });
});

describe('the coverage lock', () => {
  const covered = { opinions: 4, state: 'approved', out: false, clauseOwed: false } as const;
  const all = { undecided: 0, loose: 0, clusters: [covered], points: [covered], opinionsOut: true };

  test('opens when every opinion is in a cluster and every cluster has an approved answer', () => {
    expect(gapsOf(all)).toEqual([]);
    expect(gapsOf({ ...all, loose: 1 })).toEqual([{ code: 'loose', count: 1 }]);
    expect(gapsOf({ ...all, undecided: 2 })).toEqual([{ code: 'undecided', count: 2 }]);
    expect(gapsOf({ ...all, clusters: [covered, { ...covered, state: 'checked' }] })).toEqual([
      { code: 'unanswered', count: 1 },
    ]);
    expect(gapsOf({ ...all, clusters: [{ ...covered, clauseOwed: true }] })).toEqual([
      { code: 'clause-owed', count: 1 },
    ]);
    expect(gapsOf({ ...all, opinionsOut: false })).toEqual([{ code: 'opinions-not-out', count: 1 }]);
  });

  test('stays closed while a point of an organisation has no approved answer, or owes its clause', () => {
    const open = { ...covered, opinions: 1, state: 'checked' as const };
    expect(gapsOf({ ...all, points: [covered, open, open] })).toEqual([{ code: 'points-unanswered', count: 2 }]);
    expect(gapsOf({ ...all, points: [{ ...covered, clauseOwed: true }] })).toEqual([{ code: 'clause-owed', count: 1 }]);
  });

  test('asks nothing of a cluster without opinions, nor anew of one whose answer is being corrected', () => {
    expect(gapsOf({ ...all, clusters: [{ ...covered, opinions: 0, state: 'new' }] })).toEqual([]);
    expect(gapsOf({ ...all, clusters: [{ ...covered, state: 'assigned', out: true }] })).toEqual([]);
  });

  test('received is answered and pending, whatever lies where', () => {
    const cluster = fc.record({
      opinions: fc.nat(50),
      state: fc.constantFrom('new', 'approved', 'published'),
      out: fc.boolean(),
      clauseOwed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.array(cluster), (undecided, loose, clusters) => {
        const { received, answered, pending } = counterOf({ undecided, loose, clusters, opinionsOut: true });
        const held = clusters.reduce((sum, { opinions }) => sum + opinions, 0);
        expect([received, answered + pending]).toEqual([undecided + loose + held, received]);
      }),
    );
  });
});

describe('the chain of answers', () => {
  const rows: ReplyRow[] = [];
  for (const answer of [
    { title: 'Thư viện' },
    { title: 'Bữa ăn' },
    { title: 'Xe đưa đón' },
    { title: 'Thư viện', reason: 'Sai số' },
  ])
    rows.push(nextRow(sha256, rows.at(-1) ?? null, answer));
  const head = { seq: 4, begins: rows[3]!.hash };
  const broken = (changed: ReplyRow[]) => verifyReplies(sha256, changed, [head]).broken;
  const at = (index: number, change: Partial<ReplyRow>) =>
    rows.map((row, i) => (i === index ? { ...row, ...change } : row));

  test('holds as it was written', () => {
    expect(verifyReplies(sha256, rows, [head])).toEqual({ head: { seq: 4, hash: head.begins }, broken: null });
    expect(verifyReplies(sha256, [])).toEqual({ head: null, broken: null });
  });

  test('names a row that was altered, be it with a content hash made anew', () => {
    expect(broken(at(1, { body: '{"title":"Bữa trưa"}' }))).toEqual({ seq: 2, code: 'content-altered' });
    const anew = nextRow(sha256, rows[0]!, { title: 'Bữa trưa' });
    expect(broken(at(1, { body: anew.body, content: anew.content }))).toEqual({ seq: 2, code: 'link-altered' });
    expect(broken(at(1, anew))).toEqual({ seq: 3, code: 'not-linked' });
  });

  test('names a row that was removed, at the beginning, within and at the end', () => {
    expect(broken(rows.slice(1))).toEqual({ seq: 2, code: 'no-beginning' });
    expect(broken(rows.filter((_, i) => i !== 1))).toEqual({ seq: 3, code: 'missing' });
    expect(broken(rows.slice(0, 3))).toEqual({ seq: 4, code: 'cut-short' });
    expect(verifyReplies(sha256, rows.slice(0, 3)).broken).toBeNull();
  });

  test('names rows that were swapped, with and without their numbers', () => {
    const [one, two, three, four] = rows as [ReplyRow, ReplyRow, ReplyRow, ReplyRow];
    expect(broken([one, three, two, four])).toEqual({ seq: 3, code: 'missing' });
    expect(broken([one, { ...three, seq: 2 }, { ...two, seq: 3 }, four])?.seq).toBe(2);
    expect(broken([one, { ...two, body: three.body }, { ...three, body: two.body }, four])?.seq).toBe(2);
  });

  test('names a history that was written anew from somewhere on', () => {
    const forged = [rows[0]!];
    for (const title of ['Khác', 'Xe đưa đón', 'Thư viện']) forged.push(nextRow(sha256, forged.at(-1)!, { title }));
    expect(broken(forged)).toEqual({ seq: 4, code: 'not-as-noted' });
  });
});

describe('suggestions', () => {
  const clusters = [
    {
      id: here,
      title: 'Giờ mở cửa thư viện',
      texts: ['Đề nghị mở cửa thư viện buổi trưa', 'Thư viện nên mở đến 17 giờ'],
    },
    { id: there, title: 'Chất lượng bữa ăn bán trú', texts: ['Suất ăn bán trú ít rau', 'Bữa ăn nguội, cơm khô'] },
  ];

  test('say which cluster a text is most like and by which words, and nothing where it is like none', () => {
    const [library, meal, other] = suggestionsFor(
      ['Mong thu vien mo cua ca thu bay', 'Cơm bán trú hay nguội', 'Xe đưa đón đến muộn'],
      clusters,
    );
    expect(library).toMatchObject({ cluster: here });
    expect(library!.shared).toContain('thu vien');
    expect(meal).toMatchObject({ cluster: there, shared: expect.arrayContaining(['bán trú']) as string[] });
    expect(other).toBeNull();
  });

  test('are none where there is no cluster', () => {
    expect(suggestionsFor(['Thư viện'], [])).toEqual([null]);
  });
});
