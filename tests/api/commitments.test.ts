import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CommitmentsDeskView,
  CommitmentsInspectedView,
  CommitmentsView,
  CommitmentView,
  DeskView,
} from '@danban/contract';
import { pdf } from '../support/draftTexts.ts';
import { readJson } from '../support/opinions.ts';
import { answering, type Answering } from '../support/replies.ts';
import { addGrant, comeIn, problemOf, signedIn, type Visitor } from '../support/staff.ts';
import { unzipped, wordsIn } from '../support/unzipped.ts';

type Member = Visitor & { id: string };
const day = 24 * 3_600_000;
const why = 'Khoản 2 Điều 8 sẽ khoán theo số ki-lô-mét đi thực tế, kèm bảng kê của từng chuyến.';
// A Saturday: the Monday after it is in time.
const promise = {
  text: 'Niêm yết bảng khoán xăng xe của từng quý tại phòng hội đồng nhà trường.',
  owner: 'Tổ Văn phòng',
  due: '2026-03-14',
};
const evidence = 'Đã niêm yết bảng khoán quý I tại phòng hội đồng, có biên bản của Ban Thanh tra nhân dân.';
const link = 'https://example.edu.vn/niem-yet';

let all: Answering;
let fuel: string;
/** Who inspects: at the school, elsewhere, and with a part in the answers beside it. */
let board: Member;
let elsewhere: Member;
let both: Member[];

beforeAll(async () => {
  all = await answering(24);
  const { unitId } = all.survey;
  const inspecting = (login: string, unit = unitId): Promise<Member> =>
    signedIn(all.house.app, all.admin, { login, role: 'inspector', unitId: unit });
  board = await inspecting('thanh.tra');
  elsewhere = await inspecting('thanh.tra.khac', 'THPT.SONGNINH');
  both = [await inspecting('soan.va.thanh.tra'), await inspecting('lanh.dao.va.thanh.tra')];
  for (const [at, role] of ['drafter', 'leader'].entries()) {
    expect((await addGrant(all.admin, both[at]!.id, { role, unitId, bodyId: null })).ok).toBe(true);
  }
  fuel = await all.group('Khoán xăng xe', 'y');
  await ok(all.step(all.organizer, fuel, { kind: 'assign', to: all.drafter.id }));
}, 120_000);
afterAll(() => all?.house.close());

const ok = async (answer: Promise<Response>) => {
  const { status } = await answer;
  expect(status).toBe(204);
};
const refused = async (answer: Promise<Response>) => problemOf(await answer);
const issues = async (answer: Promise<Response>) => {
  const body = (await (await answer).json()) as { issues: { path: string; code: string }[] };
  return body.issues.map(({ path, code }) => `${path} ${code}`);
};
const propose = (commitment: object | null, by: Visitor = all.drafter) => {
  const proposal = { resolution: 'explained', explanation: why, clause: null, mergedInto: null, commitment };
  return all.step(by, fuel, { kind: 'propose', proposal });
};
async function publish(): Promise<void> {
  await ok(all.step(all.union, fuel, { kind: 'check' }));
  await ok(all.step(all.leader, fuel, { kind: 'approve' }));
  await ok(all.organizer.send('POST', all.at('/publication'), {}));
}
const api = (): string => `/surveys/${all.survey.id}/commitments`;
const published = async (): Promise<CommitmentsView> =>
  (await (await all.house.app.request(`/api/kq/${all.slug}/commitments`)).json()) as CommitmentsView;
const only = async (): Promise<CommitmentView> => (await published()).commitments[0]!;
const mark = (by: Visitor, given: object, seq = 1, standing = 0) =>
  by.send('POST', `${api()}/marks`, { seq, standing, mark: given });
const kept = (words = evidence) => ({ kind: 'kept', words, link });
/** So many days later everybody comes in again. */
async function later(days: number): Promise<void> {
  all.house.pass(days * day);
  for (const person of [all.organizer, all.drafter, all.union, all.leader, board, elsewhere, ...both]) {
    await comeIn(all.house.house, person, person.id);
  }
}
const due = async (person: Visitor) =>
  (await readJson<DeskView>(person, '/desk')).keep.items.map(({ of }) => [of!.late, of!.soon]);
const toConfirm = async (person: Visitor) =>
  (await readJson<DeskView>(person, '/desk')).confirm.items.map(({ left }) => left);
const check = (by: Visitor, given: { verdict: string; words: string }, number: number, checks = 0) =>
  by.send('POST', `${api()}/checks`, { mark: number, checks, check: given });

