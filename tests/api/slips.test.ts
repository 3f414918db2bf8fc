import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PrintedSlipsView, PublicSurveyView, ReleasePage, SlipsView, SurveyView } from '@danban/contract';
import type { Db } from '@danban/db';
import { answersFor } from '@danban/server/example/answers';
import { repeatable } from '@danban/server/example/chance';
import { settle, type People } from '@danban/server/example/people';
import type { Definition } from '@danban/survey';
import { freshDatabase, type FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { comeIn, visitor, type Visitor } from '../support/staff.ts';

const day = 24 * 60 * 60 * 1000;
const template = 'khao-sat-thuc-hien-quy-che-dan-chu';

let database: FreshDatabase;
let db: Db;
let at: TestHouse;
let people: People;
let desk: Visitor;

const asked = async (path: string, init?: RequestInit): Promise<Response> => at.app.request(path, init);
const staff: Visitor['send'] = (...what) => desk.send(...what);
const signIn = async (who: keyof People = 'organizer'): Promise<void> => {
  desk = visitor(at.app);
  await comeIn(at.house, desk, people[who]);
};
beforeAll(async () => {
  database = await freshDatabase();
  db = database.db;
  at = await testHouse(database);
  people = await settle(at.house, undefined);
});
beforeEach(() => signIn());
afterAll(() => at.close());

const pass = async (milliseconds: number): Promise<void> => {
  at.pass(milliseconds);
  await at.work();
  await signIn();
};
const inDays = (days: number) => new Date(at.house.clock().getTime() + days * day).toISOString();
async function view<T = SurveyView>(answer: Promise<Response>): Promise<T> {
  const response = await answer;
  expect(response.status).toBeLessThan(300);
  return (await response.json()) as T;
}
const refusal = async (answer: Response | Promise<Response>) =>
  (await (await answer).json()) as { code: string; issues?: { path: string; code: string; params?: object }[] };
const draft = (unitId = 'THPT.SONGNINH') => view(staff('POST', '/surveys', { template, bodyId: 'CDGD-TINH', unitId }));
const act = (survey: SurveyView, what: string, body: unknown = {}) =>
  staff('POST', `/surveys/${survey.id}/${what}`, body);
const opened = async (unitId?: string) => view(act(await draft(unitId), 'open', { closesAt: inDays(10) }));
const scheduled = async (unitId?: string) =>
  view(act(await draft(unitId), 'schedule', { opensAt: inDays(3), closesAt: inDays(20) }));
const again = (survey: SurveyView) => view(staff('GET', `/surveys/${survey.id}`));
const slipsOf = (survey: SurveyView) => view<SlipsView>(staff('GET', `/surveys/${survey.id}/slips`));
const make = async (survey: SurveyView, count: number, nth = 0): Promise<string[]> => {
  const { units } = await slipsOf(survey);
  const wanted = [{ position: units[nth]!.position, count }];
  return (await view<PrintedSlipsView>(act(survey, 'slips', { units: wanted }))).units[0]!.codes;
};
const onPaper = (survey: SurveyView, sheets: number) => staff('PUT', `/surveys/${survey.id}/slips/paper`, { sheets });
const voidOne = (survey: SurveyView, code: string, replace = true) => act(survey, 'slips/void', { code, replace });

const chance = repeatable(5);
const sheet = (survey: SurveyView) => answersFor(survey.definition as Definition, chance, 0.6);
const post = (survey: SurveyView, body: unknown) =>
  asked(`/api/s/${survey.links[0]!.slug}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const send = (survey: SurveyView, code: string, answers: unknown = sheet(survey)) => post(survey, { code, answers });

test('a template that asks for slips opens; its one link names no unit, and its slips name theirs', async () => {
  const survey = await opened('SGDDT');
  expect(survey).toMatchObject({ state: 'open', slips: 0, places: 1, may: { slips: true } });
  expect(survey.links).toMatchObject([{ unit: null }]);
  const behind = await view<PublicSurveyView>(asked(`/api/s/${survey.links[0]!.slug}`));
  expect(behind).toMatchObject({ state: 'open', unit: null });
  const { units } = await slipsOf(survey);
  expect(units.length).toBeGreaterThan(1);
  expect(units.some(({ people }) => people !== null && people > 0)).toBe(true);
  const printed = await view<PrintedSlipsView>(
    act(survey, 'slips', { units: units.slice(0, 2).map(({ position }) => ({ position, count: 3 })) }),
  );
  expect(printed.url).toBe(survey.links[0]!.url);
  expect(printed.units.map(({ name }) => name)).toEqual(units.slice(0, 2).map(({ name }) => name));
  for (const code of printed.units.flatMap(({ codes }) => codes)) expect((await send(survey, code)).status).toBe(201);
  await act(survey, 'close');
  await at.work();
  const found = await sql<{ unit: number; n: number }>`
    select unit, count(*)::int as n from urn.submission where survey_id = ${survey.id} group by unit order by unit`.execute(
    db,
  );
  expect(found.rows).toEqual(units.slice(0, 2).map(({ position }) => ({ unit: position, n: 3 })));
});

test('a code is taken however it is typed, and a wrong one names its group', async () => {
  const survey = await opened();
  const [code, other] = (await make(survey, 2)) as [string, string];
  const answers = sheet(survey);
  expect(await refusal(post(survey, { answers }))).toMatchObject({ code: 'code-missing' });
  expect(await refusal(send(survey, '  ', answers))).toMatchObject({
    code: 'code-missing',
    issues: [{ path: 'code', code: 'code-missing' }],
  });
  const sign = code[7] === 'Z' ? 'Y' : 'Z';
  const wrong = code.slice(0, 7) + sign + code.slice(8);
  expect(await refusal(send(survey, wrong, answers))).toMatchObject({
    code: 'code-wrong-group',
    issues: [{ path: 'code', code: 'code-group-mistyped', params: { group: 2 } }],
  });
  expect(await refusal(send(survey, code.slice(0, 17), answers))).toMatchObject({
    issues: [{ code: 'code-group-missing', params: { group: 4 } }],
  });
  expect((await send(survey, code.toLowerCase().replaceAll('-', ' '), answers)).status).toBe(201);
  expect(await refusal(send(survey, code.replaceAll('-', ''), answers))).toMatchObject({ code: 'already-counted' });
  expect((await send(survey, other.replaceAll('0', 'o').replaceAll('1', 'l'), answers)).status).toBe(201);
});

test('what was answered under a code is found out by nobody who has the code alone', async () => {
  const survey = await opened();
  const [code] = (await make(survey, 1)) as [string];
  const answers = sheet(survey);
  const nonce = 'nonce-of-one-device-00001';
  expect((await post(survey, { code, nonce, answers })).status).toBe(201);
  expect((await post(survey, { code, nonce, answers })).status).toBe(201);
  const others = Array.from({ length: 5 }, () => sheet(survey));
  const said = await Promise.all(
    [answers, ...others].flatMap((tried) => [
      refusal(send(survey, code, tried)),
      refusal(post(survey, { code, nonce: 'nonce-of-another-device-1', answers: tried })),
    ]),
  );
  for (const one of said) expect(one).toEqual(said[0]);
  expect(said[0]).toMatchObject({ code: 'already-counted' });
});

test('a sheet without a code, or with a nonce in its place, is not taken; nor a code at an open link', async () => {
  const survey = await opened();
  const [code] = await make(survey, 1);
  const nonce = 'nonce-instead-of-a-slip-0001';
  expect(await refusal(post(survey, { nonce, answers: sheet(survey) }))).toMatchObject({ code: 'code-missing' });
  const parents = await view(
    act(
      await view(
        staff('POST', '/surveys', {
          template: 'khao-sat-hai-long-phu-huynh',
          bodyId: 'CDGD-TINH',
          unitId: 'THPT.SONGNINH',
        }),
      ),
      'open',
      { closesAt: inDays(10) },
    ),
  );
  expect(parents).toMatchObject({ slips: null, may: { slips: false } });
  expect(await refusal(send(parents, code!))).toMatchObject({ code: 'invalid-input' });
  expect(await refusal(act(parents, 'slips', { units: [{ position: 0, count: 1 }] }))).toMatchObject({
    code: 'slips-not-now',
  });
});

test('whether a slip was used is not told to whoever sends a sheet that cannot be taken', async () => {
  const survey = await opened();
  const [used, unused] = (await make(survey, 2)) as [string, string];
  expect((await send(survey, used)).status).toBe(201);
  const halfFilled = { q1: 'nonsense' };
  const said = await Promise.all([used, unused].map((code) => refusal(send(survey, code, halfFilled))));
  expect(said[0]).toEqual(said[1]);
  expect(said[0]).toMatchObject({ code: 'invalid-answers' });
  await act(survey, 'pause');
  const paused = await Promise.all([used, unused].map((code) => refusal(send(survey, code))));
  expect(paused.map(({ code }) => code)).toEqual(['survey-paused', 'survey-paused']);
});

test('slips printed while the opening waits keep their unit, whatever becomes of the organisation until it opens', async () => {
  const survey = await scheduled('SGDDT');
  const { units } = await slipsOf(survey);
  const codes = await make(survey, 3, units.length - 1);
  expect(await refusal(send(survey, codes[0]!))).toMatchObject({ code: 'survey-not-open' });
  const tree = () =>
    sql`select position, unit_id, own, name from survey_unit where survey_id = ${survey.id} order by 1`.execute(db);
  const before = (await tree()).rows;
  await sql`insert into unit (id, type, name, short_name, staff, valid_from, search_key)
    select 'A.MOI', type, 'Đơn vị mới', 'Mới', 40, valid_from, '' from unit where id = 'THPT.SONGNINH'`.execute(db);
  await sql`insert into unit_place values ('A.MOI', '2020-01-01', 'SGDDT')`.execute(db);
  expect((await view(act(await draft('SGDDT'), 'open', { closesAt: inDays(9) }))).links).toHaveLength(1);
  await pass(3 * day + 1000);
  expect((await tree()).rows).toEqual(before);
  const open = await again(survey);
  expect(open).toMatchObject({ state: 'open', slips: 3, links: survey.links });
  expect((await send(open, codes[0]!)).status).toBe(201);
  await act(open, 'close');
  await at.work();
  const found = await sql`select unit from urn.submission where survey_id = ${survey.id}`.execute(db);
  expect(found.rows).toEqual([{ unit: units.at(-1)!.position }]);
});

test('back to a draft, its slips are void; before the opening all can be thrown away, after it no more', async () => {
  const survey = await scheduled();
  const [first] = await make(survey, 2);
  await view(act(survey, 'unschedule'));
  const open = await view(act(survey, 'open', { closesAt: inDays(10) }));
  expect(open.slips).toBe(0);
  expect(await refusal(send(open, first!))).toMatchObject({ code: 'code-unknown' });
  await make(open, 2);
  expect((await slipsOf(open)).mayDiscard).toBe(false);
  expect(await refusal(act(open, 'slips/discard'))).toMatchObject({ code: 'slips-not-now' });
  const waiting = await scheduled();
  await make(waiting, 2);
  expect(await slipsOf(waiting)).toMatchObject({ mayDiscard: true });
  expect(await view<SlipsView>(act(waiting, 'slips/discard'))).toMatchObject({ mayDiscard: false });
  expect((await again(waiting)).slips).toBe(0);
});

test('an unused slip is exchanged for another of its unit; a used one is not', async () => {
  const survey = await opened();
  const [used, spoilt, spare] = (await make(survey, 3)) as [string, string, string];
  await send(survey, used);
  expect(await refusal(voidOne(survey, used))).toMatchObject({ code: 'slip-used' });
  expect(await refusal(voidOne(survey, `${used.slice(0, -1)}U`))).toMatchObject({ code: 'code-wrong-group' });
  const { units } = await view<PrintedSlipsView>(voidOne(survey, spoilt));
  expect(units).toMatchObject([{ codes: [expect.any(String)] }]);
  expect(await refusal(send(survey, spoilt))).toMatchObject({ code: 'code-voided' });
  expect((await send(survey, units[0]!.codes[0]!)).status).toBe(201);
  expect((await view<PrintedSlipsView>(voidOne(survey, spare, false))).units).toEqual([]);
  expect((await again(survey)).slips).toBe(2);
});

test('a slip whose voiding fails after the urn has taken it is named in no log, but that it happened is', async () => {
  const survey = await opened();
  const [used, spoilt] = (await make(survey, 2)) as [string, string];
  await send(survey, used);
  await sql`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no more: %', new.details using errcode = 'DB001'; end $$`.execute(db);
  await sql`create trigger refuse before insert on audit_event for each row execute function refuse()`.execute(db);
  at.logged.splice(0);
  expect((await voidOne(survey, used)).status).toBe(500);
  expect(at.logged.filter((line) => line.startsWith('slip-void-cut-short'))).toEqual([]);
  expect((await voidOne(survey, spoilt)).status).toBe(500);
  await sql`drop function refuse cascade`.execute(db);
  const lines = at.logged.filter((line) => line.startsWith('slip-void-cut-short'));
  expect(lines).toHaveLength(1);
  for (const secret of [spoilt, spoilt.replaceAll('-', '')]) expect(at.logged.join('\n')).not.toContain(secret);
  expect(await refusal(send(survey, spoilt))).toMatchObject({ code: 'code-voided' });
});

