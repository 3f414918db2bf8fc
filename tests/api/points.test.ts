import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskView, PublicOpinionsView, PublicRepliesView } from '@danban/contract';
import { answering, type Answering } from '../support/replies.ts';
import { invitedIn, organisationAt, sendWhole, type Organisation } from '../support/official.ts';
import { readJson } from '../support/opinions.ts';
import { comeIn, problemOf, signedIn, type Visitor } from '../support/staff.ts';
import { unzipped, wordsIn } from '../support/unzipped.ts';

const day = 24 * 3_600_000;
const why = 'Khoản 2 Điều 8 sẽ khoán theo số ki-lô-mét đi thực tế, kèm bảng kê của từng chuyến.';
const further = 'Phụ lục được soạn riêng sau khi có định mức của Sở Tài chính, dự kiến trong quý sau.';
const proposal = (explanation = why, more: object = {}) => {
  return {
    kind: 'propose',
    proposal: { resolution: 'explained', explanation, clause: null, mergedInto: null, ...more },
  };
};
const satisfied = { verdict: 'satisfied', to: '', reason: '' };
const notSatisfied = { verdict: 'not_satisfied', to: '', reason: 'Chưa nói bao giờ có phụ lục.' };
const escalated = { verdict: 'escalate', to: 'Ủy ban nhân dân tỉnh', reason: 'Đã hỏi hai lần mà chưa có thời hạn.' };

interface Named extends Answering {
  front: Organisation;
  chapter: Organisation;
}

/** Two organisations send the same points, called alike, and one of them a proposal, while people answer. */
async function withOrganisations(opinions: number): Promise<Named> {
  const named: Organisation[] = [];
  const made = await answering(opinions, async ({ house, organizer, survey }) => {
    const api = (path = ''): string => `/surveys/${survey.id}/drafts${path}`;
    for (const [more, said] of [
      [{}, { proposals: 'Gửi Quy chế cho Mặt trận.' }],
      [{ name: 'Công đoàn cơ sở', kind: 'union' }, {}],
    ]) {
      const one = organisationAt(house.app, await invitedIn(organizer, survey.id, more));
      await one.send('POST', '/entry', { secret: one.url });
      await sendWhole({ at: house, organizer, api }, one, said);
      named.push(one);
    }
  });
  return { ...made, front: named[0]!, chapter: named[1]! };
}

let all: Named;
beforeAll(async () => {
  all = await withOrganisations(24);
}, 120_000);
afterAll(() => all?.house.close());

const ok = async (answer: Promise<Response>) => {
  const given = await answer;
  expect([given.status, await given.text()]).toEqual([204, '']);
};
const refused = async (answer: Promise<Response>) => problemOf(await answer);
const publish = (made: Named = all) => made.organizer.send('POST', made.at('/publication'), {});
const pointsOf = async (query = '', made: Named = all) =>
  (await made.desk(made.organizer, query)).clusters.filter(({ point }) => point !== null);
const everybody = async (made: Named = all) =>
  (await (await made.house.app.request(`/api/kq/${made.slug}/replies`)).json()) as PublicRepliesView;
const beside = async (): Promise<PublicOpinionsView['clauses']> =>
  ((await (await all.house.app.request(`/api/c/${all.slug}/organisations`)).json()) as PublicOpinionsView).clauses;
const gaps = async (made: Named = all) =>
  (await made.desk(made.organizer)).gaps.map(({ code, count }) => `${code} ${count}`);
const answersTo = async (one: Organisation) => (await one.own()).answers.map(({ answer }) => answer);
const say = (one: Organisation, seq: number, given: object) => one.send('POST', '/verdicts', { seq, ...given });
const waiting = async (person: Visitor) =>
  (await readJson<DeskView>(person, '/desk')).answer.items.map(({ id, left }) => [id, left]);

/** On its way from whoever is asked to whoever approves. */
async function answer(item: string, words = proposal(), made: Named = all, begin = true): Promise<void> {
  if (begin) await ok(made.step(made.organizer, item, { kind: 'assign', to: made.drafter.id }));
  await ok(made.step(made.drafter, item, words));
  await ok(made.step(made.union, item, { kind: 'check' }));
  await ok(made.step(made.leader, item, { kind: 'approve' }));
}

