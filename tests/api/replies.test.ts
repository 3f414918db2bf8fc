import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskView, PublicRepliesView, ReplyView, SuggestionsView } from '@danban/contract';
import { answering, type Answering } from '../support/replies.ts';
import { pasted } from '../support/draftTexts.ts';
import { readJson } from '../support/opinions.ts';
import { verified } from '@danban/server/replies/chain';
import { unzipped, wordsIn } from '../support/unzipped.ts';
import { withChange } from '../support/withChange.ts';
import { problemOf, signedIn, type Visitor } from '../support/staff.ts';

const day = 24 * 3_600_000;
const why = 'Khoản 2 Điều 8 sẽ khoán theo số ki-lô-mét đi thực tế, kèm bảng kê của từng chuyến.';
const stock = 'Xin tiếp thu ý kiến đóng góp của quý thầy cô, xin trân trọng cảm ơn.';
const proposal = (more: object = {}) => {
  return {
    kind: 'propose',
    proposal: { resolution: 'explained', explanation: why, clause: null, mergedInto: null, ...more },
  };
};
const back = { kind: 'return', reason: 'Chưa nói vì sao không tăng định mức' };

let all: Answering;
let fuel: string;
let paper: string;

beforeAll(async () => {
  all = await answering();
}, 120_000);
afterAll(() => all?.house.close());

const publish = (by: Visitor = all.organizer) => all.organizer && by.send('POST', all.at('/publication'), {});
const gaps = async () => (await all.desk(all.organizer)).gaps.map(({ code, count }) => `${code} ${count}`);
const ok = async (answer: Promise<Response>) => {
  const { status } = await answer;
  expect(status).toBe(204);
};
const refused = async (answer: Promise<Response>) => problemOf(await answer);
const everybody = async (): Promise<PublicRepliesView | null> =>
  (await (await all.house.app.request(`/api/kq/${all.slug}/replies`)).json()) as PublicRepliesView | null;

describe('from loose opinions to a proposal', () => {
  test('the desk is for who has a part in the answers, and for nobody else', async () => {
    for (const person of [all.organizer, all.drafter, all.union, all.leader])
      expect((await all.desk(person)).counter).toEqual({ received: 30, answered: 0, pending: 30 });
    for (const role of ['inspector', 'collector']) {
      const login = `khac.${role}`;
      const person = await signedIn(all.house.app, all.admin, { login, role, unitId: 'THPT.CTN' });
      expect(await refused(person.send('GET', all.at()))).toBe('not-allowed');
    }
    expect(await refused(all.admin.send('GET', all.at()))).toBe('not-allowed');
    const away = await signedIn(all.house.app, all.admin, {
      login: 'noi.khac',
      role: 'drafter',
      unitId: 'THPT.SONGNINH',
    });
    expect(await refused(away.send('GET', all.at()))).toBe('not-allowed');
  });

  test('everything is loose at first; what is alike is suggested with the words both have', async () => {
    expect(await gaps()).toEqual(['loose 30', 'opinions-not-out 1']);
    fuel = await all.group('Khoán xăng xe', 'xang xe');
    const loose = () => readJson<SuggestionsView>(all.union, all.at('/loose?q=phuc%20loi'));
    expect((await loose()).opinions.items).toEqual([]);
    const { opinions } = await readJson<SuggestionsView>(all.union, all.at('/loose'));
    expect(opinions.items).toHaveLength(15);
    expect(opinions.items.every(({ suggested }) => suggested === null)).toBe(true);
    expect(await refused(all.drafter.send('GET', all.at('/loose')))).toBe('not-allowed');
    paper = await all.group('Văn phòng phẩm', 'van phong pham y 1');
    const after = await readJson<SuggestionsView>(all.union, all.at('/loose'));
    expect(after.opinions.items.length).toBeGreaterThan(0);
    for (const { suggested } of after.opinions.items) {
      expect(suggested).toMatchObject({ cluster: paper, title: 'Văn phòng phẩm' });
      expect(suggested!.shared.length).toBeGreaterThan(0);
    }
  });

  test('the organizer assigns, to somebody who may answer', async () => {
    expect(await refused(all.step(all.drafter, fuel, { kind: 'assign', to: all.drafter.id }))).toBe('not-allowed');
    expect(await refused(all.step(all.organizer, fuel, { kind: 'assign', to: all.leader.id }))).toBe(
      'reply-cannot-assign',
    );
    expect(await refused(all.step(all.drafter, fuel, proposal()))).toBe('reply-not-now');
    await ok(all.step(all.organizer, fuel, { kind: 'assign', to: all.drafter.id }));
    expect((await all.desk(all.drafter, '?filter=mine')).clusters.map(({ id }) => id)).toEqual([fuel]);
    expect((await all.desk(all.union, '?filter=mine')).clusters).toEqual([]);
    const waiting = async (person: Visitor) => (await readJson<DeskView>(person, '/desk')).answer.items;
    expect((await waiting(all.drafter)).map(({ id, left }) => [id, left])).toEqual([[all.survey.id, 1]]);
    expect(await waiting(all.union)).toEqual([]);
  });

  test('the drafter reads masked words and the clause, and neither a sheet nor who read them', async () => {
    const one = await all.one(all.drafter, fuel);
    expect(one.texts!.items).toHaveLength(15);
    expect(Object.keys(one.texts!.items[0]!).sort()).toEqual(['id', 'question', 'text']);
    expect(one.clauses[0]!.parts[0]!.text.length + one.clauses[0]!.parts[0]!.heading.length).toBeGreaterThan(10);
    expect(await refused(all.drafter.send('GET', all.comments('/next')))).toBe('not-allowed');
  });

  test('an empty answer is refused, in Vietnamese with or without marks', async () => {
    const answer = await all.step(all.drafter, fuel, proposal({ explanation: stock }));
    expect(await answer.json()).toMatchObject({
      code: 'reply-invalid',
      issues: [{ path: 'explanation', code: 'stock-phrase' }],
    });
    expect(await refused(all.step(all.drafter, fuel, proposal({ explanation: 'Xin tiep thu' })))).toBe('reply-invalid');
    await ok(all.step(all.drafter, fuel, proposal({ resolution: 'accepted' })));
  });

  test('two who act on the same state at once leave one step', async () => {
    const { step } = await all.one(all.drafter, fuel);
    const twice = [1, 2].map(() =>
      all.drafter.send('POST', all.at(`/clusters/${fuel}/steps`), { step, act: proposal({ resolution: 'accepted' }) }),
    );
    const codes = (await Promise.all(twice)).map(({ status }) => status).sort();
    expect(codes).toEqual([204, 409]);
  });
});