test('codes are not gone through: every try stands in the log, whatever came of it, and twenty a day are all', async () => {
  const survey = await opened();
  const codes = await make(survey, 15);
  for (const code of codes.slice(0, 10)) await send(survey, code);
  const outcomes: string[] = [];
  for (let n = 0; n < 21; n++) {
    const answer = await voidOne(survey, codes[n % 15]!, false);
    outcomes.push(answer.ok ? 'voided' : (await refusal(answer)).code);
  }
  expect(outcomes.filter((one) => one === 'slip-used')).toHaveLength(15);
  expect(outcomes.at(-1)).toBe('slip-voids-too-many');
  const lines = await sql<{ details: unknown }>`
    select details from audit_event where object_id = ${survey.id} and act = 'survey.void-slip'`.execute(db);
  expect(lines.rows).toEqual(Array.from({ length: 20 }, () => ({ details: {} })));
  await pass(day + 1000);
  expect((await refusal(voidOne(survey, codes[0]!))).code).toBe('slip-used');
});

test('a survey whose only trace is a voided slip can be cancelled; one that has been answered cannot', async () => {
  const survey = await opened();
  const [spoilt] = await make(survey, 2);
  await view(voidOne(survey, spoilt!));
  expect((await view(act(survey, 'cancel'))).state).toBe('cancelled');
  const other = await opened();
  const codes = await make(other, 2);
  await view(voidOne(other, codes[0]!));
  await send(other, codes[1]!);
  expect(await refusal(act(other, 'cancel'))).toMatchObject({ code: 'survey-has-answers' });
});

