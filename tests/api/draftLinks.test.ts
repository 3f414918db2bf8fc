import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  DraftComparisonView,
  DraftLinkChoiceView,
  DraftLinksView,
  LinkDecision,
  ListedSurveyView,
  PageView,
  PublicComparisonView,
  PublicDraftView,
} from '@danban/contract';
import { bodyOf } from '@danban/server/drafts/body';
import { attaching, consulting, pdf, school, type Consulting } from '../support/draftTexts.ts';
import { readJson } from '../support/opinions.ts';
import { problemOf, signedIn } from '../support/staff.ts';

let made: Consulting;
let revision: number;

beforeAll(async () => {
  made = await consulting();
  revision = await made.follow();
}, 60_000);
afterAll(() => made.at.close());

const post = (path: string, body: object) => made.organizer.send('POST', made.api(path), body);
const links = () => readJson<DraftLinksView>(made.organizer, made.api('/working/links'));
async function decide(decision: LinkDecision): Promise<DraftLinksView> {
  expect((await post('/working/links', { revision, decision })).status).toBe(204);
  revision += 1;
  return links();
}
const publication = () => post('/publication', { revision, label: 'Dự thảo lần 2', datedOn: '2023-11-20' });
const publicAt = async <T>(path = ''): Promise<T> => {
  const { url } = await made.drafts();
  const answer = await made.at.app.request(`/api/c/${url!.split('/').at(-1)!}${path}`);
  return (await answer.json()) as T;
};
const endsOf = (view: DraftLinksView, path: string) =>
  [...view.doubtful, ...view.others]
    .filter(({ from, to }) => [...from, ...to].some((one) => one.path === path))
    .map(({ from, to, relation }) => [from.map((one) => one.path), to.map((one) => one.path), relation]);