describe('checked, returned and approved', () => {
  test('the union returns an answer with a reason, and it is the drafter’s again', async () => {
    expect(await refused(all.step(all.leader, fuel, { kind: 'approve' }))).toBe('reply-not-now');
    expect(await refused(all.step(all.union, fuel, { kind: 'return', reason: 'Ngắn' }))).toBe('invalid-input');
    await ok(all.step(all.union, fuel, back));
    const one = await all.one(all.drafter, fuel);
    expect(one).toMatchObject({ state: 'assigned', returned: back.reason, proposal: { explanation: why } });
    expect((await all.desk(all.drafter, '?filter=mine')).clusters).toHaveLength(1);
    await ok(all.step(all.drafter, fuel, proposal({ resolution: 'accepted' })));
  });

  test('nobody checks her own words while somebody else may', async () => {
    await ok(all.step(all.organizer, paper, { kind: 'assign', to: all.organizer.id }));
    await ok(all.step(all.organizer, paper, proposal()));
    expect(await refused(all.step(all.organizer, paper, { kind: 'check' }))).toBe('reply-own-words');
    expect(await all.one(all.organizer, paper)).toMatchObject({ own: true, acts: ['propose', 'return'] });
    await ok(all.step(all.union, paper, { kind: 'check' }));
    expect(await refused(all.step(all.union, paper, { kind: 'approve' }))).toBe('not-allowed');
  });

  test('opinions that come to a cluster bring its answer back', async () => {
    const before = await readJson<{ revision: number }>(all.union, all.comments('/clusters'));
    const { opinions } = await readJson<SuggestionsView>(all.union, all.at('/loose'));
    const left = opinions.items.map(({ id }) => id);
    const move = { kind: 'move', comments: left, to: paper };
    await ok(all.union.send('POST', all.comments('/clusters'), { revision: before.revision, act: move }));
    expect(await all.one(all.organizer, paper)).toMatchObject({ state: 'assigned', changed: true });
    expect(await gaps()).toEqual(['unanswered 2', 'opinions-not-out 1']);
    await ok(all.step(all.organizer, paper, proposal()));
    await ok(all.step(all.union, paper, { kind: 'check' }));
    await ok(all.step(all.leader, paper, { kind: 'approve' }));
  });

  test('a cluster whose answer is another’s names one that is not merged', async () => {
    const merged = proposal({ resolution: 'merged', explanation: '', mergedInto: fuel });
    expect(await refused(all.step(all.drafter, fuel, merged))).toBe('reply-invalid');
  });
});