test('nothing staff can read moves with the slips that are used, from the first to the last before a flush', async () => {
  const survey = await opened();
  const codes = await make(survey, 60);
  const seen = async () =>
    Promise.all(
      ['', '/slips', '/history'].map(async (path) => (await staff('GET', `/surveys/${survey.id}${path}`)).text()),
    );
  const before = await seen();
  for (const code of codes.slice(0, 50)) {
    await send(survey, code);
    if (code === codes[0] || code === codes[25]) expect(await seen()).toEqual(before);
  }
  expect(await seen()).toEqual(before);
});

test('where so few are asked that the opening promised to mix at the close alone, slips for nobody open no batch', async () => {
  const survey = await opened();
  const codes = await make(survey, 150);
  for (const code of codes.slice(0, 40)) await send(survey, code);
  await pass(day + 1000);
  const open = await sql`select from urn.submission where survey_id = ${survey.id}`.execute(db);
  expect(open.rows).toHaveLength(0);
  expect((await again(survey)).participation).toMatchObject({ kind: 'below' });
});

test('who is invited is who has a slip; once answers are counted it moves with them and not at will', async () => {
  const survey = await opened('SGDDT');
  const codes = await make(survey, 120);
  expect((await again(survey)).invited).toBe(120);
  for (const code of codes.slice(0, 60)) await send(survey, code);
  await pass(day + 1000);
  const share = (await again(survey)).participation;
  expect(share.kind).toBe('band');
  // 55 or so of 120 are counted: with 400 slips below the line the share would fall, and by how much tells how many.
  await make(survey, 400);
  expect(await again(survey)).toMatchObject({ invited: 120, participation: share, slips: 520 });
  expect((await onPaper(survey, 5)).status).toBe(204);
  await act(survey, 'close');
  await at.work();
  const release = await view<ReleasePage>(staff('GET', `/surveys/${survey.id}/release`));
  expect(release.onPaper).toEqual({ sheets: 5 });
  expect(release.survey.door).toBe('one_time_code');
  expect(release.units[0]!.participation).toMatchObject({ kind: 'exact', respondents: 60, invited: 520 });
  const csv = await (await staff('GET', `/surveys/${survey.id}/release.csv`)).text();
  expect(csv).toContain('mỗi phiếu mã một phiếu trả lời');
  expect(csv).toContain('Trong đó 5 phiếu giấy');
});