describe('a second version', () => {
  test('is not published before somebody has confirmed what became of each clause, nor by the database itself', async () => {
    expect((await made.drafts()).links).toMatchObject({ confirmed: false });
    expect(await problemOf(await publication())).toBe('draft-links-open');
    const past = sql`update draft_version set body = '{}', tree_hash = ${Buffer.alloc(32)}, published_on = '2023-11-20',
      published_by = not_secret_by where survey_id = ${made.survey.id} and number = 2`;
    await expect(past.execute(made.at.house.db)).rejects.toThrow('links confirmed');
  });

  test('shows what a person should look at: what is new, gone, divided or reworded, with its words', async () => {
    const view = await links();
    expect(view).toMatchObject({ from: { number: 1 }, to: { number: 2 }, confirmed: null, mayUndo: false });
    expect(view.doubtful.length).toBeGreaterThan(5);
    expect(view.doubtful.length).toBeLessThan(view.others.length / 2);
    expect(endsOf(view, 'dieu-10.k3')).toContainEqual([['dieu-10.k3'], [], 'removed']);
    const added = view.doubtful.find(({ path }) => path === 'dieu-9')!;
    expect(added).toMatchObject({ relation: 'added', side: 'to' });
    expect(added.segments.every(({ kind }) => kind === 'inserted')).toBe(true);
  });

  test('what a person says holds: right as it is, another counterpart, gone, divided; and is taken back step by step', async () => {
    const before = await links();
    const right = await decide({ side: 'from', path: 'dieu-10.k3', with: [] });
    expect(right.doubtful).toHaveLength(before.doubtful.length - 1);
    const other = await decide({ side: 'from', path: 'dieu-10.k3', with: ['dieu-11.k3'] });
    expect(endsOf(other, 'dieu-10.k3')).toContainEqual([['dieu-10.k3'], ['dieu-11.k3'], 'modified']);
    const parted = await decide({ side: 'from', path: 'dieu-10.k3', with: ['dieu-11.k2', 'dieu-11.k3'] });
    expect(endsOf(parted, 'dieu-10.k3')).toContainEqual([['dieu-10.k3'], ['dieu-11.k2', 'dieu-11.k3'], 'split']);
    for (let left = 3; left > 0; left--) {
      expect((await post('/working/links/undo', { revision })).status).toBe(204);
      revision += 1;
    }
    expect({ ...(await links()), revision: before.revision }).toEqual(before);
    expect(await problemOf(await post('/working/links/undo', { revision }))).toBe('nothing-to-undo');
  });

  test('for one clause the likeliest counterparts stand first, what it is linked to now among them', async () => {
    const at = made.api('/working/links/one?side=from&path=dieu-3.k4');
    const choice = await readJson<DraftLinkChoiceView>(made.organizer, at);
    expect(choice.chosen).toEqual(['dieu-16.k1']);
    expect(choice.likely[0]!.path).toBe('dieu-16.k1');
    const missing = made.api('/working/links/one?side=from&path=dieu-99');
    expect(await problemOf(await made.organizer.send('GET', missing))).toBe('not-found');
  });

  test.each<[string, LinkDecision]>([
    ['a clause that is not there', { side: 'to', path: 'dieu-99', with: [] }],
    ['a counterpart that is not there', { side: 'to', path: 'dieu-9', with: ['dieu-99'] }],
    ['a heading and a clause below', { side: 'to', path: 'dieu-9', with: ['dieu-3.k4'] }],
    ['the beginning of the text', { side: 'to', path: 'mo-dau', with: ['mo-dau'] }],
  ])('%s is refused and changes nothing', async (_, decision) => {
    const before = await links();
    expect(await problemOf(await post('/working/links', { revision, decision }))).toBe('draft-links-wrong');
    expect(await links()).toEqual(before);
  });

  test('two who decide at once: the second is told', async () => {
    const decision = { side: 'to', path: 'dieu-9', with: [] };
    const answers = await Promise.all([1, 2].map(() => post('/working/links', { revision, decision })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    revision += 1;
  });

  test('a correction of the text opens confirmed links again; a decision about other clauses stays', async () => {
    expect((await post('/working/links/confirmation', { revision })).status).toBe(204);
    revision += 1;
    expect((await links()).confirmed).not.toBeNull();
    const { clauses } = (await made.drafts()).working!;
    const index = clauses.findIndex(({ path }) => path === 'dieu-1');
    const edit = { act: 'retitle', index, heading: 'Phạm vi và đối tượng' };
    expect((await post('/working/corrections', { revision, edit })).status).toBe(204);
    revision += 1;
    const after = await links();
    expect([after.confirmed, after.mayUndo]).toEqual([null, true]);
    expect(await problemOf(await publication())).toBe('draft-links-open');
    expect((await post('/working/undo', { revision })).status).toBe(204);
    revision += 1;
  });

  test('nobody but its organizer and its drafters sees or decides', async () => {
    const person = await signedIn(made.at.app, made.admin, {
      login: 'lanh.dao.x',
      role: 'leader',
      unitId: school.unitId,
    });
    for (const path of ['/working/links', '/comparison', '/working/links/one?side=to&path=dieu-9'])
      expect(await problemOf(await person.send('GET', made.api(path)))).toBe('not-allowed');
    expect(await problemOf(await person.send('POST', made.api('/working/links/confirmation'), { revision }))).toBe(
      'not-allowed',
    );
  });
});

test('who writes drafts finds the consultations of her units, and nothing else of theirs', async () => {
  await made.organizer.send('POST', '/surveys', { template: 'khao-sat-hai-long-phu-huynh', ...school });
  const listed = async (login: string, role: string, unitId: string) => {
    const person = await signedIn(made.at.app, made.admin, { login, role, unitId });
    return (await readJson<PageView<ListedSurveyView>>(person, '/drafts')).items.map(({ id }) => id);
  };
  expect(await listed('soan.ds', 'drafter', school.unitId)).toEqual([made.survey.id]);
  expect(await listed('soan.khac', 'drafter', 'THPT.SONGNINH')).toEqual([]);
  expect(await listed('ld.ds', 'leader', school.unitId)).toEqual([]);
});

describe('files beside a draft', () => {
  const attach = (bytes: Uint8Array<ArrayBuffer>, more: Record<string, string> = {}) =>
    made.organizer.send('POST', made.api(attaching({ number: '2', ...more })), bytes);
  const issue = async (answer: Response) => {
    const { code, issues } = (await answer.json()) as { code: string; issues: { code: string }[] };
    return [code, issues[0]?.code];
  };
  const office = (part: string, creator: string) =>
    new Uint8Array(
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        [part]: strToU8('<x/>'),
        'docProps/core.xml': strToU8(creator),
      }),
    );

  test('a bad one is refused in words, and nothing is stored', async () => {
    expect(await issue(await attach(new TextEncoder().encode('<html>')))).toEqual([
      'attachment-not-read',
      'not-attachable',
    ]);
    expect(await issue(await attach(new Uint8Array(5 * 1024 * 1024 + 1)))).toEqual([
      'attachment-not-read',
      'attachment-too-large',
    ]);
    expect(await problemOf(await attach(pdf(), { notSecret: 'false' }))).toBe('invalid-input');
    expect(await problemOf(await attach(pdf(), { number: '7' }))).toBe('not-found');
    expect((await made.drafts()).attachments).toEqual([]);
  });

  test('bears a name every system takes, does not tell who made it, and is kept, never shown', async () => {
    expect((await attach(office('xl/workbook.xml', 'Nguyễn Văn A'), { name: '../Bảng "chi" 2023.exe' })).status).toBe(
      204,
    );
    const [file] = (await made.drafts()).attachments;
    expect(file).toMatchObject({ name: '.. Bảng chi 2023.xlsx', media: 'xlsx', number: 2 });
    expect(await problemOf(await attach(office('xl/workbook.xml', ''), { name: '.. Bảng chi 2023.xlsx' }))).toBe(
      'attachment-name-taken',
    );
    const got = await made.organizer.send('GET', made.api(`/attachments/${file!.id}`));
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="tai-lieu.xlsx"; filename\*=UTF-8''/);
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    const parts = unzipSync(new Uint8Array(await got.arrayBuffer()));
    expect(strFromU8(parts['docProps/core.xml']!)).not.toContain('Nguyễn');
  });

  test('is taken away before the publication; afterwards it stays, and anybody may have it', async () => {
    expect((await attach(pdf())).status).toBe(204);
    const named = async () => (await made.drafts()).attachments.find(({ media }) => media === 'pdf');
    const id = (await named())!.id;
    const { url } = await made.drafts();
    const open = () => made.at.app.request(`/api/c/${url!.split('/').at(-1)!}/attachments/${id}`);
    expect((await open()).status).toBe(404);
    expect((await made.organizer.send('DELETE', made.api(`/attachments/${id}`))).status).toBe(204);
    expect(await named()).toBeUndefined();
  });
});