describe('the coverage lock', () => {
  test('nothing goes out while an answer is missing or the opinions are not out, and the consultation does not end', async () => {
    const answer = await publish();
    expect(await answer.json()).toMatchObject({
      code: 'replies-not-ready',
      issues: [{ code: 'unanswered' }, { code: 'opinions-not-out' }],
    });
    expect(await refused(all.organizer.send('POST', `/surveys/${all.survey.id}/archive`, {}))).toBe(
      'survey-unanswered',
    );
    expect(await refused(publish(all.leader))).toBe('not-allowed');
    expect(await everybody()).toMatchObject({ counter: null, answers: [], waiting: [], head: null });
  });

  test('an accepted opinion owes its clause once the next version is there', async () => {
    await ok(all.step(all.union, fuel, { kind: 'check' }));
    await ok(all.step(all.leader, fuel, { kind: 'approve' }));
    await ok(all.organizer.send('POST', all.comments('/publication'), {}));
    expect(await gaps()).toEqual([]);
    const api = `/surveys/${all.survey.id}/drafts`;
    const { working } = await readJson<{ working: { revision: number } }>(all.organizer, api);
    const { revision } = working;
    await ok(all.organizer.send('POST', `${api}/working/links/confirmation`, { revision }));
    const out = { revision: revision + 1, label: 'Dự thảo lần 2', datedOn: pasted.datedOn };
    await ok(all.organizer.send('POST', `${api}/publication`, out));
    expect(await gaps()).toEqual(['clause-owed 1']);
    expect(await refused(publish())).toBe('replies-not-ready');
    const one = await all.one(all.drafter, fuel);
    expect(one.acts).toContain('place');
    expect(one.targets!.clauses.some(({ dropped }) => dropped)).toBe(true);
    expect(await refused(all.step(all.drafter, fuel, { kind: 'place', clause: 'cnowhere' }))).toBe('reply-invalid');
    const target = one.targets!.clauses.find(({ name }) => name.startsWith('Điều 8'))!;
    await ok(all.step(all.drafter, fuel, { kind: 'place', clause: target.key }));
    expect((await all.one(all.drafter, fuel)).state).toBe('approved');
    expect(await gaps()).toEqual([]);
  });
});

