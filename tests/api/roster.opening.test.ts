import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import type { OpeningRecord } from '@danban/survey';
import { freshDatabase, type FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { openingOf } from '../support/respondent.ts';
import { heading, rosterDraft, storeList } from '../support/roster.ts';
import { problemOf, setUpProvince, signedIn, type Visitor } from '../support/staff.ts';
import { csv } from '../support/tables.ts';

const province = { unitId: 'UBND-TINH-NB', bodyId: 'MTTQ-TINH-NB' };
const schools = ['THPT.CTN', 'THPT.BTHOC', 'THPT.DHUONG', 'THPT.NGOI', 'THPT.SSAT', 'THPT.PLUU'];
const day = 24 * 3_600_000;

let database: FreshDatabase;
let at: TestHouse;
let desk: Visitor;
beforeEach(async () => {
  database = await freshDatabase();
  at = await testHouse(database);
  const admin = await setUpProvince(at);
  desk = await signedIn(at.app, admin, { login: 'wide', role: 'organizer', ...province });
});
afterEach(() => at.close());

const listOf = (units: readonly string[]) =>
  csv(heading, ...units.flatMap((unit) => Array.from({ length: 10 }, (_, i) => `Người ${i};${unit};;`)));
const inDays = (days: number) => new Date(at.house.clock().getTime() + days * day).toISOString();
const survey = async (id: string) => (await (await desk.send('GET', `/surveys/${id}`)).json()) as SurveyView;
const act = (id: string, what: string, body: unknown = {}) => desk.send('POST', `/surveys/${id}/${what}`, body);
const keysOf = (id: string) => at.house.roster.prepared(id);

async function listed(units: readonly string[]): Promise<string> {
  const id = await rosterDraft(desk, province);
  await storeList(desk, id, listOf(units));
  return id;
}

/** What the job does in one go, no more. */
const someKeys = (id: string) => at.house.roster.prepare(id, schools.length);

test('a list of many units opens by itself once its keys are made, and says meanwhile how far it is', async () => {
  const id = await listed(schools);
  const answer = await act(id, 'open', { closesAt: inDays(10) });
  expect([answer.status, ((await answer.json()) as SurveyView).state]).toEqual([200, 'scheduled']);
  expect((await survey(id)).opening).toEqual({ done: 0, all: 6 });
  const made = await someKeys(id);
  expect((await survey(id)).opening).toEqual({ done: made, all: 6 });
  await at.work();
  const open = await survey(id);
  expect([open.state, open.opening]).toEqual(['open', null]);
  const { record } = await openingOf((path) => at.app.request(path), open.links[0]!.slug);
  expect(new Set(record.strata.map(({ key }: OpeningRecord['strata'][number]) => key)).size).toBe(6);
});

test('keys that are made stay when it is cut short: another process goes on with them', async () => {
  const id = await listed(schools);
  await act(id, 'open', { closesAt: inDays(10) });
  const made = await someKeys(id);
  await at.leave();
  at = await testHouse(database, { keysDir: at.keysDir, now: at.house.clock().getTime() });
  expect(await keysOf(id)).toBe(made);
  await at.work();
  expect((await at.house.roster.invitations(id)).length).toBe(60);
});

test('opening can be stopped, and then a smaller list opens at once with as many keys as it needs', async () => {
  const id = await listed(schools);
  await act(id, 'open', { closesAt: inDays(10) });
  await someKeys(id);
  await someKeys(id);
  await someKeys(id);
  expect((await act(id, 'unschedule')).status).toBe(200);
  await at.work();
  expect((await survey(id)).state).toBe('draft');
  await storeList(desk, id, listOf(schools.slice(0, 2)));
  const answer = await act(id, 'open', { closesAt: inDays(10) });
  expect(((await answer.json()) as SurveyView).state).toBe('open');
  expect(await keysOf(id)).toBe(2);
});

test('a list that grows while its keys are made opens with a key for each of its units', async () => {
  const id = await listed(schools.slice(0, 5));
  await act(id, 'open', { closesAt: inDays(10) });
  await storeList(desk, id, listOf(schools));
  await at.work();
  expect([(await survey(id)).state, await keysOf(id)]).toEqual(['open', 6]);
});

test('a survey that opens at a date has its keys long before, and opens at that date', async () => {
  const id = await listed(schools);
  expect((await act(id, 'schedule', { opensAt: inDays(0.1), closesAt: inDays(10) })).status).toBe(200);
  await at.work();
  expect([(await survey(id)).state, (await survey(id)).opening, await keysOf(id)]).toEqual(['scheduled', null, 6]);
  at.pass(0.2 * day);
  await at.work();
  expect((await survey(id)).state).toBe('open');
});

test('nobody is let in while the keys are made', async () => {
  const id = await listed(schools);
  await act(id, 'open', { closesAt: inDays(10) });
  const { links } = await survey(id);
  const early = await at.app.request(`/api/s/${links[0]!.slug}/credentials`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(await problemOf(early)).toBe('survey-not-open');
});
