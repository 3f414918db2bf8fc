import type { BranchView, PageView, UnitChoiceView } from '@danban/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { allPages, problemOf, setUpProvince, signedIn, type Visitor } from '../support/staff.ts';

onEachPostgres((_, fresh) => {
  let place: TestHouse;
  let admin: Visitor;

  beforeAll(async () => {
    place = await testHouse(await fresh(), { now: new Date('2024-03-01T01:00:00Z').getTime() });
    admin = await setUpProvince(place);
  });
  afterAll(() => place.close());

  const found = async (by: Visitor, asked: Record<string, string>) =>
    (
      (await (
        await by.send('GET', `/units/found?${new URLSearchParams(asked).toString()}`)
      ).json()) as PageView<UnitChoiceView>
    ).items;
  const branch = async (asked = '') => (await (await admin.send('GET', `/units/branch${asked}`)).json()) as BranchView;

  describe('a unit is found', () => {
    test.each(['song ninh', 'SÔNG NINH', 'ninh sông', 'Sông'.normalize('NFD'), '  song—ninh!'])(
      'by "%s", with the units above it',
      async (q) => {
        const units = await found(admin, { q });
        expect(units).toContainEqual({
          id: 'THPT.SONGNINH',
          name: 'Trường THPT Sông Ninh',
          above: ['Sở Giáo dục và Đào tạo Nam Định', 'Ủy ban nhân dân tỉnh Nam Định'],
        });
      },
    );

    test.each(['%', '_____', "' or 1=1 --", '\\', 'khong co don vi nay'])(
      'by nothing but its words: "%s"',
      async (q) => {
        const ids = (await found(admin, { q })).map(({ id }) => id);
        // Signs are no words; what holds none of the words is not found.
        expect(ids.length === 0 || !/\p{L}/u.test(q)).toBe(true);
      },
    );

    test('today’s alone: one that has ended or has not begun is not', async () => {
      const later = await testHouse(await fresh(), { now: new Date('2025-08-01T01:00:00Z').getTime() });
      try {
        const by = await setUpProvince(later);
        const names = async (who: Visitor, q: string) => (await found(who, { q })).map(({ name }) => name);
        expect(await names(admin, 'phong gddt my loc')).toHaveLength(1);
        expect(await names(by, 'phong gddt my loc')).toEqual([]);
        expect(await names(admin, 'so giao duc ninh binh')).toEqual([]);
        expect(await names(by, 'so giao duc ninh binh')).toHaveLength(1);
      } finally {
        await later.close();
      }
    });

    test('for a survey or a role only where the person may make or give one', async () => {
      const school = { unitId: 'THPT.CTN', bodyId: 'CD.THPT.CTN' };
      const person = await signedIn(place.app, admin, { login: 'hai.vai', role: 'organizer', ...school });
      const boss = await signedIn(place.app, admin, { login: 'quan.tri.pgd', role: 'admin', unitId: 'PGD.MYLOC' });
      const ids = async (by: Visitor, purpose: string) => (await found(by, { for: purpose })).map(({ id }) => id);
      expect(await ids(person, 'survey')).toEqual(['THPT.CTN']);
      expect(await ids(person, 'role')).toEqual([]);
      const below = await ids(boss, 'role');
      expect(below[0]).toBe('PGD.MYLOC');
      expect(below).toContain('MN.MYLOC.04');
      expect(below).not.toContain('THPT.CTN');
      const all = await allPages<UnitChoiceView>(admin, '/units/found?for=role');
      const living = (await (await admin.send('GET', '/units')).json()) as { id: string }[];
      expect(all.map(({ id }) => id).sort()).toEqual(living.map(({ id }) => id).sort());
    });
  });

  describe('a branch', () => {
    test('begins at the roots and names its way up, its bodies and what hangs under it', async () => {
      const roots = await branch();
      expect(roots).toMatchObject({ unit: null, above: [], bodies: [] });
      expect(roots.units.items.map(({ id }) => id)).toEqual(['goc', 'UBND-TINH']);
      const office = await branch('?of=PGD.MYLOC');
      expect(office.unit?.id).toBe('PGD.MYLOC');
      expect(office.above.map(({ id }) => id)).toEqual(['UBND-TINH', 'SGDDT']);
      expect(office.units.items.map(({ id, below }) => [id, below])).toContainEqual(['MN.MYLOC.04', 0]);
      const up = await branch('?of=SGDDT');
      expect(up.units.items.find(({ id }) => id === 'PGD.MYLOC')?.below).toBe(office.units.items.length);
    });

    test.each(['?of=NO', '?of=SGDDT-NB'])('%s does not exist today', async (asked) => {
      expect(await problemOf(await admin.send('GET', `/units/branch${asked}`))).toBe('not-found');
    });

    test('of many units is read page by page, each unit once', async () => {
      const units = Array.from({ length: 120 }, (_, i) => ({
        id: `L.${i}`,
        parentId: 'goc',
        type: 'school',
        name_vi: `Lớp ${i}`,
        shortName: `L${i}`,
        validFrom: '2020-01-01',
      }));
      expect((await admin.send('PUT', '/organisation', { schemaVersion: 1, units, bodies: [] })).status).toBe(200);
      const pages = await Promise.all([1, 2, 3].map((page) => branch(`?of=goc&page=${page}`)));
      expect(pages.map(({ units }) => [units.items.length, units.more])).toEqual([
        [50, true],
        [50, true],
        [20, false],
      ]);
      const ids = pages.flatMap(({ units }) => units.items.map(({ id }) => id));
      expect(new Set(ids).size).toBe(120);
    });
  });

  test('the bodies for a unit are its own and those of the units above it', async () => {
    const bodies = await allPages<{ unitId: string }>(admin, '/bodies?for=THPT.SONGNINH');
    const units = new Set(bodies.map(({ unitId }) => unitId));
    expect([...units].sort()).toEqual(['SGDDT', 'THPT.SONGNINH', 'UBND-TINH']);
    expect(await allPages(admin, '/bodies?for=NO')).toEqual([]);
    const found = await allPages<{ name: string }>(admin, '/bodies?q=cong+doan+song+ninh');
    expect(found.map(({ name }) => name)).toEqual([expect.stringMatching(/Công đoàn.*Sông Ninh/)]);
  });

  test.each(['?page=0', '?page=x', '?for=all', '?limit=1000', '?q=a&scope=b'])('%s is invalid input', async (asked) => {
    expect(await problemOf(await admin.send('GET', `/units/found${asked}`))).toBe('invalid-input');
  });
});