describe('what went out', () => {
  test('is a chain of answers by units and bodies, with sizes and a counter that fit what was published of opinions', async () => {
    await ok(publish());
    expect(await refused(publish())).toBe('replies-not-ready');
    const view = (await everybody())!;
    expect(view.counter).toEqual({ received: 30, answered: 30, pending: 0 });
    expect(view.answers.map(({ title, opinions, resolution }) => [title, opinions, resolution])).toEqual([
      ['Khoán xăng xe', 15, 'accepted'],
      ['Văn phòng phẩm', 15, 'explained'],
    ]);
    const [first, second] = view.answers;
    expect(first).toMatchObject({ answeredBy: 'Trường THPT chuyên Thành Nam', clause: { version: 2, dropped: false } });
    expect(first!.clause!.path).toMatch(/^dieu-8/);
    expect(second!.answeredBy).toMatch(/^Công đoàn/);
    expect(JSON.stringify(view)).not.toContain('Người ');
    expect(view.whole).toBe(true);
    const file = (await (await all.house.app.request(`/api/kq/${all.slug}/replies.json`)).json()) as {
      rows: { hash: string }[];
    };
    expect(file.rows.at(-1)!.hash).toBe(view.head!.hash);
    const table = await (await all.house.app.request(`/api/kq/${all.slug}/replies.csv`)).text();
    expect(table.trim().split('\r\n')).toHaveLength(3);
    for (const { title, cluster, clause } of view.answers)
      for (const told of [title, cluster, clause?.key ?? '']) expect(table).toContain(told);
    expect(table).not.toContain(first!.on);
  });

  test('leaves as the official table, clause by clause, and for who has a part in it before', async () => {
    const file = (format: string) => all.house.app.request(`/api/kq/${all.slug}/response-table.${format}`);
    const words = wordsIn(unzipped(await (await file('docx')).arrayBuffer())['word/document.xml']!);
    expect(words).toEqual(expect.arrayContaining(['NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN', 'Khoán xăng xe', 'Văn phòng phẩm']));
    const { about } = (await (await file('json')).json()) as { about: { clause: string | null; said: object[] }[] };
    expect(about.flatMap(({ said }) => said)).toHaveLength((await everybody())!.answers.length);
    expect(about.filter(({ clause }) => clause !== null).length).toBeGreaterThan(0);
    expect(await (await file('csv')).text()).toContain('Khoán xăng xe');
    expect((await all.drafter.send('GET', `/surveys/${all.survey.id}/response-table.xlsx`)).status).toBe(200);
    expect(await refused(all.admin.send('GET', `/surveys/${all.survey.id}/response-table.docx`))).toBe('not-allowed');
    const letter = await all.leader.send('GET', `/surveys/${all.survey.id}/reply-letter.docx`);
    const said = wordsIn(unzipped(await letter.arrayBuffer())['word/document.xml']!);
    expect(said.indexOf('Khoán xăng xe')).toBeLessThan(said.indexOf('Văn phòng phẩm'));
    expect(said.join()).toContain('1. Ý kiến tiếp thu');
  });

  test('is corrected by a new row with a reason, and the old one stays', async () => {
    expect(
      await refused(all.step(all.drafter, fuel, { kind: 'correct', reason: 'Viết nhầm số khoản trong câu trả lời' })),
    ).toBe('not-allowed');
    await ok(all.step(all.organizer, fuel, { kind: 'correct', reason: 'Viết nhầm số khoản trong câu trả lời' }));
    expect((await everybody())!.answers[0]!.explanation).toBe(why);
    const { targets, proposal: before } = await all.one(all.drafter, fuel);
    const again = { resolution: 'accepted', explanation: why.replace('Khoản 2', 'Khoản 3'), clause: before!.clause };
    expect(targets).not.toBeNull();
    await ok(all.step(all.drafter, fuel, proposal(again)));
    await ok(all.step(all.union, fuel, { kind: 'check' }));
    await ok(all.step(all.leader, fuel, { kind: 'approve' }));
    await ok(publish());
    const [corrected] = (await everybody())!.answers;
    expect(corrected).toMatchObject({ seq: 3, corrects: { seq: 1, reason: 'Viết nhầm số khoản trong câu trả lời' } });
    expect(corrected!.explanation).toContain('Khoản 3');
    expect(corrected!.earlier.map(({ explanation }) => explanation)).toEqual([why]);
  });

  test('keeps its clusters: neither dissolved nor merged away once the opinions are taken back', async () => {
    await ok(all.organizer.send('DELETE', all.comments('/publication')));
    const { revision } = await readJson<{ revision: number }>(all.union, all.comments('/clusters'));
    for (const act of [
      { kind: 'dissolve', cluster: fuel },
      { kind: 'merge', from: fuel, into: paper },
    ])
      expect(await refused(all.union.send('POST', all.comments('/clusters'), { revision, act }))).toBe(
        'replies-published',
      );
    await ok(all.organizer.send('POST', all.comments('/publication'), {}));
  });

  test('does not change in the database, and what is forced shows where', async () => {
    const { db } = all.house.house;
    await expect(sql`update reply set body = '{}'`.execute(db)).rejects.toThrow(/does not change/);
    await expect(sql`delete from reply`.execute(db)).rejects.toThrow(/does not change/);
    const swapped = `with old as (select * from reply where seq in (1, 2))
      update reply set body = old.body, content = old.content from old
      where reply.seq in (1, 2) and old.seq = 3 - reply.seq`;
    const anew = `body = replace(body, '15', '16'), content = sha256(convert_to(replace(body, '15', '16'), 'UTF8'))`;
    const found = (change: string) =>
      withChange(all.owner, `alter table reply disable trigger all; ${change}`, async (changed) => {
        return (await verified(changed, all.survey.id)).broken;
      });
    expect(await found('select 1')).toBeNull();
    expect(await found(`update reply set ${anew} where seq = 2`)).toEqual({ seq: 2, code: 'link-altered' });
    expect(await found('delete from reply where seq = 2')).toEqual({ seq: 3, code: 'missing' });
    expect(await found('delete from reply where seq = 3')).toEqual({ seq: 3, code: 'cut-short' });
    expect(await found(swapped)).toEqual({ seq: 1, code: 'link-altered' });
    expect((await everybody())!.whole).toBe(true);
  });
});

