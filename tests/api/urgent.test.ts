import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeskView, PublicSurveyView, SurveyView, UrgentContactView, UrgentTestView } from '@danban/contract';
import { t } from '@danban/i18n';
import type { Definition } from '@danban/survey';
import { freshDatabase, type FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type HouseWish, type TestHouse } from '../support/house.ts';
import { postOffice, type PostOffice } from '../support/postOffice.ts';
import { problemOf, setUpProvince, signedIn, type Visitor } from '../support/staff.ts';

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const contact = {
  name: 'Cô Phạm Thị Hạnh, phụ trách bảo vệ trẻ em',
  email: 'hanh@truong.edu.vn',
  phone: '0228 3849 xxx',
};
const named = { ...contact, phone: '0228 384 9000' };
const message = 'Có bạn bị chặn đánh ở cổng sau, hôm nào cũng thế.';
/** What only a letter that brings a message says. */
const realLetter = { subject: t('vi', 'urgent.letter.subject'), message: t('vi', 'urgent.letter.message') };
const day = 24 * 3_600_000;

let database: FreshDatabase;
let office: PostOffice;
let at: TestHouse;
let admin: Visitor;
let organizer: Visitor;

async function settle(wish: HouseWish = { smtpUrl: office.url }): Promise<void> {
  database = await freshDatabase();
  at = await testHouse(database, wish);
  admin = await setUpProvince(at);
  organizer = await signedIn(at.app, admin, { login: 'organizer', role: 'organizer', ...school });
}
beforeEach(async () => void (office = await postOffice()));
afterEach(async () => {
  await at.close();
  await office.close();
});

const name = (body: unknown = named) => admin.send('PUT', '/urgent-contact', body);
const contactNow = async () => (await (await admin.send('GET', '/urgent-contact')).json()) as UrgentContactView;
const onDesk = async (who: Visitor) => ((await (await who.send('GET', '/desk')).json()) as DeskView).urgent;
const create = async (template = 'an-toan-phong-chong-bao-luc-hoc-duong'): Promise<SurveyView> =>
  (await (await organizer.send('POST', '/surveys', { template, ...school })).json()) as SurveyView;
const urgentIn = ({ definition }: SurveyView) => (definition as Definition).urgent;
const closesIn = (days: number) => ({ closesAt: new Date(at.house.clock().getTime() + days * day).toISOString() });

async function opened(): Promise<SurveyView> {
  const { id } = await create();
  const answer = await organizer.send('POST', `/surveys/${id}/open`, closesIn(10));
  expect(answer.status).toBe(200);
  return (await answer.json()) as SurveyView;
}