describe('points of organisations at the answer desk', () => {
  test('stand beside the clusters with criteria and proposals, each by who said it, and count for themselves', async () => {
    const view = await all.desk(all.organizer);
    expect([view.counter.received, view.points]).toEqual([24, { received: 7, answered: 0, disputed: 0 }]);
    const points = await pointsOf('?filter=named');
    expect(new Set(points.map(({ id }) => id)).size).toBe(7);
    const about = ({ part, clause }: NonNullable<(typeof points)[number]['point']>) => clause?.slice(0, 6) ?? part;
    expect(points.map(({ point, title }) => [point!.organisation, about(point!), title])).toEqual([
      ['Công đoàn cơ sở', 'necessity', 'Cần thiết.'],
      ['Công đoàn cơ sở', 'Điều 8', 'Nên khoán xăng xe.'],
      ['Công đoàn cơ sở', 'point', 'Nên có phụ lục.'],
      ['Ủy ban MTTQ Việt Nam xã Sông Ninh', 'necessity', 'Cần thiết.'],
      ['Ủy ban MTTQ Việt Nam xã Sông Ninh', 'Điều 8', 'Nên khoán xăng xe.'],
      ['Ủy ban MTTQ Việt Nam xã Sông Ninh', 'point', 'Nên có phụ lục.'],
      ['Ủy ban MTTQ Việt Nam xã Sông Ninh', 'proposals', 'Gửi Quy chế cho Mặt trận.'],
    ]);
    expect(await pointsOf('?q=cong%20doan%20co%20so')).toHaveLength(3);
  });

  test('are read whole, with the letter and the words of the clause, by whoever answers', async () => {
    const [, first] = await pointsOf();
    const one = await all.one(all.drafter, first!.id);
    expect(one.point).toMatchObject({ letter: { number: '12/CV-MTTQ' }, wording: 'Khoán theo số ki-lô-mét.' });
    expect(one.clauses.map(({ name, parts }) => [name.slice(0, 6), parts.length > 1])).toEqual([['Điều 8', true]]);
    expect(one.others.map(({ id }) => id).sort()).toEqual(
      (await pointsOf())
        .map(({ id }) => id)
        .filter((id) => id !== first!.id)
        .sort(),
    );
    const away = await signedIn(all.house.app, all.admin, {
      login: 'noi.xa',
      role: 'drafter',
      unitId: 'THPT.SONGNINH',
    });
    expect(await refused(away.send('GET', all.at(`/clusters/${first!.id}`)))).toBe('not-allowed');
  });

  test('hold the lock as long as one is open, and the consultation does not end', async () => {
    await all.group('Định mức và khoán', 'y');
    const [cluster] = (await all.desk(all.organizer)).clusters;
    await answer(cluster!.id);
    await ok(all.organizer.send('POST', all.comments('/publication'), {}));
    expect(await gaps()).toEqual(['points-unanswered 7']);
    expect(await refused(publish())).toBe('replies-not-ready');
    const [first, ...rest] = await pointsOf();
    for (const { id } of rest) await answer(id);
    expect(await gaps()).toEqual(['points-unanswered 1']);
    expect(await refused(all.organizer.send('POST', `/surveys/${all.survey.id}/archive`, {}))).toBe(
      'survey-unanswered',
    );
    expect(await answersTo(all.front)).toEqual([]);
    await answer(first!.id);
    expect(await gaps()).toEqual([]);
  });

  test('a point shares its answer with another point alone', async () => {
    const [cluster] = (await all.desk(all.organizer)).clusters;
    const [first] = await pointsOf();
    const merged = { resolution: 'merged', explanation: '', mergedInto: cluster!.id };
    await ok(all.step(all.organizer, first!.id, { kind: 'return', reason: 'Xin xem lại câu này' }));
    expect(await refused(all.step(all.drafter, first!.id, proposal('', merged)))).toBe('reply-invalid');
    await answer(first!.id, proposal(), all, false);
  });
});

