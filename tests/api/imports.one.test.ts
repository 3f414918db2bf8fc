import type { BodyView, ProblemView, UnitView } from '@danban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsAfter, lastAct } from '../support/audit.ts';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { allPages, setUp, setUpProvince, signedIn, type Visitor } from '../support/staff.ts';

onEachPostgres((_, fresh) => {
  describe('one unit or body typed by hand', () => {
    let place: TestHouse;
    let admin: Visitor;

    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUp(place);
    });
    afterAll(() => place.close());

    const units = async () => (await (await admin.send('GET', '/units')).json()) as UnitView[];
    const bodies = () => allPages<BodyView>(admin, '/bodies');
    const refusal = async (response: Response) => (await response.json()) as ProblemView;
    const add = (kind: 'units' | 'bodies', typed: object) => admin.send('POST', `/${kind}`, typed);

    test('is there at once, under a code made from its name, and the log says so', async () => {
      const before = await lastAct(place.house.db);
      expect((await add('units', { name: 'Trường THPT Ba Vì', parentId: 'goc', type: 'upper_secondary' })).status).toBe(
        204,
      );
      expect((await units()).find(({ name }) => name === 'Trường THPT Ba Vì')).toMatchObject({
        id: 'TRUONG-THPT-BA-VI',
        parentId: 'goc',
        type: 'upper_secondary',
      });
      expect(
        (await add('bodies', { name: 'Công đoàn trường', kind: 'union', unitId: 'TRUONG-THPT-BA-VI' })).status,
      ).toBe(204);
      expect((await bodies()).find(({ name }) => name === 'Công đoàn trường')).toMatchObject({
        id: 'CONG-DOAN-TRUONG',
        kind: 'union',
        unitId: 'TRUONG-THPT-BA-VI',
      });
      expect(await actsAfter(place.house.db, before)).toMatchObject([
        { act: 'organisation.import', details: { kind: 'units', added: 1, changed: 0 } },
        { act: 'organisation.import', details: { kind: 'bodies', added: 1, changed: 0 } },
      ]);
    });

    test('never changes what is there: a name or code that is taken is refused at its field', async () => {
      const before = [await units(), await bodies()];
      const refusals = await Promise.all([
        add('units', { name: 'Trường THPT Ba Vì', parentId: 'goc', staff: '12' }),
        add('units', { name: 'Tên khác', id: 'truong-thpt-ba-vi', parentId: 'goc' }),
        add('bodies', { name: 'Công đoàn trường', kind: 'front', unitId: 'TRUONG-THPT-BA-VI' }),
      ]);
      for (const refused of refusals) {
        const { status, code, issues } = await refusal(refused);
        expect([status, code, issues?.map(({ path }) => path)]).toEqual([422, 'invalid-input', ['name']]);
      }
      expect([await units(), await bodies()]).toEqual(before);
    });

    test('says at each field what is wrong with it, and stores nothing', async () => {
      const before = [await units(), await bodies()];
      const wrong = await refusal(await add('units', { name: '', parentId: 'KHONG-CO', staff: 'nhiều', id: 'có dấu' }));
      expect(wrong.issues?.map(({ path }) => path).sort()).toEqual(expect.arrayContaining(['id', 'staff']));
      const nowhere = await refusal(await add('bodies', { name: 'Hội', kind: 'hội kín', unitId: 'goc' }));
      expect(nowhere.issues?.map(({ path }) => path)).toContain('kind');
      expect((await refusal(await add('units', { name: 'x', parentId: 'goc', owner: 'me' }))).code).toBe(
        'invalid-input',
      );
      expect([await units(), await bodies()]).toEqual(before);
    });
  });

  test('only administrators of the installation may add to the organisation', async () => {
    const place = await testHouse(await fresh());
    try {
      const admin = await setUpProvince(place);
      const union = { role: 'organizer', unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
      const organizer = await signedIn(place.app, admin, { login: 'hoa', ...union });
      const schoolAdmin = await signedIn(place.app, admin, { login: 'nam', role: 'admin', unitId: 'THPT.CTN' });
      const typed = { name: 'Trường mới', parentId: 'SGD', type: 'other' };
      for (const person of [organizer, schoolAdmin]) {
        expect((await person.send('POST', '/units', typed)).status).toBe(403);
        expect((await person.send('POST', '/bodies', { name: 'Hội', kind: 'other', unitId: 'SGD' })).status).toBe(403);
      }
    } finally {
      await place.close();
    }
  });
});