const write = async (survey: SurveyView, body: unknown = { message }, headers: Record<string, string> = {}) =>
  at.app.request(`/api/s/${survey.links[0]!.slug}/urgent`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const shown = async (survey: SurveyView) =>
  ((await (await at.app.request(`/api/s/${survey.links[0]!.slug}`)).json()) as PublicSurveyView).urgent;
const rows = async () => (await sql<object>`select * from urgent_message`.execute(at.house.db)).rows;
const keysLeft = () => readdir(join(at.keysDir, 'urgent')).catch(() => []);

test('a message reaches the contact at once, word for word, and nothing of it stays in the table or among the keys', async () => {
  await settle();
  expect((await name()).status).toBe(200);
  const survey = await opened();
  expect(await shown(survey)).toEqual({ name: named.name, phone: named.phone });
  expect((await write(survey, { message, reach: '0912 345 678' })).status).toBe(202);
  expect(await rows()).toHaveLength(1);
  expect(await keysLeft()).toHaveLength(1);
  await at.work();
  expect(office.delivered.map(({ to }) => to)).toEqual([named.email]);
  for (const words of [message, '0912 345 678', 'gọi 111']) expect(office.delivered[0]!.text).toContain(words);
  expect(await rows()).toEqual([]);
  expect(await keysLeft()).toEqual([]);
});

test('a message lies sealed, with its survey and its day and nothing else; once it has left its key opens nothing', async () => {
  await settle();
  await name();
  const survey = await opened();
  await write(survey, { message, reach: 'x@y.vn' });
  const [row] = (await rows()) as { id: string; sealed: Buffer }[];
  expect(row).toEqual({ id: row!.id, survey_id: survey.id, accepted_on: '2026-03-02', sealed: row!.sealed });
  expect(row!.sealed.toString('latin1')).not.toContain('x@y.vn');
  expect(await at.house.urgent.open(row!.id, row!.sealed)).toEqual({ message, reach: 'x@y.vn' });
  const { rows: jobs } = await sql<{ run_at: Date }>`select run_at from job where kind = 'urgent'`.execute(at.house.db);
  expect(jobs.map(({ run_at: at }) => at.toISOString())).toEqual(['2026-03-01T17:00:00.000Z']);
  await at.work();
  await expect(at.house.urgent.open(row!.id, row!.sealed)).rejects.toThrow('keys-away');
});

test('while the server of mail is away messages wait, staff see how many and since when, and then each leaves once', async () => {
  await settle();
  await name();
  const survey = await opened();
  office.takesFromUs = false;
  for (const words of [message, 'Tin thứ hai']) await write(survey, { message: words });
  await at.work();
  expect(office.delivered).toEqual([]);
  expect(await contactNow()).toMatchObject({ waiting: 2, since: '2026-03-02', refused: false });
  expect([await onDesk(admin), await onDesk(organizer)]).toEqual([{ waiting: 2, since: '2026-03-02' }, null]);
  office.takesFromUs = true;
  at.pass(60_000);
  await at.work();
  expect(office.delivered).toHaveLength(2);
  expect(await contactNow()).toMatchObject({ waiting: 0, since: null });
  at.pass(11 * 60_000);
  await at.work();
  expect(office.delivered).toHaveLength(2);
});

test('what waits outlives the process and leaves from the next one', async () => {
  await settle();
  await name();
  const survey = await opened();
  await write(survey);
  await sql`delete from job where kind = 'urgent'`.execute(at.house.db);
  await at.leave();
  at = await testHouse(database, { smtpUrl: office.url, keysDir: at.keysDir });
  await at.work();
  expect(office.delivered).toHaveLength(1);
});

test('an address nobody takes letters at keeps the message and is told to administrators; a corrected one gets it', async () => {
  await settle();
  await name();
  office.unknown.add(named.email);
  await write(await opened());
  await at.work();
  expect(await contactNow()).toMatchObject({ waiting: 1, refused: true });
  await name({ ...named, email: 'hanh.moi@truong.edu.vn' });
  at.pass(11 * 60_000);
  await at.work();
  expect(office.delivered.map(({ to }) => to)).toEqual(['hanh.moi@truong.edu.vn']);
  expect(await contactNow()).toMatchObject({ waiting: 0, refused: false });
});

test('a message whose key is away keeps no other from leaving, and one whose key is destroyed is not sent again', async () => {
  await settle();
  await name();
  const survey = await opened();
  await write(survey);
  const [row] = (await rows()) as { id: string; sealed: Buffer }[];
  const other = '00000000-0000-4000-8000-000000000001';
  const copy = sql`insert into urgent_message values (${other}, ${survey.id}, '2026-03-01', ${row!.sealed})`;
  await copy.execute(at.house.db);
  await at.work();
  expect(office.delivered).toHaveLength(1);
  expect(await rows()).toMatchObject([{ id: other }]);
  await at.house.urgent.seal(other, { message: 'x', reach: '' });
  await at.house.urgent.destroy(other);
  at.pass(11 * 60_000);
  await at.work();
  expect([office.delivered.length, await rows()]).toEqual([1, []]);
});

test.each([
  ['no server of mail', false, 'urgent-no-mail'],
  ['nobody named', true, 'urgent-no-contact'],
])('with %s a survey begins without it, cannot be opened with it, and its page shows no way', async (_, mail, code) => {
  await settle(mail ? { smtpUrl: office.url } : {});
  if (!mail) await name();
  const survey = await create();
  expect(urgentIn(survey)).toBeUndefined();
  const definition = { ...(survey.definition as Definition), urgent: true };
  await organizer.send('PUT', `/surveys/${survey.id}`, { definition, revision: survey.revision });
  const refused = await organizer.send('POST', `/surveys/${survey.id}/open`, closesIn(10));
  expect(refused.status).toBe(422);
  const { issues } = (await refused.json()) as { issues: { code: string }[] };
  expect(issues.map((issue) => issue.code)).toEqual([code]);
});

test('templates for parents and pupils begin with it, others without', async () => {
  await settle();
  await name();
  expect(urgentIn(await create('khao-sat-hai-long-phu-huynh'))).toBe(true);
  expect(urgentIn(await create('khao-sat-thuc-hien-quy-che-dan-chu'))).toBeUndefined();
});

test('where it is not switched on, or nobody is named any more, nothing is taken', async () => {
  await settle();
  await name();
  const survey = await opened();
  await admin.send('DELETE', '/urgent-contact');
  at.pass(3_000);
  expect(await shown(survey)).toBeNull();
  expect(await problemOf(await write(survey))).toBe('urgent-off');
  expect(await rows()).toEqual([]);
});

test('it is taken while a survey is paused and after it has closed', async () => {
  await settle();
  await name();
  const survey = await opened();
  await organizer.send('POST', `/surveys/${survey.id}/pause`, {});
  at.pass(3_000);
  expect((await write(survey)).status).toBe(202);
  await organizer.send('POST', `/surveys/${survey.id}/close`, {});
  await at.work();
  at.pass(3_000);
  expect((await write(survey)).status).toBe(202);
  await at.work();
  expect(office.delivered).toHaveLength(2);
});

test('a flood is slowed down in words, by no address', async () => {
  await settle();
  await name();
  const survey = await opened();
  const all = await Promise.all(
    Array.from({ length: 25 }, () => write(survey, { message }, { 'x-real-ip': '192.0.2.1' })),
  );
  expect(all.map(({ status }) => status).sort()).toEqual([
    ...Array<number>(20).fill(202),
    ...Array<number>(5).fill(429),
  ]);
  expect(await problemOf(await write(survey))).toBe('urgent-too-many');
  at.pass(61_000);
  expect((await write(survey)).status).toBe(202);
});

test('what is no message is refused by its code, and nothing of it is logged', async () => {
  await settle();
  await name();
  const survey = await opened();
  const before = at.logged.length;
  for (const [body, code] of [
    [{}, 'invalid-input'],
    [{ message: '   ' }, 'invalid-input'],
    [{ message: 'x'.repeat(4_001) }, 'invalid-input'],
    [{ message, name: 'An' }, 'invalid-input'],
    [`{"message":"${message}`, 'malformed-json'],
    [{ message: 'x'.repeat(40_000) }, 'too-large'],
  ] as const) {
    expect(await problemOf(await write(survey, body))).toBe(code);
  }
  expect(at.logged.slice(before)).toEqual([]);
  const unknown = await at.app.request('/api/s/no-such-link/urgent', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
  });
  expect(await problemOf(unknown)).toBe('unknown-link');
});