test('sheets of paper are said of the whole, while it runs, as many as there are slips; few, or all but few, are not told', async () => {
  const waiting = await scheduled();
  await make(waiting, 3);
  expect(await refusal(onPaper(waiting, 1))).toMatchObject({ code: 'slips-not-now' });
  const survey = await opened();
  const codes = await make(survey, 12);
  expect((await refusal(onPaper(survey, 13))).issues).toEqual([
    { path: 'sheets', code: 'more-than-slips', params: { slips: 12 } },
  ]);
  expect((await refusal(onPaper(survey, -1))).code).toBe('invalid-input');
  for (const code of codes.slice(0, 9)) await send(survey, code);
  for (const sheets of [3, 6]) expect((await onPaper(survey, sheets)).status).toBe(204);
  expect(await slipsOf(survey)).toMatchObject({ onPaper: 6, maySayPaper: true });
  await act(survey, 'close');
  await at.work();
  expect(await refusal(onPaper(survey, 3))).toMatchObject({ code: 'slips-not-now' });
  // Six of nine were on paper: three were not, and who they are must not be told either.
  const release = await view<ReleasePage>(staff('GET', `/surveys/${survey.id}/release`));
  expect([release.units[0]!.participation.kind, release.onPaper]).toEqual(['exact', { sheets: null }]);
});

