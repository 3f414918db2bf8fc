import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyView } from '@danban/contract';
import { actsAfter, audit, lastAct, urlOf } from '../support/audit.ts';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { invite, organisation, root, setUpProvince, signedIn, visitor, type Visitor } from '../support/staff.ts';
import { answer, sheets, surveysIn } from '../support/surveys.ts';

const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
const day = 24 * 3_600_000;
const byAdmin = `${root.name}, admin, null`;

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  let place: TestHouse;
  let admin: Visitor;
  let organizer: Visitor;

  beforeAll(async () => {
    database = await fresh();
    place = await testHouse(database);
    admin = await setUpProvince(place);
    organizer = await signedIn(place.app, admin, { login: 'lan', role: 'organizer', ...school });
  });
  afterAll(() => place.close());

  const create = () => organizer.send('POST', '/surveys', { template: 'khao-sat-hai-long-phu-huynh', ...school });
  const draft = async () => (await (await create()).json()) as SurveyView;
  const verify = (...args: string[]) => audit(['verify', ...args], { DATABASE_URL: urlOf(database.connection) });
  const since = async (seq: number) => actsAfter(place.house.db, seq);
  const last = () => lastAct(place.house.db);

  describe('what a line tells', () => {
    test('the beginning names the installation, the next lines who set it up and loaded its units', async () => {
      const [begin, setUp, load] = await since(0);
      expect(begin).toMatchObject({ act: 'chain.begin', by: null, details: { format: 1 } });
      expect(setUp).toMatchObject({ act: 'setup.finish', by: byAdmin, unit: null, details: { choice: 'empty' } });
      const { units, bodies } = await organisation();
      const details = { units: units.length, bodies: bodies.length };
      expect(load).toMatchObject({ act: 'organisation.load', by: byAdmin, details });
    });

    test('an account: its roles before and after, in the unit that covers them', async () => {
      const before = await last();
      const { id } = await invite(admin, { login: 'hoa', role: 'leader', unitId: school.unitId });
      await admin.send('POST', `/accounts/${id}/grants`, { role: 'leader', unitId: 'THPT.BTHOC', bodyId: null });
      await admin.send('DELETE', `/accounts/${id}/grants?role=leader&unitId=${school.unitId}`);
      await admin.send('DELETE', `/accounts/${id}`);
      const leader = (...units: string[]) => units.map((unit) => ({ role: 'leader', unit, body: null }));
      const both = expect.arrayContaining(leader(school.unitId, 'THPT.BTHOC')) as unknown;
      const common = { by: byAdmin, object: 'Người hoa' };
      expect(await since(before)).toEqual([
        { ...common, act: 'account.invite', unit: school.unitId, details: { roles: leader(school.unitId) } },
        {
          ...common,
          act: 'account.roles',
          unit: 'SGDDT-NB',
          details: { before: leader(school.unitId), after: both },
        },
        {
          ...common,
          act: 'account.roles',
          unit: 'SGDDT-NB',
          details: { before: both, after: leader('THPT.BTHOC') },
        },
        { ...common, act: 'account.deactivate', unit: 'THPT.BTHOC', details: {} },
      ]);
    });

    test('a survey through its life, each line with the role and body that allowed it', async () => {
      const before = await last();
      const { id, definition, title } = await draft();
      const send = (method: string, way: string, body: unknown) => organizer.send(method, `/surveys/${id}${way}`, body);
      const questions = (definition as { questions: object[] }).questions;
      const shorter = { ...(definition as object), questions: questions.toSpliced(1, 1) };
      await send('PUT', '', { definition: shorter, revision: 0 });
      await send('PUT', '', { definition: shorter, revision: 1 });
      const closesIn = (days: number) => new Date(place.house.clock().getTime() + days * day).toISOString();
      const [first, second] = [closesIn(10), closesIn(20)];
      const opened = (await (await send('POST', '/open', { closesAt: first })).json()) as SurveyView;
      await send('POST', '/extend', { closesAt: second });
      await send('POST', '/close', {});
      await place.work();
      await send('PUT', '/publication', { published: true });
      await organizer.send('GET', `/surveys/${id}/release.csv`);
      await send('PUT', '/publication', { published: false });
      const told = await since(before);
      expect(told.map(({ act, details }) => [act, details])).toEqual([
        ['survey.create', { template: 'khao-sat-hai-long-phu-huynh' }],
        ['survey.edit', { added: 0, removed: 1, changed: 0 }],
        ['survey.open', { closesAt: first, definition: opened.definitionHash }],
        ['survey.extend', { before: first, closesAt: second }],
        ['survey.close', { announced: second }],
        ['survey.release', { checksum: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown }],
        ['survey.publish', {}],
        ['results.export', { format: 'csv' }],
        ['survey.withdraw', {}],
      ]);
      for (const { act, by, object, unit } of told) {
        expect([act, object, unit]).toEqual([act, title.vi, school.unitId]);
        if (act === 'survey.release') expect(by).toBeNull();
        else expect(by).toMatch(/^Người lan, organizer, Công đoàn /);
      }
    });

    test('a survey that closes at its date is closed by nobody', async () => {
      const { id } = await draft();
      const closesAt = new Date(place.house.clock().getTime() + 10 * day).toISOString();
      await organizer.send('POST', `/surveys/${id}/open`, { closesAt });
      const before = await last();
      place.pass(10 * day);
      await place.work();
      const told = await since(before);
      expect(told.map(({ act, by }) => [act, by])).toEqual([
        ['survey.close-at-date', null],
        ['survey.release', null],
      ]);
      place.pass(-10 * day);
    });

    test('a survey that opens by itself, misses its moment, or is archived at its day, says so', async () => {
      const { id } = await draft();
      const inDays = (days: number) => new Date(place.house.clock().getTime() + days * day).toISOString();
      await organizer.send('POST', `/surveys/${id}/schedule`, { opensAt: inDays(1), closesAt: inDays(10) });
      const missed = await draft();
      await organizer.send('POST', `/surveys/${missed.id}/schedule`, { opensAt: inDays(1), closesAt: inDays(9) });
      const whole = { ...(missed.definition as object), questions: [] };
      await sql`update survey set definition = ${JSON.stringify(whole)} where id = ${missed.id}`.execute(
        place.house.db,
      );
      const before = await last();
      for (const days of [1, 9, 800]) {
        place.pass(days * day);
        for (let i = 0; i < 4; i++) await place.work();
      }
      const told = await since(before);
      expect(new Set(told.map(({ by }) => by))).toEqual(new Set([null]));
      const acts = ['miss-opening', 'open-at-date', 'close-at-date', 'release', 'archive-at-date'];
      expect(new Set(told.map(({ act }) => act))).toEqual(new Set(acts.map((act) => `survey.${act}`)));
      place.pass(-810 * day);
    });

    test('failed sign-ins are a number: no name that was typed, and once an hour at most', async () => {
      place.pass(day);
      const before = await last();
      const guess = (login: string) =>
        visitor(place.app).send('POST', '/sessions', { login, password: 'sai mat khau' });
      for (let i = 0; i < 5; i++) await guess(`nguoi-la-${i}`);
      expect(await since(before)).toMatchObject([{ act: 'session.failures', by: null, details: { count: 1 } }]);
      place.pass(3_600_000);
      await guess('nguoi-la-6');
      await guess('nguoi-la-7');
      expect((await since(before)).slice(1)).toMatchObject([{ details: { count: 5 } }]);
      admin = visitor(place.app);
      await admin.send('POST', '/sessions', { login: root.login, password: root.password });
      expect((await since(before)).slice(2)).toMatchObject([
        { act: 'session.sign-in', by: `${root.name}, null, null`, details: { way: 'password' } },
        { act: 'session.failures', details: { count: 1 } },
      ]);
      expect(JSON.stringify(await since(before))).not.toContain('nguoi-la');
      organizer = await signedIn(place.app, admin, { login: 'lan.2', role: 'organizer', ...school });
    });
  });

  describe('an act and its line', () => {
    test('a refused act leaves no line, and neither does signing out of nothing', async () => {
      const { id } = await draft();
      const before = await last();
      await organizer.send('POST', `/surveys/${id}/close`, {});
      await organizer.send('POST', `/surveys/${id}/open`, { closesAt: '2020-01-01T00:00:00Z' });
      await organizer.send('DELETE', `/accounts/${id}`);
      await visitor(place.app).send('DELETE', '/sessions');
      expect(await since(before)).toEqual([]);
    });

    test('where the line cannot be written the act does not happen', async () => {
      const { db } = database;
      const surveys = async () => (await db.selectFrom('survey').select('id').execute()).length;
      const before = await surveys();
      await sql`alter table audit_event add constraint broken check (act <> 'survey.create') not valid`.execute(db);
      expect((await create()).status).toBe(500);
      expect(await surveys()).toBe(before);
      await sql`alter table audit_event drop constraint broken`.execute(db);
      expect((await create()).status).toBe(201);
      expect(await surveys()).toBe(before + 1);
    });

    test('eighty acts at once make one chain without a gap', async () => {
      const before = await last();
      const answers = await Promise.all(Array.from({ length: 80 }, create));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(await last()).toBe(before + 80);
      expect(verify().status).toBe(0);
    });
  });

  describe('the database keeps what is written', () => {
    test.each([
      ['a change', sql`update audit_event set object_name = 'x' where seq = 2`],
      ['a removal', sql`delete from audit_event where seq = (select max(seq) from audit_event)`],
      ['a change that would change nothing', sql`update audit_event set act = act where false`],
      ['emptying', sql`truncate audit_event`],
    ])('%s is refused', async (_what, statement) => {
      await expect(statement.execute(place.house.db)).rejects.toMatchObject({ code: '23001' });
    });

    const copy = (seq: string, previous: string) => sql`
      insert into audit_event (seq, at, act, object_kind, object_id, object_name, details, salt, previous, content, hash,
        search_key)
      select ${sql.raw(seq)}, at, act, object_kind, object_id, object_name, details, salt, ${sql.raw(previous)}, content,
        sha256(hash), search_key from audit_event order by seq desc limit 1`;

    test.each([
      ['a gap', 'seq + 2', 'hash'],
      ['a line that follows none that is there', 'seq + 1', "sha256('x')"],
      ['a second beginning', 'seq + 1', 'null'],
      ['a line that follows an earlier one', 'seq + 1', 'previous'],
      ['a line beside another one', 'seq', 'previous'],
    ])('%s is refused', async (_what, seq, previous) => {
      await expect(copy(seq, previous).execute(place.house.db)).rejects.toMatchObject({
        code: expect.stringMatching(/^23/) as unknown,
      });
    });
  });

  describe('no respondent', () => {
    const marks = ['198.51.100.177', 'MayDanhDau', 'danhdau.example', 'Lời riêng 4711', 'nonce-danh-dau'];

    test('visiting and answering leave nothing in the log: no line, no word, no number', async () => {
      const surveys = await surveysIn(place);
      const survey = await surveys.open();
      const before = await last();
      const headers = { 'x-forwarded-for': marks[0]!, 'user-agent': marks[1]!, referer: `http://${marks[2]!}/` };
      const { slug } = survey.links[0]!;
      const sheet = surveys.sheet(survey);
      const body = JSON.stringify({
        nonce: `${marks[4]!}-dai-du-dai`,
        answers: { ...(sheet.answers as Record<string, unknown>), q13: marks[3] },
      });
      const way = `/api/s/${slug}/submissions`;
      const json = { 'content-type': 'application/json' };
      await place.app.request(`/api/s/${slug}`, { headers });
      expect((await place.app.request(way, { method: 'POST', headers: { ...headers, ...json }, body })).status).toBe(
        201,
      );
      expect((await place.app.request(way, { method: 'POST', headers: { ...headers, ...json }, body: '{' })).ok).toBe(
        false,
      );
      await answer(surveys, survey, sheets(surveys, survey, 40));
      place.pass(day + 1000);
      await place.work();
      expect(await since(before)).toEqual([]);
      await surveys.close(survey);
      await place.work();
      const text = JSON.stringify(await place.house.db.selectFrom('audit_event').selectAll().execute());
      for (const mark of [...marks, ...marks.map((mark) => encodeURIComponent(mark))]) expect(text).not.toContain(mark);
      const told = await since(before);
      expect(told.map(({ act }) => act)).toEqual(['survey.close', 'survey.release']);
      expect(JSON.stringify(told.map(({ details }) => Object.keys(details as object)))).toBe(
        '[["announced"],["checksum"]]',
      );
    });
  });
});