describe('answers to points that went out', () => {
  test('are in public under the names of who said it, and opinions of people are counted as before', async () => {
    expect((await beside()).flatMap(({ points }) => points.map(({ answer: given }) => given))).toEqual(
      Array.from({ length: 7 }, () => null),
    );
    await ok(publish());
    const view = await everybody();
    expect(view.counter).toEqual({ received: 24, answered: 24, pending: 0 });
    expect(view.answers).toHaveLength(1);
    expect([view.named.received, view.named.answers.map(({ point }) => point!.organisation).sort()[0]]).toEqual([
      7,
      'Công đoàn cơ sở',
    ]);
    expect(view.whole).toBe(true);
    expect((await beside())[0]!.points.map(({ part }) => part)).toEqual([
      ...['necessity', 'point', 'necessity', 'point', 'proposals'],
    ]);
    const given = (await beside()).flatMap(({ points }) => points.map((one) => one.answer?.explanation));
    expect(given).toEqual(Array(7).fill(why));
  });

  test('are heard on the page of each organisation, its own alone, whether the results are out or not', async () => {
    await all.organizer.send('PUT', `/surveys/${all.survey.id}/publication`, { published: false });
    expect((await beside())[0]!.points[0]!.answer).toBeNull();
    const heard = await answersTo(all.front);
    expect(heard.map(({ point }) => point!.organisation)).toEqual(Array(4).fill('Ủy ban MTTQ Việt Nam xã Sông Ninh'));
    await all.organizer.send('PUT', `/surveys/${all.survey.id}/publication`, { published: true });
  });

  test('stand in the official table and in the letter to their organisation', async () => {
    const table = (await (await all.house.app.request(`/api/kq/${all.slug}/response-table.json`)).json()) as {
      about: { said: { by: { kind: string }[]; answer: object | null }[] }[];
    };
    const named = table.about.flatMap(({ said }) => said).filter(({ by }) => by[0]!.kind === 'organisation');
    expect(named.map(({ answer: given }) => given !== null)).toEqual(Array(7).fill(true));
    const path = `/surveys/${all.survey.id}/opinions/${all.chapter.id}/reply.docx`;
    const letter = await all.leader.send('GET', path);
    const words = wordsIn(unzipped(await letter.arrayBuffer())['word/document.xml']!);
    expect(words.join('\n')).toMatch(/Kính gửi: Công đoàn cơ sở[^]*Văn bản số 12\/CV-MTTQ/);
    expect(words.filter((one) => one.includes(why))).toHaveLength(3);
    expect(words).toContain('Sự cần thiết, tính cấp thiết: Cần thiết.');
    expect(words.join()).not.toContain('Định mức và khoán');
    expect(await refused(all.admin.send('GET', path))).toBe('not-allowed');
  });
});