test('no code is in a table, in the log of acts, in what the house has logged or in an export', async () => {
  const survey = await opened();
  const codes = await make(survey, 3);
  await send(survey, codes[0]!);
  await view(voidOne(survey, codes[1]!));
  await voidOne(survey, codes[0]!);
  await send(survey, codes[1]!);
  const marks = codes.flatMap((code) => [code, code.replaceAll('-', ''), code.split('-')[1]!]);
  const tables = await sql<{ name: string }>`select c.oid::regclass::text as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'urn') and c.relkind = 'r'`.execute(db);
  let text = at.logged.join('\n');
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db);
    text += rows.map(({ row }) => row).join('\n');
  }
  text += await (await staff('GET', `/surveys/${survey.id}/history`)).text();
  for (const path of ['', '/slips', '/links.csv'])
    text += await (await staff('GET', `/surveys/${survey.id}${path}`)).text();
  expect(text.length).toBeGreaterThan(10_000);
  expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
});

test('only the organizer makes and voids slips, and says how many sheets were on paper', async () => {
  const survey = await opened();
  await signIn('leader');
  expect((await staff('GET', `/surveys/${survey.id}/slips`)).status).toBe(403);
  expect((await act(survey, 'slips', { units: [{ position: 0, count: 1 }] })).status).toBe(403);
  expect((await voidOne(survey, 'x')).status).toBe(403);
  expect((await onPaper(survey, 0)).status).toBe(403);
});

test('a place that is none, a place named twice, and more than a pile are refused', async () => {
  const survey = await opened();
  const { units } = await slipsOf(survey);
  const { position } = units[0]!;
  const asking = (wanted: unknown) => refusal(act(survey, 'slips', { units: wanted }));
  expect((await asking([{ position: 999, count: 1 }])).code).toBe('invalid-input');
  expect(
    (
      await asking([
        { position, count: 1 },
        { position, count: 1 },
      ])
    ).code,
  ).toBe('invalid-input');
  expect((await asking([{ position, count: 1_001 }])).code).toBe('invalid-input');
  expect((await asking([])).code).toBe('invalid-input');
  await pass(11 * day);
  expect((await asking([{ position, count: 1 }])).code).toBe('slips-not-now');
});
