import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LettersView, ListedPersonView, MailView, PageView } from '@danban/contract';
import { sql } from 'kysely';
import { freshDatabase, type FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { postOffice, type PostOffice } from '../support/postOffice.ts';
import { Respondent } from '../support/respondent.ts';
import { openedRoster } from '../support/roster.ts';
import { problemOf, setUpProvince, signedIn, type Visitor } from '../support/staff.ts';

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const day = 24 * 3_600_000;

let database: FreshDatabase;
let office: PostOffice;
let at: TestHouse;
let organizer: Visitor;

async function settle(smtpUrl: string | undefined): Promise<string> {
  database = await freshDatabase();
  at = await testHouse(database, smtpUrl === undefined ? {} : { smtpUrl });
  const admin = await setUpProvince(at);
  organizer = await signedIn(at.app, admin, { login: 'organizer', role: 'organizer', ...school });
  return openedRoster(organizer, school, { closesAt: new Date(at.house.clock().getTime() + 10 * day).toISOString() });
}
beforeEach(async () => void (office = await postOffice()));
afterEach(async () => {
  await at.close();
  await office.close();
});

const everybody = Array.from({ length: 12 }, (_, i) => `nguoi${i}@truong.edu.vn`).sort();
const mail = (id: string, kind: string) => organizer.send('POST', `/surveys/${id}/roster/mail`, { kind });
const mailOf = async (id: string) =>
  (await (await organizer.send('GET', `/surveys/${id}/roster/mail`)).json()) as MailView;
/** From the morning to the next: whoever is signed in looks in meanwhile, so that the session lasts. */
async function nextDay(id: string): Promise<void> {
  for (const hours of [11, 11]) {
    at.pass(hours * 3_600_000);
    await mailOf(id);
  }
}
const reached = () => office.delivered.map(({ to }) => to).sort();

function linkIn(text: string) {
  const url = new URL(/https?:\/\/\S+/.exec(text)![0]);
  const [code = '', stratum = ''] = url.hash.slice(1).split('.');
  return { slug: url.pathname.slice('/s/'.length), code, stratum: Number(stratum) };
}
const collect = (text: string) => new Respondent((path, init) => at.app.request(path, init), linkIn(text)).collect();

test('everybody with an address gets her own link, and its progress is a number', async () => {
  const id = await settle(office.url);
  expect((await mail(id, 'invitation')).status).toBe(202);
  await at.work();
  expect(reached()).toEqual(everybody);
  expect((await mailOf(id)).mailings).toEqual([
    { kind: 'invitation', askedOn: '2026-03-02', sent: { done: 12, all: 12 } },
  ]);
  expect((await collect(office.delivered[0]!.text)).status).toBe(200);
});

test('a reminder reaches who has not come and nobody else, and nothing that is kept tells who that was', async () => {
  const id = await settle(office.url);
  await mail(id, 'invitation');
  await at.work();
  const came = office.delivered.splice(0).slice(0, 5);
  for (const { text } of came) expect((await collect(text)).status).toBe(200);
  const before = at.logged.length;
  expect((await mail(id, 'reminder')).status).toBe(202);
  const asked = await mailOf(id);
  await at.work();
  expect(reached()).toEqual(everybody.filter((one) => !came.some(({ to }) => to === one)));
  expect(await mailOf(id)).toEqual(asked);
  const { rows } = await sql<{ text: string }>`
    select to_jsonb(mailing)::text as text from mailing union all select to_jsonb(audit_event)::text from audit_event
    union all select to_jsonb(job)::text from job`.execute(at.house.db);
  const kept = [...rows.map(({ text }) => text), ...at.logged.slice(before)].join('\n');
  expect(kept).toContain('survey.mail-reminders');
  for (const address of everybody) expect(kept).not.toContain(address);
  expect(kept).not.toContain('Người thứ');
  for (const { id: person } of await at.house.roster.people(id)) expect(kept).not.toContain(person);
});

test('how far a reminder has come is the same number whoever has come', async () => {
  const id = await settle(office.url);
  await mail(id, 'reminder');
  await at.work();
  const places = sql<{ place: number; addresses: number }>`select place, addresses from mailing order by number`;
  await nextDay(id);
  for (const { text } of office.delivered) await collect(text);
  await mail(id, 'reminder');
  await at.work();
  expect(office.delivered).toHaveLength(12);
  expect((await places.execute(at.house.db)).rows).toEqual([
    { place: 12, addresses: 12 },
    { place: 12, addresses: 12 },
  ]);
});

test('the same letters are asked for at most once a day', async () => {
  const id = await settle(office.url);
  expect((await mail(id, 'reminder')).status).toBe(202);
  expect(await problemOf(await mail(id, 'reminder'))).toBe('mail-once-a-day');
  await nextDay(id);
  expect((await mail(id, 'reminder')).status).toBe(202);
});

test('a mailing that was cut short goes on in another process, and only the four letters in flight leave twice', async () => {
  const id = await settle(office.url);
  office.silentAt = 5;
  await mail(id, 'invitation');
  await at.work();
  expect((await mailOf(id)).mailings[0]!.sent).toEqual({ done: 4, all: 12 });
  await at.leave();
  at = await testHouse(database, {
    smtpUrl: office.url,
    keysDir: at.keysDir,
    now: at.house.clock().getTime() + 60_000,
  });
  await at.work();
  expect(new Set(reached())).toEqual(new Set(everybody));
  expect(reached()).toHaveLength(16);
});

test('an address nobody takes mail for keeps no other letter back; the organizer sees which, and no log does', async () => {
  const id = await settle(office.url);
  office.unknown.add('nguoi3@truong.edu.vn');
  office.fullBoxes.add('nguoi5@truong.edu.vn');
  await mail(id, 'invitation');
  await at.work();
  const bounced = ['nguoi3@truong.edu.vn', 'nguoi5@truong.edu.vn'];
  expect(reached()).toEqual(everybody.filter((one) => !bounced.includes(one)));
  const { mailings, refused } = await mailOf(id);
  expect([mailings[0]!.sent, refused]).toEqual([{ done: 12, all: 12 }, 2]);
  const asked = await organizer.send('GET', `/surveys/${id}/roster/people?refused=1`);
  const { items } = (await asked.json()) as PageView<ListedPersonView>;
  expect(items.map(({ email }) => email)).toEqual(bounced);
  expect(at.logged.join('\n')).not.toMatch(/nguoi[35]/);
});

test('an address that takes mail by the next invitation is no longer named', async () => {
  const id = await settle(office.url);
  office.unknown.add('nguoi3@truong.edu.vn');
  await mail(id, 'invitation');
  await at.work();
  office.unknown.clear();
  await nextDay(id);
  await mail(id, 'invitation');
  await at.work();
  expect((await mailOf(id)).refused).toBe(0);
});

test('a server that takes nothing from this sender refuses nobody: the mailing waits', async () => {
  const id = await settle(office.url);
  office.takesFromUs = false;
  await mail(id, 'invitation');
  await at.work();
  const { mailings, refused } = await mailOf(id);
  expect([mailings[0]!.sent, refused]).toEqual([{ done: 0, all: 12 }, 0]);
  office.takesFromUs = true;
  at.pass(60_000);
  await at.work();
  expect(reached()).toEqual(everybody);
});

test('a closed survey writes to nobody', async () => {
  const id = await settle(office.url);
  await mail(id, 'invitation');
  await organizer.send('POST', `/surveys/${id}/close`, {});
  await at.work();
  expect(office.delivered).toEqual([]);
  expect(await problemOf(await mail(id, 'invitation'))).toBe('roster-too-early');
});

test('without a server of mail letters are files, reminders are for everybody, and they go with the list', async () => {
  const id = await settle(undefined);
  const folder = join(at.keysDir, 'mail', id);
  await mail(id, 'invitation');
  await at.work();
  const letters = await readdir(folder);
  expect(letters).toHaveLength(12);
  expect(await readFile(join(folder, letters[0]!), 'utf8')).toMatch(/^To: /m);
  const printed = (await (await organizer.send('POST', `/surveys/${id}/roster/letters`, {})).json()) as LettersView;
  await collect(printed.letters[0]!.link);
  await mail(id, 'reminder');
  await at.work();
  expect(await readdir(folder)).toHaveLength(24);
  await organizer.send('POST', `/surveys/${id}/close`, {});
  await at.work();
  at.pass(31 * day);
  await at.work();
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});