describe('once it is published', () => {
  beforeAll(async () => {
    // Which one the new article 9 was, as a person says: the old article 8 was divided in two.
    await decide({ side: 'from', path: 'dieu-8', with: ['dieu-8', 'dieu-9'] });
    expect((await post('/working/links/confirmation', { revision })).status).toBe(204);
    revision += 1;
    expect((await publication()).status).toBe(204);
  });

  test('keys follow what was confirmed, so what hangs on a clause does', async () => {
    const [first, second] = await Promise.all([1, 2].map((number) => bodyOf(made.at.house.db, made.survey.id, number)));
    const keyIn = (body: typeof first, path: string) => body!.clauses.find((clause) => clause.path === path)!.key;
    expect(keyIn(second, 'dieu-8')).toBe(keyIn(first, 'dieu-8'));
    expect(keyIn(second, 'dieu-10')).toBe(keyIn(first, 'dieu-9'));
    expect(keyIn(second, 'dieu-16.k1')).toBe(keyIn(first, 'dieu-3.k4'));
    const old = new Set(first!.clauses.map(({ key }) => key));
    expect(old.has(keyIn(second, 'dieu-9'))).toBe(false);
  });

  test('its links and its files never change again', async () => {
    const { db } = made.at.house;
    const survey = made.survey.id;
    await expect(
      sql`update draft_link set confirmed_by = null, confirmed_on = null, body = '{"decisions": []}' where survey_id = ${survey}`.execute(
        db,
      ),
    ).rejects.toThrow('do not change');
    await expect(sql`delete from draft_link where survey_id = ${survey}`.execute(db)).rejects.toThrow('do not change');
    await expect(sql`delete from draft_attachment where survey_id = ${survey}`.execute(db)).rejects.toThrow('stays');
    const [file] = (await made.drafts()).attachments;
    expect(await problemOf(await made.organizer.send('DELETE', made.api(`/attachments/${file!.id}`)))).toBe(
      'attachment-stays',
    );
    expect((await publicAt<PublicDraftView>()).attachments).toMatchObject([{ name: file!.name }]);
  });

  test('anybody sees what changed, counted and word by word, and one kind of change alone', async () => {
    const view = await publicAt<PublicComparisonView>('/changes');
    expect(view).toMatchObject({ from: { number: 1 }, to: { number: 2 } });
    const counted = Object.values(view.counts).reduce((sum, times) => sum + times, 0);
    expect([counted, view.changes.some(({ relation }) => relation === 'unchanged')]).toEqual([view.all, false]);
    const moved = view.changes.find(({ id }) => id === 'dieu-16.k1')!;
    expect(moved).toMatchObject({ relation: 'moved', from: [{ path: 'dieu-3.k4' }] });
    const removed = await publicAt<PublicComparisonView>('/changes?show=removed');
    expect(removed.changes.map(({ id }) => id)).toContain('cu-dieu-10.k3');
    expect(
      removed.changes.every(({ segments, heading }) =>
        [...segments, ...heading].every(({ kind }) => kind === 'deleted'),
      ),
    ).toBe(true);
    const whole = await publicAt<PublicComparisonView>('/changes?show=all');
    expect(whole.changes.length).toBeGreaterThanOrEqual(view.all);
    expect(await publicAt('/changes?from=2&to=1')).toMatchObject({ code: 'not-found' });
    expect(await publicAt('/changes?show=everything')).toMatchObject({ code: 'invalid-input' });
  });

  test('a third version is compared with the first through the second, and is nobody’s before it is published', async () => {
    await made.paste({ label: 'Dự thảo lần 3' });
    const through = await readJson<DraftComparisonView>(made.organizer, made.api('/comparison?from=1&to=3'));
    expect(through).toMatchObject({ from: { number: 1 }, to: { number: 3 }, isPublished: false });
    const back = through.changes.find(({ id }) => id === 'dieu-3.k4')!;
    expect(back.from.map(({ path }) => path)).toEqual(['dieu-3.k4']);
    expect(await publicAt('/changes?from=1&to=3')).toMatchObject({ code: 'not-found' });
  });

  test('a survey that is thrown away takes links and files along', async () => {
    expect((await made.organizer.send('DELETE', `/surveys/${made.survey.id}`)).status).toBe(204);
    const left = sql<{
      n: number;
    }>`select (select count(*) from draft_link)::int + (select count(*) from draft_attachment)::int as n`;
    expect((await left.execute(made.at.house.db)).rows[0]!.n).toBe(0);
  });
});