describe('a commitment', () => {
  test('is proposed with the answer: a role or body answers for it, until a day to come', async () => {
    expect(await issues(propose({ ...promise, owner: 'Bà Nguyễn Thị Lan' }))).toEqual([
      'commitment.owner names-person',
    ]);
    expect(await issues(propose({ ...promise, due: '2026-03-01' }))).toEqual(['commitment.due due-past']);
    expect(await issues(propose({ ...promise, text: 'Sẽ nghiên cứu' }))).toEqual(['commitment.text commitment-vague']);
    expect(await refused(propose({ ...promise, due: 'mai' }))).toBe('invalid-input');
    await ok(propose(promise));
    expect((await all.one(all.union, fuel)).proposal!.commitment).toEqual(promise);
    expect(await published()).toMatchObject({ commitments: [], counts: { open: 0, late: 0, disputed: 0, kept: 0 } });
  });

  test('goes out with the answer, in the chain, the official table and the open data', async () => {
    await ok(all.organizer.send('POST', all.comments('/publication'), {}));
    await publish();
    const file = (name: string) => all.house.app.request(`/api/kq/${all.slug}/${name}`);
    const { rows } = (await (await file('replies.json')).json()) as { rows: { body: string }[] };
    expect((JSON.parse(rows[0]!.body) as { commitment: object }).commitment).toEqual(promise);
    const words = wordsIn(unzipped(await (await file('response-table.docx')).arrayBuffer())['word/document.xml']!);
    expect(words.join('\n')).toContain(`Cam kết: ${promise.text.replace(/\.$/, '')} (Tổ Văn phòng thực hiện, hạn`);
    expect(await (await file('replies.csv')).text()).toContain(`${promise.owner};14/03/2026`);
    expect(await only()).toMatchObject({ ...promise, state: 'open', lastDay: '2026-03-16', left: 14, lateBy: null });
  });

  test('is late by its date and the calendar, never by hand, and called to mind to who may say it is kept', async () => {
    expect(await due(all.drafter)).toEqual([]);
    await later(10);
    expect(await due(all.drafter)).toEqual([[0, 1]]);
    await later(4);
    expect(await only()).toMatchObject({ state: 'open', left: 0 });
    await later(2);
    expect(await only()).toMatchObject({ state: 'late', lateBy: 2, left: null });
    expect([await due(all.organizer), await due(all.leader)]).toEqual([[[1, 0]], []]);
    expect(await refused(mark(all.drafter, { kind: 'late', words: evidence }))).toBe('invalid-input');
  });

  test('is said to be kept by who promised, with evidence that names nobody; every line stays', async () => {
    for (const other of [all.union, all.leader]) expect(await refused(mark(other, kept()))).toBe('not-allowed');
    expect(await issues(mark(all.drafter, kept('Đã làm xong rồi.')))).toEqual(['words evidence-vague']);
    expect(await issues(mark(all.drafter, kept(`Cô Lan ${evidence}`)))).toEqual(['words names-person']);
    expect(await refused(mark(all.drafter, { ...kept(), link: 'javascript:alert(1)' }))).toBe('invalid-input');
    expect(await refused(mark(all.drafter, { kind: 'reopened', words: evidence }))).toBe('commitment-not-now');
    await ok(mark(all.drafter, kept()));
    expect(await refused(mark(all.drafter, kept()))).toBe('commitment-changed-meanwhile');
    expect(await only()).toMatchObject({ state: 'kept', keptOn: '2026-03-18', lateBy: 2, marks: [{ link }] });
    await ok(
      mark(
        all.organizer,
        { kind: 'reopened', words: 'Bảng niêm yết đã bị gỡ trước khi hết quý, phải niêm yết lại.' },
        1,
        1,
      ),
    );
    expect(await only()).toMatchObject({ state: 'late', keptOn: null });
    await ok(mark(all.drafter, kept(`${evidence} Đã niêm yết lại.`), 1, 2));
    const { marks, state } = await only();
    expect([state, marks.map(({ kind }) => kind)]).toEqual(['kept', ['kept', 'reopened', 'kept']]);
    expect(marks.map(({ by }) => by.slice(0, 9))).toEqual(['Trường TH', 'Công đoàn', 'Trường TH']);
    expect(JSON.stringify(await published())).not.toContain('Người ');
    const { db } = all.house.house;
    await expect(sql`update commitment_mark set body = '{}'`.execute(db)).rejects.toThrow(/does not change/);
    await expect(sql`delete from commitment_mark`.execute(db)).rejects.toThrow(/does not change/);
  });

  test('reported as kept is looked into by the inspection board of the unit, and by nobody who promised', async () => {
    expect([await toConfirm(board), await toConfirm(elsewhere), await toConfirm(all.drafter)]).toEqual([[1], [], []]);
    const seen = await readJson<CommitmentsInspectedView>(board, `${api()}/checks`);
    expect(seen).toMatchObject({
      mayCheck: true,
      confirmed: 0,
      commitments: [{ state: 'kept', marks: [{ checks: [] }, {}, {}] }],
    });
    const good = { verdict: 'confirmed', words: '' };
    for (const other of [elsewhere, all.drafter, all.organizer, all.union, all.leader]) {
      expect(await refused(check(other, good, 3))).toBe('not-allowed');
      expect(await refused(other.send('GET', `${api()}/checks`))).toBe('not-allowed');
    }
    for (const one of both) expect(await refused(check(one, good, 3))).toBe('promises-here');
    // Whoever made the mark does not look into it later, whatever she is by then.
    const { db } = all.house.house;
    await sql`update role_grant set role = 'inspector' where account_id = ${all.drafter.id}::uuid`.execute(db);
    expect(await refused(check(all.drafter, good, 3))).toBe('promises-here');
    await sql`update role_grant set role = 'drafter' where account_id = ${all.drafter.id}::uuid`.execute(db);
  });

  test('that is not as reported is neither kept nor silently open: both words stand, each line for good', async () => {
    const why = 'Bảng niêm yết tại phòng hội đồng mới có tháng 1, chưa có tháng 2 và tháng 3 của quý.';
    const objected = { verdict: 'objected', words: why };
    expect(await issues(check(board, { verdict: 'objected', words: '' }, 3))).toEqual(['words check-vague']);
    expect(await issues(check(board, { verdict: 'confirmed', words: 'Cô Lan cho xem bảng.' }, 3))).toEqual([
      'words names-person',
    ]);
    expect(await refused(check(board, { ...objected, words: `TUYỆT MẬT\n${why}` }, 3))).toBe('opinion-secret');
    for (const number of [1, 2])
      expect(await refused(check(board, objected, number))).toBe('commitment-changed-meanwhile');
    await ok(check(board, objected, 3));
    const by = all.survey.unit;
    const disputed = await only();
    expect(disputed).toMatchObject({ state: 'disputed', keptOn: '2026-03-18', lateBy: 2 });
    expect(disputed.marks[0]).toMatchObject({ kind: 'kept', checks: [{ ...objected, by, on: '2026-03-18' }] });
    expect((await published()).counts).toEqual({ late: 0, disputed: 1, open: 0, kept: 0 });
    const { keep } = await readJson<DeskView>(all.drafter, '/desk');
    expect(keep.items).toMatchObject([{ left: 1, of: { late: 0, soon: 0, disputed: 1 } }]);
    // A second line corrects the first, says why, and is based on it.
    const right = {
      verdict: 'confirmed',
      words: 'Đã xem lại bảng niêm yết: đủ ba tháng của quý, hai trang sau bị che khuất.',
    };
    expect(await refused(check(board, right, 3))).toBe('commitment-changed-meanwhile');
    expect(await issues(check(board, { verdict: 'confirmed', words: '' }, 3, 1))).toEqual(['words check-vague']);
    await ok(check(board, right, 3, 1));
    expect(await only()).toMatchObject({ state: 'kept', marks: [{ checks: [right, objected] }, {}, {}] });
    expect([(await published()).confirmed, await toConfirm(board)]).toEqual([1, []]);
    expect(JSON.stringify(await published())).not.toContain('Người ');
    const { db } = all.house.house;
    await expect(sql`update commitment_check set body = '{}'`.execute(db)).rejects.toThrow(/does not change/);
    await expect(sql`delete from commitment_check`.execute(db)).rejects.toThrow(/does not change/);
    await expect(sql`truncate commitment_check`.execute(all.owner)).rejects.toThrow(/does not change/);
  });

  test('is shown with files: told by their bytes, under their hash, for anybody as long as the results are', async () => {
    const bring = (by: Visitor, bytes: Uint8Array, query = '?open=true') =>
      by.send('POST', `${api()}/files${query}`, bytes);
    const { leader, drafter, organizer } = all;
    for (const other of [board, leader, all.union]) expect(await refused(bring(other, pdf()))).toBe('not-allowed');
    expect(await refused(bring(drafter, pdf(), ''))).toBe('invalid-input');
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    expect(await issues(bring(drafter, bytesOf('<svg onload="alert(1)"/>')))).toEqual(['files not-showable']);
    expect(await issues(bring(drafter, bytesOf('%PDF-1.7 và hết')))).toEqual(['files damaged-file']);
    expect(await issues(bring(drafter, new Uint8Array(5 * 1024 * 1024 + 1)))).toEqual(['files file-too-large']);
    const brought = async (by: Visitor, words: string) =>
      ((await (await bring(by, pdf(words))).json()) as { id: string }).id;
    const [one, two, hers] = [
      await brought(drafter, 'một'),
      await brought(drafter, 'hai'),
      await brought(organizer, 'ba'),
    ];
    const say = (files: string[]) =>
      drafter.send('POST', `${api()}/marks`, { seq: 1, standing: 3, mark: kept(), files });
    expect(await refused(say([one, hers]))).toBe('evidence-gone');
    expect(await refused(say([one, two, hers, hers]))).toBe('invalid-input');
    await ok(say([one, two]));
    const [mark] = (await only()).marks;
    const hashes = ['một', 'hai'].map((words) => createHash('sha256').update(pdf(words)).digest('hex'));
    expect(mark!.files.map(({ media, sha256 }) => [media, sha256])).toEqual(hashes.map((hash) => ['pdf', hash]));
    // The hash stands in what is hashed of the mark.
    const { db } = all.house.house;
    const { rows } = await sql<{ body: string }>`select body from commitment_mark where number = 4`.execute(db);
    expect((JSON.parse(rows[0]!.body) as { files: object[] }).files).toEqual(mark!.files);
    const open = (name: string) => all.house.app.request(`/api/kq/${all.slug}/commitments/files/${name}`);
    const answer = await open(`${hashes[0]!}.pdf`);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf('một'));
    expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      'application/pdf',
      'nosniff',
    ]);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="minh-chung-${hashes[0]!.slice(0, 12)}.pdf"`,
    );
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    // What waits, or bears another ending, is nowhere; staff with a part in it are given it too.
    const waiting = createHash('sha256').update(pdf('ba')).digest('hex');
    for (const name of [`${waiting}.pdf`, `${hashes[0]!}.png`, hashes[0]!]) expect((await open(name)).status).toBe(404);
    for (const person of [leader, board]) {
      expect((await person.send('GET', `${api()}/files/${hashes[1]!}.pdf`)).status).toBe(200);
    }
    expect(await refused(elsewhere.send('GET', `${api()}/files/${hashes[1]!}.pdf`))).toBe('not-allowed');
    await expect(sql`update commitment_file set bytes = bytes where mark is not null`.execute(db)).rejects.toThrow(
      /does not change/,
    );
    await expect(sql`delete from commitment_file where mark is not null`.execute(db)).rejects.toThrow(
      /does not change/,
    );
  });

  test('of files that wait only the last of each person stay, and none for long', async () => {
    const { db } = all.house.house;
    const waiting = async () => {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from commitment_file where mark is null`.execute(db);
      return rows[0]!.n;
    };
    const bring = (by: Visitor) => by.send('POST', `${api()}/files?open=true`, pdf());
    for (let more = 0; more < 8; more++) await bring(all.drafter);
    expect(await waiting()).toBe(7);
    await later(2);
    await bring(all.drafter);
    expect(await waiting()).toBe(1);
  });

  test('is put anew by a correction alone, with its reason, and does not vanish', async () => {
    const reason = 'Niêm yết thêm ở điểm trường lẻ nên cần thêm thời gian';
    await ok(all.step(all.organizer, fuel, { kind: 'correct', reason }));
    expect(await issues(propose(null))).toEqual(['commitment.text commitment-dropped']);
    expect((await only()).state).toBe('kept');
    await ok(propose({ ...promise, due: '2026-04-15' }));
    await publish();
    const now = await only();
    expect(now).toMatchObject({ seq: 2, state: 'open', due: '2026-04-15', standing: 0 });
    expect(now.earlier).toEqual([{ ...promise, reason }]);
    expect(now.marks).toHaveLength(4);
  });

  test('is followed after the opinions are gone, and shown to no stranger before the results are', async () => {
    expect((await all.organizer.send('POST', `/surveys/${all.survey.id}/archive`, {})).ok).toBe(true);
    await all.house.work();
    await ok(mark(all.drafter, kept(), 2));
    const desk = await readJson<CommitmentsDeskView>(all.leader, api());
    expect(desk).toMatchObject({ mayMark: false, counts: { kept: 1 }, publicUrl: `/kq/${all.slug}/cam-ket` });
    expect(await refused(all.union.send('POST', `${api()}/marks`, {}))).toBe('not-allowed');
    await all.organizer.send('PUT', `/surveys/${all.survey.id}/publication`, { published: false });
    expect((await all.house.app.request(`/api/kq/${all.slug}/commitments`)).status).toBe(404);
  });
});