test('a test letter says that it is one and what the server of mail made of it; it is no message and nothing of it is logged', async () => {
  await settle();
  const send = (who = admin) => who.send('POST', '/urgent-contact/test');
  const outcome = async () => ((await (await send()).json()) as UrgentTestView).outcome;
  expect(await problemOf(await send())).toBe('urgent-test-off');
  await name();
  expect(await problemOf(await send(organizer))).toBe('not-allowed');
  expect(office.delivered).toEqual([]);
  const before = at.logged.length;
  expect(await outcome()).toBe('sent');
  expect(office.delivered.map(({ to }) => to)).toEqual([named.email]);
  expect(office.delivered[0]!.text.trim()).toMatch(/^ĐÂY LÀ THƯ THỬ\./);
  for (const words of Object.values(realLetter)) expect(office.delivered[0]!.text).not.toContain(words);
  expect(await contactNow()).toMatchObject({ waiting: 0, refused: false });
  office.takesFromUs = false;
  expect(await outcome()).toBe('away');
  expect(await contactNow()).toMatchObject({ waiting: 0, refused: false });
  office.takesFromUs = true;
  office.unknown.add(named.email);
  expect(await outcome()).toBe('refused');
  expect(await contactNow()).toMatchObject({ waiting: 0, refused: true });
  office.unknown.clear();
  await write(await opened());
  expect(await outcome()).toBe('sent');
  expect(await contactNow()).toMatchObject({ waiting: 1, refused: false });
  await at.work();
  expect(office.delivered.map(({ text }) => text.includes(message))).toEqual([false, false, true]);
  expect(office.delivered[2]!.text.toLowerCase()).not.toContain('thư thử');
  expect(at.logged.slice(before).join()).not.toMatch(/hanh|0228|thư thử/i);
  const { rows: told } = await sql<{ text: string }>`select to_jsonb(audit_event)::text as text from audit_event
    where act = 'urgent.test'`.execute(at.house.db);
  expect(told).toHaveLength(4);
  for (const { text } of told) expect(text).not.toMatch(/hanh|0228/i);
  while ((await send()).ok);
  expect(await problemOf(await send())).toBe('too-many-attempts');
  expect(office.delivered.length).toBeLessThan(15);
});

test('who is named is for administrators to see and for those of the installation to change; the log says only that', async () => {
  await settle();
  expect(await problemOf(await organizer.send('GET', '/urgent-contact'))).toBe('not-allowed');
  expect(await problemOf(await organizer.send('PUT', '/urgent-contact', named))).toBe('not-allowed');
  const local = await signedIn(at.app, admin, { login: 'local', role: 'admin', unitId: 'THPT.CTN' });
  expect(await (await local.send('GET', '/urgent-contact')).json()).toMatchObject({ contact: null, mayChange: false });
  expect(await problemOf(await local.send('PUT', '/urgent-contact', named))).toBe('not-allowed');
  expect(await problemOf(await name(contact))).toBe('invalid-input');
  await name();
  const { rows: told } = await sql<{ text: string }>`select to_jsonb(audit_event)::text as text from audit_event
    where act = 'urgent.contact'`.execute(at.house.db);
  expect(told).toHaveLength(1);
  for (const words of [named.name, named.email, named.phone]) expect(told[0]!.text).not.toContain(words);
});
