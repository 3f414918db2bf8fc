import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListedPersonView, MailView, PageView } from '@danban/contract';
import { sql } from 'kysely';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { postOffice, type PostOffice } from '../support/postOffice.ts';
import { Respondent } from '../support/respondent.ts';
import { openedRoster } from '../support/roster.ts';
import { setUpProvince, signedIn, type Visitor } from '../support/staff.ts';

// A reminder goes to who has not come. Whoever learned that one was refused would learn that this person had not come:
// the organizer controls addresses (a domain of her own, a box she fills) and would ask about anybody she likes.

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const day = 24 * 3_600_000;

let office: PostOffice;
let at: TestHouse;
let organizer: Visitor;
beforeAll(async () => {
  office = await postOffice();
  at = await testHouse(await freshDatabase(), { smtpUrl: office.url });
  const admin = await setUpProvince(at);
  organizer = await signedIn(at.app, admin, { login: 'organizer', role: 'organizer', ...school });
});
afterAll(async () => {
  await at.close();
  await office.close();
});

const get = async <T>(path: string) => (await (await organizer.send('GET', path)).json()) as T;
const mail = async (id: string, kind: string) => {
  expect((await organizer.send('POST', `/surveys/${id}/roster/mail`, { kind })).status).toBe(202);
  await at.work();
};
/** Everything of the list and its mailings that the organizer is ever given. */
const given = async (id: string) => ({
  mail: await get<MailView>(`/surveys/${id}/roster/mail`),
  people: await get<PageView<ListedPersonView>>(`/surveys/${id}/roster/people`),
  refused: await get<PageView<ListedPersonView>>(`/surveys/${id}/roster/people?refused=1`),
});
const marks = async (id: string) => {
  const { rows } = await sql<{ email: string; refused: boolean; version: string }>`
    select email, refused, xmin::text || ctid::text as version from roster.entry where survey_id = ${id} order by email`.execute(
    at.vaults.roster,
  );
  return rows;
};

async function collect(text: string): Promise<void> {
  const url = new URL(/https?:\/\/\S+/.exec(text)![0]);
  const [code = '', stratum = ''] = url.hash.slice(1).split('.');
  const link = { slug: url.pathname.slice('/s/'.length), code, stratum: Number(stratum) };
  const one = new Respondent((path, init) => at.app.request(path, init), link);
  expect((await one.collect()).status).toBe(200);
}

test('a reminder that is refused leaves nothing the organizer, the list or the log could tell it by', async () => {
  const id = await openedRoster(organizer, school, {
    closesAt: new Date(at.house.clock().getTime() + 10 * day).toISOString(),
  });
  await mail(id, 'invitation');
  for (const { text } of office.delivered.splice(0, 6)) await collect(text);
  // From now on every address is refused: of those who have come, and of those who have not.
  for (let i = 0; i < 12; i++) office.unknown.add(`nguoi${i}@truong.edu.vn`);
  const [before, rows] = [await given(id), await marks(id)];
  const [lines, asked] = [at.logged.length, office.delivered.length];
  await mail(id, 'reminder');
  expect(office.delivered).toHaveLength(asked);
  const { mail: after, ...lists } = await given(id);
  expect({ ...lists, mail: { ...after, mailings: after.mailings.slice(0, 1) } }).toEqual(before);
  expect(after.mailings[1]).toEqual({ kind: 'reminder', askedOn: '2026-03-02', sent: null });
  expect(await marks(id)).toEqual(rows);
  expect(at.logged.slice(lines)).toEqual([]);
  const { rows: mailings } = await sql<{ place: number }>`select place from mailing order by number`.execute(
    at.house.db,
  );
  expect(mailings).toEqual([{ place: 12 }, { place: 12 }]);
});

test('an invitation that is refused is noted alike for who has come and who has not', async () => {
  const id = await openedRoster(organizer, school, {
    closesAt: new Date(at.house.clock().getTime() + 10 * day).toISOString(),
  });
  office.unknown.clear();
  office.delivered.splice(0);
  await mail(id, 'invitation');
  const came = office.delivered.slice(0, 6);
  for (const { text } of came) await collect(text);
  for (let i = 0; i < 12; i++) office.unknown.add(`nguoi${i}@truong.edu.vn`);
  // The next day somebody looks in twice, so that the session lasts.
  for (const hours of [11, 11]) {
    at.pass(hours * 3_600_000);
    await given(id);
  }
  await mail(id, 'invitation');
  const { mail: view, refused } = await given(id);
  expect([view.refused, refused.items.length]).toEqual([12, 12]);
});