describe('what an organisation says to its answers', () => {
  /** Of its answer to the first thing it said, and of that to the last, which is the general proposal of the Front. */
  const places = async (one: Organisation): Promise<[number, number]> => {
    const all = (await answersTo(one)).map(({ seq }) => seq);
    return [all[0]!, all.at(-1)!];
  };

  test('is said to its own answers alone, with a reason where it is not content', async () => {
    const [mine, other] = [(await places(all.front))[0], (await places(all.chapter))[0]];
    expect(await refused(say(all.front, other, satisfied))).toBe('verdict-no-answer');
    expect(await refused(say(all.front, 99, satisfied))).toBe('verdict-no-answer');
    const short = await say(all.front, mine, { ...escalated, to: ' ', reason: 'Chưa' });
    expect(await short.json()).toMatchObject({
      code: 'verdict-not-ready',
      issues: [{ path: 'to' }, { path: 'reason', code: 'verdict-reason-short' }],
    });
    expect(await refused(say(all.front, mine, { ...notSatisfied, reason: 'TỐI MẬT\nKhông được nêu' }))).toBe(
      'opinion-secret',
    );
    const evil = { origin: 'https://evil.example' };
    expect(await refused(all.front.send('POST', '/verdicts', { seq: mine, ...satisfied }, evil))).toBe(
      'foreign-origin',
    );
    expect(await refused(all.front.send('POST', '/verdicts', { seq: mine, ...satisfied }, { cookie: '' }))).toBe(
      'opinion-link-wrong',
    );
    expect((await everybody()).named.answers.every(({ verdict }) => verdict === null)).toBe(true);
  });

  test('is said once to each answer, and seen at the desk, in public and in the table', async () => {
    const [one, two] = await places(all.front);
    const twice = await Promise.all([say(all.front, one, satisfied), say(all.front, one, satisfied)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await refused(say(all.front, one, notSatisfied))).toBe('verdict-given');
    await ok(say(all.front, two, notSatisfied));
    const view = await all.desk(all.organizer);
    const open = view.clusters.find(({ dispute }) => dispute?.reason === notSatisfied.reason)!;
    expect(open.point!.part).toBe('proposals');
    expect(open.dispute).toMatchObject({ verdict: 'not_satisfied', due: expect.stringMatching(/^2026-/) as string });
    expect((await all.desk(all.organizer, '?filter=disputed')).clusters.map(({ id }) => id)).toContain(open.id);
    const left = (await waiting(all.organizer)).find(([id]) => id === all.survey.id)!;
    expect(left[1]).toBe(view.points.disputed);
    expect(await waiting(all.drafter)).toEqual([]);
    const told = (await everybody()).named.answers.find(({ seq }) => seq === two)!;
    expect(told.verdict).toMatchObject({ verdict: 'not_satisfied', reason: notSatisfied.reason });
    const csv = await (await all.house.app.request(`/api/kq/${all.slug}/response-table.csv`)).text();
    expect(csv).toContain('chưa nhất trí với câu trả lời');
    expect(csv).toContain(notSatisfied.reason);
  });

  test('lets the desk answer further: the former answer and what was said to it stay, and it is asked once more', async () => {
    const open = (await pointsOf('?filter=disputed')).find(({ dispute }) => dispute!.reason === notSatisfied.reason)!;
    const { out } = await all.one(all.organizer, open.id);
    await ok(all.step(all.organizer, open.id, { kind: 'correct', reason: 'Trả lời rõ hơn về phụ lục' }));
    await answer(open.id, proposal(further), all, false);
    await ok(publish());
    expect(await refused(say(all.front, out[0]!.seq, satisfied))).toBe('verdict-answer-changed');
    const now = (await answersTo(all.front)).find(({ cluster }) => cluster === open.id)!;
    expect(now).toMatchObject({ explanation: further, verdict: null, corrects: { seq: out[0]!.seq } });
    expect(now.earlier.map(({ verdict }) => verdict?.verdict)).toEqual(['not_satisfied']);
    expect((await pointsOf('?filter=disputed')).map(({ id }) => id)).not.toContain(open.id);
    await ok(say(all.front, now.seq, escalated));
    const told = (await everybody()).named.answers.find(({ cluster }) => cluster === open.id)!;
    expect(told.verdict).toMatchObject({ verdict: 'escalate', to: escalated.to });
  });

  test('does not change, and the log bears its hash and none of its words', async () => {
    for (const done of [
      sql`update point_verdict set body = '{}'`,
      sql`delete from point_verdict`,
      sql`truncate point_verdict`,
      sql`delete from invited_organisation`,
    ])
      await expect(done.execute(all.owner)).rejects.toThrow(/does not change|do not change/);
    const { rows } = await sql<{ said: string; same: boolean }>`
      select to_jsonb(e)::text as said, exists (select from point_verdict v
        where encode(v.hash, 'hex') = e.details ->> 'verdict' and v.seq = (e.details ->> 'answer')::int) as same
      from audit_event e where act = 'opinion.verdict'`.execute(all.owner);
    expect(rows.map(({ same }) => same)).toEqual([true, true, true]);
    for (const { said } of rows) expect(said).not.toMatch(/MTTQ|phụ lục|Ủy ban/);
  });

  test('has a clock of its own, and goes on once the consultation has ended', async () => {
    const [open] = await pointsOf('?filter=disputed');
    expect(open!.late).toBe(false);
    expect((await all.organizer.send('POST', `/surveys/${all.survey.id}/archive`, {})).ok).toBe(true);
    await all.house.work();
    all.house.pass(40 * day);
    for (const person of [all.organizer, all.drafter, all.union, all.leader]) {
      await comeIn(all.house.house, person, person.id);
    }
    expect((await pointsOf('?filter=late')).map(({ id }) => id)).toEqual([open!.id]);
    const { clusters } = await all.desk(all.organizer);
    expect(clusters.every(({ point, state }) => point !== null && state === 'published')).toBe(true);
    await ok(all.step(all.organizer, open!.id, { kind: 'correct', reason: 'Đã có ý kiến của tỉnh' }));
    await answer(open!.id, proposal(further), all, false);
    await ok(publish());
    expect((await everybody()).counter).toEqual({ received: 24, answered: 24, pending: 0 });
  });
});

test('where too few people wrote to show it, organisations are answered all the same, and nothing of people goes out', async () => {
  const few = await withOrganisations(3);
  try {
    await few.group('Định mức và khoán', 'y');
    expect(await gaps(few)).toEqual(['points-unanswered 7']);
    for (const { id } of await pointsOf('', few)) await answer(id, proposal(), few);
    const [cluster] = (await few.desk(few.organizer)).clusters;
    await answer(cluster!.id, proposal(), few);
    await ok(publish(few));
    const view = await everybody(few);
    expect([view.named.answers.length, view.answers, view.counter]).toEqual([7, [], null]);
    expect(JSON.stringify(view)).not.toContain('Định mức và khoán');
    expect(view.clock!.doneOn).not.toBeNull();
  } finally {
    await few.house.close();
  }
}, 120_000);