describe('times', () => {
  const clock = { preset: 'internal-rule', minDays: 10, replyDays: 10, counting: 'working' };

  test('are set by the organizer, counted in working days, and warned of, never in the way', async () => {
    expect(await refused(all.drafter.send('PUT', all.at('/clock'), clock))).toBe('not-allowed');
    await ok(all.organizer.send('PUT', all.at('/clock'), clock));
    // It closed on Monday 2 March 2026, the day it was opened.
    expect((await all.desk(all.organizer)).clock).toMatchObject({
      openDays: 0,
      from: '2026-03-02',
      due: '2026-03-16',
      lateBy: null,
    });
  });

  test('follow the days off an administrator says', async () => {
    const said = [{ day: '2026-03-10', works: false }];
    expect(await refused(all.organizer.send('PUT', '/calendar', { said }))).toBe('not-allowed');
    await ok(all.admin.send('PUT', '/calendar', { said }));
    expect((await all.desk(all.organizer)).clock!.due).toBe('2026-03-17');
    expect(await refused(all.admin.send('PUT', '/calendar', { said: [...said, ...said] }))).toBe('invalid-input');
  });

  test('are extended for a reason everybody reads, to a later day', async () => {
    const wish = { until: '2026-03-17', reason: 'Chờ ý kiến của Sở Tài chính về định mức' };
    expect(await refused(all.organizer.send('POST', all.at('/clock/extensions'), wish))).toBe(
      'reply-extension-earlier',
    );
    await ok(all.organizer.send('POST', all.at('/clock/extensions'), { ...wish, until: '2026-03-25' }));
    const view = (await everybody())!;
    expect(view.clock).toMatchObject({ due: '2026-03-25', doneOn: '2026-03-02', lateBy: null });
    expect(view.clock!.extensions).toEqual([{ until: '2026-03-25', reason: wish.reason, on: '2026-03-02' }]);
  });
});

test('once all is answered it may end: opinions and steps go, answers and their counter stay', async () => {
  expect((await all.organizer.send('POST', `/surveys/${all.survey.id}/archive`, {})).ok).toBe(true);
  await all.house.work();
  const left = await sql<{ steps: number }>`select count(*)::int as steps from reply_step`.execute(all.owner);
  expect(left.rows).toEqual([{ steps: 0 }]);
  const view = (await everybody())!;
  expect(view.counter).toEqual({ received: 30, answered: 30, pending: 0 });
  expect(view.answers).toHaveLength(2);
  expect(view).toMatchObject({ whole: true, clock: { doneOn: '2026-03-02', lateBy: null } });
});

test('who is late is a unit or a body, never a person', async () => {
  const late = await answering(24);
  try {
    await late.group('Khoán xăng xe', 'xang xe');
    const paper = await late.group('Văn phòng phẩm', 'van phong pham');
    await late.step(late.organizer, paper, { kind: 'assign', to: late.drafter.id });
    await late.organizer.send('PUT', late.at('/clock'), {
      preset: 'internal-rule',
      minDays: 7,
      replyDays: 10,
      counting: 'working',
    });
    late.house.pass(20 * day);
    const view = (await (await late.house.app.request(`/api/kq/${late.slug}/replies`)).json()) as PublicRepliesView;
    expect(view.clock).toMatchObject({ due: '2026-03-16', lateBy: 6 });
    expect(view.overdue.map(({ body, clusters }) => [body.slice(0, 10), clusters]).sort()).toEqual([
      ['Công đoàn ', 1],
      ['Trường THP', 1],
    ]);
    expect(view.waiting).toEqual([]);
    expect(JSON.stringify(view)).not.toContain('Người ');
  } finally {
    await late.house.close();
  }
}, 120_000);

test('of a small organisation who answers reads titles alone', async () => {
  const small = await answering(8);
  try {
    const fuel = await small.group('Khoán xăng xe', 'xang xe');
    expect(((await small.one(small.drafter, fuel)) satisfies ReplyView).texts).toBeNull();
    expect((await small.one(small.leader, fuel)).texts).toBeNull();
    expect((await small.one(small.union, fuel)).texts!.items).toHaveLength(4);
    expect((await small.desk(small.drafter, '?q=kilomet')).clusters).toEqual([]);
    expect((await small.desk(small.drafter, '?q=khoan%20xang')).clusters).toHaveLength(1);
  } finally {
    await small.house.close();
  }
}, 120_000);
