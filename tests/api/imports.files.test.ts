import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { setUpProvince, signedIn, type Visitor } from '../support/staff.ts';
import { csv, download, imported, problemsOf, understood } from '../support/tables.ts';

onEachPostgres((_, fresh) => {
  describe('what is written out', () => {
    let place: TestHouse;
    let admin: Visitor;

    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUpProvince(place);
    });
    afterAll(() => place.close());

    test.each([
      ['units', 'csv'],
      ['units', 'xlsx'],
      ['bodies', 'csv'],
      ['bodies', 'xlsx'],
      ['accounts', 'csv'],
      ['accounts', 'xlsx'],
    ] as const)('%s as %s come back without a change', async (kind, form) => {
      await signedIn(place.app, admin, { login: `lan.${kind}.${form}`, role: 'leader', unitId: 'THPT.CTN' });
      const view = await understood(admin, kind, await download(admin, `/imports/${kind}/current.${form}`));
      const { rows, unchanged, ...changes } = view.counts;
      expect([changes, problemsOf(view), view.notices.all]).toEqual([{ added: 0, changed: 0, wrong: 0 }, [], 0]);
      expect([rows > 1, unchanged > 1]).toEqual([true, true]);
    });

    test.each(['units', 'bodies', 'accounts'] as const)(
      'the template of %s says what it is and does nothing',
      async (kind) => {
        for (const form of ['csv', 'xlsx']) {
          const view = await understood(admin, kind, await download(admin, `/imports/${kind}/template.${form}`));
          expect(view.notices.first.map(({ code }) => code)).toEqual(['example-left-out']);
          expect(view.counts).toMatchObject({ added: 0, changed: 0, wrong: 0 });
        }
      },
    );

    test('a name that is a formula comes back as it is, and runs nowhere', async () => {
      const name = '=HYPERLINK("http://x")';
      await imported(admin, 'units', csv('Mã,Tên,Cấp trên', `HX,"'=HYPERLINK(""http://x"")",SGDDT-NB`));
      const file = await download(admin, '/imports/units/current.csv');
      expect(new TextDecoder().decode(file)).toContain(`;"'=HYPERLINK(""http://x"")";`);
      expect((await understood(admin, 'units', file)).counts).toMatchObject({ changed: 0, wrong: 0 });
      const row = await place.house.db.selectFrom('unit').select('name').where('id', '=', 'HX').executeTakeFirst();
      expect(row?.name).toBe(name);
    });
  });
});
