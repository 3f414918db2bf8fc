import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditExtractView, LettersView, LetterView, RosterView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { freshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { Respondent } from '../support/respondent.ts';
import { heading, list, listed, listRead, openedRoster, readList, rosterDraft, storeList } from '../support/roster.ts';
import { problemOf, setUpProvince, signedIn, type Visitor } from '../support/staff.ts';
import { csv, download, problemsOf } from '../support/tables.ts';

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const province = { unitId: 'UBND-TINH-NB', bodyId: 'MTTQ-TINH-NB' };

let at: TestHouse;
let organizer: Visitor;
let wide: Visitor;
beforeAll(async () => {
  at = await testHouse(await freshDatabase());
  const admin = await setUpProvince(at);
  organizer = await signedIn(at.app, admin, { login: 'organizer', role: 'organizer', ...school });
  wide = await signedIn(at.app, admin, { login: 'wide', role: 'organizer', ...province });
});
afterAll(() => at.close());

const closesIn = (days: number) => ({
  closesAt: new Date(at.house.clock().getTime() + days * 24 * 3_600_000).toISOString(),
});
const rosterOf = async (desk: Visitor, id: string) =>
  (await (await desk.send('GET', `/surveys/${id}/roster`)).json()) as RosterView;
const lettersOf = async (desk: Visitor, id: string, wanted = {}) =>
  (await (await desk.send('POST', `/surveys/${id}/roster/letters`, wanted)).json()) as LettersView;

/** The personal link as a browser takes it apart. */
function linkIn(letter: LetterView) {
  const url = new URL(letter.link);
  const [code = '', stratum = '', frozen = ''] = url.hash.slice(1).split('.');
  return { slug: url.pathname.slice('/s/'.length), code, stratum: Number(stratum), frozen };
}

test('a list of one unit needs no column of units, and is read whatever font it was typed in', async () => {
  const id = await rosterDraft(organizer, school);
  await storeList(organizer, id, csv('Họ tên;SĐT', 'NguyÔn V¨n H­ng;912345678', 'Lê Thị Hoa'.normalize('NFD') + ';'));
  const people = await listed(organizer, id);
  expect(people.map(({ name, phone }) => [name, phone])).toEqual([
    ['Lê Thị Hoa', null],
    ['Nguyễn Văn Hưng', '0912345678'],
  ]);
});

test('what is wrong stands at its row, and nothing of the list is stored', async () => {
  const id = await rosterDraft(organizer, school);
  const rows = [
    'Trần An;THPT.CTN;an@truong.edu.vn;',
    'Trần An;;;',
    'Lê Bình;THPT.CTN;AN@truong.edu.vn;',
    ';;;0912345678',
    'Phạm Chi;Trường ở đâu đó;chi@;12',
  ];
  const view = await readList(organizer, id, csv(heading, ...rows));
  expect(problemsOf(view)).toEqual([
    '3 name person-twice',
    '4 email email-twice',
    '5 name cell-missing',
    '6 email not-an-email',
    '6 phone not-a-phone',
    '6 unitId unit-elsewhere',
  ]);
  const { table, sheet, columns, day } = view;
  const stored = await organizer.send('POST', `/surveys/${id}/roster`, { table, sheet, columns, day });
  expect(await problemOf(stored)).toBe('roster-invalid');
  expect((await rosterOf(organizer, id)).people).toBe(0);
});

test('two people of one name are two where their addresses differ', async () => {
  const id = await rosterDraft(organizer, school);
  const view = await readList(
    organizer,
    id,
    csv(heading, 'Nguyễn Thị Hoa;;hoa1@truong.edu.vn;', 'Nguyễn Thị Hoa;;hoa2@truong.edu.vn;'),
  );
  expect([view.problems.all, view.notices.first.map(({ code }) => code)]).toEqual([0, ['namesake']]);
});

test('in a survey of several units everybody needs one, and small units are said to be counted together', async () => {
  const id = await rosterDraft(wide, province);
  const nameless = await readList(wide, id, csv('Họ tên', 'Trần An'));
  expect(problemsOf(nameless)).toEqual(['2 unitId unit-needed']);
  const people = (unit: string, size: number) => Array.from({ length: size }, (_, i) => `Người ${i};${unit};;`);
  await storeList(
    wide,
    id,
    csv(heading, ...people('THPT.CTN', 14), ...people('THPT.SONGNINH', 3), ...people('SGDDT-NB', 12)),
  );
  const { units, least } = await rosterOf(wide, id);
  expect(least).toBe(10);
  const said = new Map(units.map(({ id: unit, people: size, countedAt }) => [unit, [size, countedAt === null]]));
  expect(Object.fromEntries(said)).toEqual({
    'SGDDT-NB': [12, true],
    'THPT.CTN': [14, true],
    'THPT.SONGNINH': [3, false],
  });
});

test('another list takes the place of the first, until the survey is open', async () => {
  const id = await rosterDraft(organizer, school);
  await storeList(organizer, id, list(12));
  await storeList(organizer, id, list(20));
  expect((await rosterOf(organizer, id)).people).toBe(20);
  const late = await listRead(organizer, id, list(30));
  expect((await organizer.send('POST', `/surveys/${id}/open`, closesIn(10))).status).toBe(200);
  expect(await problemOf(await organizer.send('POST', `/surveys/${id}/roster`, late))).toBe('roster-fixed');
  expect(await rosterOf(organizer, id)).toMatchObject({ people: 20, mayReplace: false, mayInvite: true });
});

test('a list that comes while the survey opens is either what was frozen or refused', async () => {
  const id = await rosterDraft(organizer, school);
  await storeList(organizer, id, list(12));
  const other = await listRead(organizer, id, list(20));
  const [stored, opened] = await Promise.all([
    organizer.send('POST', `/surveys/${id}/roster`, other),
    organizer.send('POST', `/surveys/${id}/open`, closesIn(10)),
  ]);
  expect(opened.status).toBe(200);
  const { people } = await rosterOf(organizer, id);
  expect(people).toBe(stored.status === 201 ? 20 : 12);
  expect((await lettersOf(organizer, id)).all).toBe(people);
});

test('nobody but the organizer of the survey sees the list', async () => {
  const id = await rosterDraft(organizer, school);
  const other = await wide.send('GET', `/surveys/${id}/roster`);
  expect(await problemOf(other)).toBe('not-allowed');
});

test('a survey behind another door has no list', async () => {
  const draft = await organizer.send('POST', '/surveys', { template: 'khao-sat-hai-long-phu-huynh', ...school });
  const { id } = (await draft.json()) as { id: string };
  expect(await problemOf(await organizer.send('GET', `/surveys/${id}/roster`))).toBe('roster-other-door');
});

test('the link of a letter collects a credential, and letters are the same whoever has come', async () => {
  const id = await openedRoster(organizer, school, closesIn(10));
  const before = await lettersOf(organizer, id);
  expect(before.letters).toHaveLength(12);
  const { slug, code, stratum, frozen } = linkIn(before.letters[0]!);
  const opening = (await (await at.app.request(`/api/s/${slug}/opening`)).json()) as { hash: string };
  expect(opening.hash.slice(0, 16)).toBe(frozen);
  const one = new Respondent((path, init) => at.app.request(path, init), { slug, code, stratum });
  expect((await one.collect()).status).toBe(200);
  expect(await lettersOf(organizer, id)).toEqual(before);
  const [person] = await listed(organizer, id, before.letters[0]!.name);
  const again = await organizer.send('POST', `/surveys/${id}/roster/people/${person!.id}/invitation`, {});
  expect(((await again.json()) as LetterView).link).toBe(before.letters[0]!.link);
});

test('who is struck off gets no letter, and a new invitation brings her back', async () => {
  const id = await openedRoster(organizer, school, closesIn(10));
  const [person] = await listed(organizer, id);
  expect((await organizer.send('POST', `/surveys/${id}/roster/people/${person!.id}/strike-off`, {})).status).toBe(204);
  expect((await lettersOf(organizer, id)).all).toBe(11);
  expect((await listed(organizer, id, person!.name))[0]!.struck).toBe(true);
  const again = await organizer.send('POST', `/surveys/${id}/roster/people/${person!.id}/invitation`, {});
  expect(again.status).toBe(200);
  expect((await lettersOf(organizer, id)).all).toBe(12);
});

test('the file of links holds everybody, and nobody gets it who has not said what it opens', async () => {
  const id = await openedRoster(organizer, school, closesIn(10));
  const careless = await organizer.send('POST', `/surveys/${id}/roster/file`, { form: 'csv' });
  expect(await problemOf(careless)).toBe('invalid-input');
  const file = await organizer.send('POST', `/surveys/${id}/roster/file`, { form: 'csv', understood: true });
  const lines = (await file.text()).trim().split('\r\n');
  expect(lines).toHaveLength(13);
  const links = (await lettersOf(organizer, id)).letters.map(({ link }) => link);
  expect(lines.slice(1).map((line) => line.split(';').at(-1))).toEqual(links);
});

test('there are no letters before the opening and none after the close', async () => {
  const draft = await rosterDraft(organizer, school);
  await storeList(organizer, draft, list(12));
  const early = await organizer.send('POST', `/surveys/${draft}/roster/letters`, {});
  expect(await problemOf(early)).toBe('roster-too-early');
  const id = await openedRoster(organizer, school, closesIn(10));
  await organizer.send('POST', `/surveys/${id}/close`, {});
  const late = await organizer.send('POST', `/surveys/${id}/roster/letters`, {});
  expect(await problemOf(late)).toBe('roster-too-early');
});

test('the list of a draft goes with the draft', async () => {
  const id = await rosterDraft(organizer, school);
  await storeList(organizer, id, list(12));
  expect((await organizer.send('DELETE', `/surveys/${id}`)).status).toBe(204);
  expect(await at.house.roster.people(id)).toEqual([]);
});

test('the template comes back without a word but its example', async () => {
  const id = await rosterDraft(organizer, school);
  for (const form of ['xlsx', 'csv']) {
    const file = await download(organizer, `/surveys/${id}/roster/template.${form}`);
    const view = await readList(organizer, id, file);
    expect([problemsOf(view), view.notices.first.map(({ code }) => code)]).toEqual([[], ['example-left-out']]);
  }
});

/** The door is moved away from the list, as the editor does it. */
async function moveAway(id: string): Promise<SurveyView> {
  const { definition, revision } = await surveyOf(id);
  const moved = { ...(definition as Definition), door: 'open_link', audienceKind: 'staff' };
  const saved = await organizer.send('PUT', `/surveys/${id}`, { definition: moved, revision });
  expect(saved.status).toBe(200);
  return (await saved.json()) as SurveyView;
}
const surveyOf = async (id: string) => (await (await organizer.send('GET', `/surveys/${id}`)).json()) as SurveyView;
const namesIn = async (id: string) => (await at.house.roster.people(id)).length;

test('a list that another door has no use for is told of, kept while the door may come back, and gone once the survey opens', async () => {
  const id = await rosterDraft(organizer, school);
  await storeList(organizer, id, list(12));
  expect((await surveyOf(id)).unneededList).toBe(0);
  expect((await moveAway(id)).unneededList).toBe(12);
  expect(await namesIn(id)).toBe(12);
  expect((await organizer.send('POST', `/surveys/${id}/open`, closesIn(10))).status).toBe(200);
  await at.work();
  expect(await namesIn(id)).toBe(0);
  expect((await surveyOf(id)).state).toBe('open');
  const { items } = (await (await organizer.send('GET', `/surveys/${id}/history`)).json()) as AuditExtractView;
  expect(items.map(({ act }) => act)).toContain('survey.drop-list');
});

test('a list is dropped at once where that is wanted, whatever the door, and never once it is fixed', async () => {
  const id = await rosterDraft(organizer, school);
  await storeList(organizer, id, list(12));
  await moveAway(id);
  expect((await organizer.send('DELETE', `/surveys/${id}/roster`)).status).toBe(204);
  expect(await namesIn(id)).toBe(0);
  expect((await surveyOf(id)).unneededList).toBe(0);
  const running = await openedRoster(organizer, school, closesIn(10));
  expect(await problemOf(await organizer.send('DELETE', `/surveys/${running}/roster`))).toBe('roster-fixed');
  expect(await namesIn(running)).toBe(12);
  // What was dropped can be brought in again, and opened.
  const again = await rosterDraft(organizer, school);
  await storeList(organizer, again, list(12));
  expect((await organizer.send('DELETE', `/surveys/${again}/roster`)).status).toBe(204);
  await storeList(organizer, again, list(11));
  expect((await organizer.send('POST', `/surveys/${again}/open`, closesIn(10))).status).toBe(200);
});
