import { randomUUID } from 'node:crypto';
import { can, type Person, type Where } from '@danban/access';
import { createSignInLink } from '@danban/server';
import { repeatable } from '@danban/server/example/chance';
import { keyOf } from '@danban/server/search/keys';
import { writeMissingKeys } from '@danban/server/search/queries';
import { find } from '@danban/server/surveys/queries';
import { whereOf } from '@danban/server/surveys/views';
import type { AccountView, PageView, SurveySummaryView } from '@danban/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { saveSurveys, whereIs, type RandomSurvey } from '../support/randomSurveys.ts';
import { saveBodies, savePeople } from '../support/randomPeople.ts';
import { pathOn, randomPlaces, savePlaces, type RandomPlace } from '../support/randomTree.ts';
import { allAccounts, allPages, problemOf, setUp, tokenIn, visitor, type Visitor } from '../support/staff.ts';

const today = '2026-03-02';

async function signIn(place: TestHouse, { id }: Person): Promise<Visitor> {
  const person = visitor(place.app);
  const token = tokenIn(await createSignInLink(place.house, id));
  expect((await person.send('POST', '/sessions/link', { token })).status).toBe(200);
  return person;
}

onEachPostgres((_, fresh) => {
  describe.each([11, 12, 13])('in a random house (%i) everyone’s list holds exactly', (seed) => {
    let place: TestHouse;
    let places: RandomPlace[];
    let people: Person[];
    let surveys: RandomSurvey[];

    beforeAll(async () => {
      place = await testHouse(await fresh());
      const chance = repeatable(seed);
      places = randomPlaces(chance, 30);
      await savePlaces(place.house.db, places);
      const bodies = await saveBodies(place.house.db, places);
      people = await savePeople(place.house.db, chance, 60, places, bodies);
      surveys = await saveSurveys(place.house.db, chance, 150, places, bodies, people);
    });
    afterAll(() => place.close());

    const mayRead = (person: Person, where: Where) =>
      can(person, 'survey.read', where) || can(person, 'results.read', where);

    test('the surveys she may read, or read the results of', async () => {
      let some = 0;
      for (const person of people) {
        const seen = await allPages<SurveySummaryView>(await signIn(place, person), '/surveys');
        const expected = surveys.filter((survey) => mayRead(person, whereIs(survey, places, today)));
        expect(seen.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
        if (seen.some(({ published }) => !published)) some += 1;
      }
      expect(some).toBeGreaterThan(10);
    });

    test('… where the product itself says a survey stands, and every rule about it decides for somebody', async () => {
      let [judged, moved] = [0, 0];
      for (const survey of surveys) {
        const where = whereIs(survey, places, today);
        expect(await whereOf(place.house, (await find(place.house.db, survey.id))!)).toEqual(where);
        const elsewhere = { ...where, unitPath: pathOn(places, survey.unitId, today) };
        for (const person of people) {
          if (mayRead(person, where) !== mayRead(person, { ...where, judged: null })) judged += 1;
          if (mayRead(person, where) !== mayRead(person, elsewhere)) moved += 1;
        }
      }
      expect(judged).toBeGreaterThan(0);
      expect(moved).toBeGreaterThan(0);
    });

    test('the surveys she inspects, once they have opened', async () => {
      let some = 0;
      for (const person of people.filter(({ grants }) => grants.some(({ role }) => role === 'inspector'))) {
        const seen = await allPages<SurveySummaryView>(await signIn(place, person), '/inspection');
        const expected = surveys.filter(
          (survey) => survey.openedOn !== null && can(person, 'audit.survey', whereIs(survey, places, today)),
        );
        expect(seen.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
        some += seen.length;
      }
      expect(some).toBeGreaterThan(0);
    });

    test('the accounts she may manage', async () => {
      const roots = places.filter((one) => one.parentId === null).map((one) => one.unitId);
      const mayManage = (person: Person, unitId: string | null) =>
        can(person, 'accounts.manage', {
          unitPath: [...pathOn(places, unitId, today), ...roots],
          bodyId: null,
          judged: null,
        });
      const reaches = (person: Person, { grants }: Person) =>
        grants.length === 0 ? mayManage(person, null) : grants.every(({ unitId }) => mayManage(person, unitId));
      let some = 0;
      for (const person of people.filter(({ grants }) => grants.some(({ role }) => role === 'admin'))) {
        const seen = (await allAccounts(await signIn(place, person))).map(({ id }) => id);
        const expected = people.filter((other) => reaches(person, other)).map(({ id }) => id);
        expect(seen.sort()).toEqual(expected.sort());
        if (seen.length > 0 && seen.length < people.length) some += 1;
      }
      expect(some).toBeGreaterThan(2);
    });
  });

  describe('a list of surveys', () => {
    let place: TestHouse;
    let organizer: Visitor;
    const body = { kind: 'union', name: 'Công đoàn Giáo dục tỉnh', can_organise: true };
    const titles = async (asked: string) =>
      (await allPages<SurveySummaryView>(organizer, `/surveys?${asked}`)).map(({ title }) => title.vi);

    beforeAll(async () => {
      place = await testHouse(await fresh());
      const { db } = place.house;
      await savePlaces(db, [{ unitId: 'so', from: '2020-01-01', parentId: null }]);
      await db.updateTable('unit').set({ name: 'Sở Giáo dục Hải Đông', search_key: 'so giao duc hai dong' }).execute();
      await db
        .insertInto('body')
        .values({ ...body, id: 'cd', unit_id: 'so', search_key: keyOf.body(body) })
        .execute();
      const person = { id: randomUUID(), name: 'Lan', grants: [] };
      await db.insertInto('account').values({ id: person.id, name: 'Lan', login: 'lan' }).execute();
      await db
        .insertInto('role_grant')
        .values({ account_id: person.id, role: 'organizer', unit_id: 'so', body_id: 'cd' })
        .execute();
      organizer = await signIn(place, person);
      await sql`
        insert into survey (id, body_id, unit_id, created_by, responsible, state, definition, definition_hash, closes_at,
          results_slug, search_key, drafted_at)
        select gen_random_uuid(), 'cd', 'so', ${person.id}, ${person.id}, case when n > 110 then 'draft' else 'open' end::survey_state,
          jsonb_build_object('kind', 'survey', 'title', jsonb_build_object('vi', 'Bữa ăn ' || n)), '\\x00',
          case when n <= 110 then timestamptz '2026-03-01' + n * interval '1 day' end, 'ket-qua-' || n,
          'bua an ' || n, timestamptz '2026-01-01' + n * interval '1 minute'
        from generate_series(1, 120) n`.execute(db);
    });
    afterAll(() => place.close());

    test('comes in pages of fifty: drafts first, the newest of them on top, then what closes last', async () => {
      const numbers = (await titles('')).map((title) => Number(title.replace('Bữa ăn ', '')));
      expect(numbers).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
      const first = (await (await organizer.send('GET', '/surveys')).json()) as PageView<unknown>;
      expect([first.items.length, first.more]).toEqual([50, true]);
    });

    test.each([
      ['bữa ăn 117', ['Bữa ăn 117']],
      ['AN bua 117', ['Bữa ăn 117']],
      ['117 hai dong', ['Bữa ăn 117']],
      ['117 cong doan giao duc', ['Bữa ăn 117']],
      ['117 truong', []],
      ['117 %', ['Bữa ăn 117']],
    ])('is searched by words of title, unit and body: "%s"', async (q, expected) => {
      expect(await titles(`q=${encodeURIComponent(q)}`)).toEqual(expected);
    });

    test('is filtered by state', async () => {
      expect(await titles('state=draft')).toHaveLength(10);
      expect(await titles('state=open&q=an 109')).toEqual(['Bữa ăn 109']);
      expect(await titles('state=results')).toEqual([]);
    });

    test.each(['state=released', 'page=0', 'order=title', `q=${'a'.repeat(201)}`])(
      '"%s" is invalid input',
      async (asked) => {
        expect(await problemOf(await organizer.send('GET', `/surveys?${asked}`))).toBe('invalid-input');
      },
    );

    test('who may read nothing sees an empty list, a stranger none', async () => {
      const nobody = { id: randomUUID(), name: 'Không', grants: [] };
      await place.house.db.insertInto('account').values({ id: nobody.id, name: 'Không', login: 'khong' }).execute();
      const seen = await (await (await signIn(place, nobody)).send('GET', '/surveys')).json();
      expect(seen).toEqual({ items: [], page: 1, more: false });
      expect(await problemOf(await visitor(place.app).send('GET', '/surveys'))).toBe('sign-in-required');
    });
  });

  describe('a list of accounts', () => {
    let place: TestHouse;
    let admin: Visitor;
    const found = async (asked: string) =>
      ((await (await admin.send('GET', `/accounts?${asked}`)).json()) as PageView<AccountView>).items;
    const names = async (q: string) => (await found(`q=${encodeURIComponent(q)}`)).map(({ name }) => name);

    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUp(place);
      for (const [name, login] of [
        ['Đặng Thị Ửng', 'ung.dang'],
        ['Nguyễn Ửng Đức', 'duc.nguyen'],
        ['Lê Văn Tám', 'tam.le'],
      ] as const) {
        const grants = [{ role: 'leader', unitId: 'goc', bodyId: null }];
        expect((await admin.send('POST', '/accounts', { name, login, grants })).status).toBe(201);
      }
    });
    afterAll(() => place.close());

    test.each([
      ['ung', ['Đặng Thị Ửng', 'Nguyễn Ửng Đức']],
      ['ửng đặng', ['Đặng Thị Ửng']],
      ['DANG', ['Đặng Thị Ửng']],
      ['Đặng'.normalize('NFD'), ['Đặng Thị Ửng']],
      ['tam.le', ['Lê Văn Tám']],
      ['le dang', []],
      ['100%_\\', []],
    ])('finds by "%s" with or without marks, in any order', async (q, expected) => {
      expect(await names(q)).toEqual(expected);
    });

    test('names stand in the order of the Vietnamese alphabet', async () => {
      const all = (await allAccounts(admin)).map(({ name }) => name);
      expect(all).toEqual([...all].sort(new Intl.Collator('vi').compare));
    });

    test('shows who is in use, who is not, or everyone', async () => {
      const [tam] = await found('q=tam.le');
      expect((await admin.send('DELETE', `/accounts/${tam!.id}`)).status).toBe(204);
      expect((await found('state=inactive')).map(({ name }) => name)).toEqual(['Lê Văn Tám']);
      expect((await found('state=active')).map(({ name }) => name)).not.toContain('Lê Văn Tám');
      expect(await found('')).toHaveLength(4);
    });

    test('a row older than its key is found from the next start on', async () => {
      const { db } = place.house;
      for (const table of ['account', 'unit', 'body'] as const) {
        await db.updateTable(table).set({ search_key: null }).execute();
      }
      expect(await names('duc')).toEqual([]);
      await writeMissingKeys(db);
      expect(await names('duc')).toEqual(['Nguyễn Ửng Đức']);
      const units = (await (await admin.send('GET', '/units/found?q=nganh')).json()) as PageView<unknown>;
      expect(units.items).toHaveLength(1);
    });

    test('of hundreds comes in pages of fifty, everyone once', async () => {
      await sql`
        insert into account (id, name, login, search_key)
        select gen_random_uuid(), 'Người ' || n, 'hang.' || n, 'nguoi ' || n from generate_series(1, 230) n
      `.execute(place.house.db);
      const first = (await (await admin.send('GET', '/accounts?q=nguoi')).json()) as PageView<AccountView>;
      expect([first.items.length, first.page, first.more]).toEqual([50, 1, true]);
      const all = await allPages<AccountView>(admin, '/accounts?q=nguoi');
      expect(new Set(all.map(({ id }) => id)).size).toBe(230);
      const beyond = (await (await admin.send('GET', '/accounts?q=nguoi&page=9')).json()) as PageView<AccountView>;
      expect(beyond).toEqual({ items: [], page: 9, more: false });
    });

    test.each([
      'page=0',
      'page=-1',
      'page=1.5',
      'page=a',
      'page=99999999',
      'state=all',
      'limit=1',
      `q=${'a'.repeat(201)}`,
    ])('"%s" is invalid input', async (asked) => {
      expect(await problemOf(await admin.send('GET', `/accounts?${asked}`))).toBe('invalid-input');
    });
  });
});
