import { createSetupLink, loadOrganisation, type House } from '@danban/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UnitView } from '@danban/contract';
import { testHouse, type TestHouse } from '../support/house.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { allPages, organisation, problemOf, setUp, type Visitor } from '../support/staff.ts';

const asOf = '2023-11-20';

interface Given {
  id: string;
  parentId?: string | null;
  [key: string]: unknown;
}

function unit({ id, parentId = null, ...rest }: Given) {
  return { id, parentId, type: 'school', name_vi: `Trường ${id}`, shortName: id, validFrom: '2016-01-01', ...rest };
}
function body({ id, ...rest }: Given) {
  return { id, kind: 'union', name_vi: `Công đoàn ${id}`, unitId: 'R', ...rest };
}
const file = (units: unknown[], bodies: unknown[] = []) => ({ schemaVersion: 1, units, bodies });

async function counted({ db }: House): Promise<number[]> {
  const units = await db.selectFrom('unit').select('id').execute();
  const bodies = await db.selectFrom('body').select('id').execute();
  return [units.length, bodies.length];
}

onEachPostgres((_, fresh) => {
  describe('the province', () => {
    let place: TestHouse;
    let admin: Visitor;

    const unitsOn = async (on: string) => (await (await admin.send('GET', `/units?on=${on}`)).json()) as UnitView[];
    const inProvince = async (on: string) => (await unitsOn(on)).filter((one) => one.id !== 'goc');
    const parentOf = async (id: string, on: string) => (await unitsOn(on)).find((one) => one.id === id)?.parentId;
    const bodiesOn = (on: string) => allPages<{ id: string; unitId: string }>(admin, `/bodies?on=${on}`);

    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUp(place);
      const answer = await admin.send('PUT', '/organisation', await organisation());
      expect(await answer.json()).toEqual({ units: 87, bodies: 140 });
    });
    afterAll(() => place.close());

    test('follows its reorganisations day by day', async () => {
      expect(await parentOf('MN.MYLOC.04', '2024-08-31')).toBe('PGD.MYLOC');
      expect(await parentOf('MN.MYLOC.04', '2024-09-01')).toBe('PGD.TPND');
      expect(await parentOf('MN.MYLOC.04', '2025-06-30')).toBe('PGD.TPND');
      expect(await parentOf('MN.MYLOC.04', '2025-07-01')).toBe('UBNDX.MYLOC.2');
      expect(await parentOf('PGD.MYLOC', '2024-09-01')).toBeUndefined();
      expect(await unitsOn('2015-12-31')).toHaveLength(1);
    });

    test('is on every day one tree: parents stand before their children, each unit once', async () => {
      for (const day of ['2016-01-01', asOf, '2024-09-01', '2025-06-30', '2025-07-01', '2030-01-01']) {
        const seen = new Set<string>();
        const units = await inProvince(day);
        for (const { id, parentId } of units) {
          expect(parentId === null || seen.has(parentId)).toBe(true);
          seen.add(id);
        }
        expect(seen.size).toBe(units.length);
        expect(units.filter((one) => one.parentId === null)).toHaveLength(1);
        const living = (await organisation()).units.filter(
          ({ validFrom, validTo }) => validFrom <= day && (validTo ?? day) >= day,
        );
        expect([...seen].sort()).toEqual(living.map(({ id }) => id).sort());
      }
    });

    test('lists siblings as the Vietnamese alphabet has them', async () => {
      const offices = (await unitsOn(asOf)).filter((one) => one.parentId === 'SGDDT').map((one) => one.name);
      expect(offices.length).toBeGreaterThan(20);
      expect(offices).toEqual([...offices].sort(new Intl.Collator('vi').compare));
    });

    test('a body without days of its own lasts as long as its unit', async () => {
      const ids = async (on: string) => (await bodiesOn(on)).map(({ id }) => id);
      expect(await ids('2025-06-30')).toContain('DTN-SO');
      expect(await ids('2025-07-01')).not.toContain('DTN-SO');
      expect(await ids('2025-06-15')).toContain('CDGD-TINH');
      expect(await ids('2025-06-16')).not.toContain('CDGD-TINH');
      expect(await ids('2025-06-30')).not.toContain('MTTQ-TINH-NB');
      expect(await ids('2025-07-01')).toContain('MTTQ-TINH-NB');
    });

    test('loads a second time without a change', async () => {
      const before = await unitsOn(asOf);
      expect((await admin.send('PUT', '/organisation', await organisation())).status).toBe(200);
      expect(await unitsOn(asOf)).toEqual(before);
      expect(await counted(place.house)).toEqual([88, 141]);
    });

    test('a day that is none is refused with its place', async () => {
      for (const on of ['2023-02-30', 'today', "2023-01-01' or 1=1", '0']) {
        expect(await problemOf(await admin.send('GET', `/units?on=${encodeURIComponent(on)}`))).toBe('invalid-input');
      }
    });

    test('a unit below the administrator’s own root can be loaded, and her root stays hers', async () => {
      const below = file([unit({ id: 'X.1', parentId: 'goc', validFrom: '1990-01-01' })]);
      expect((await admin.send('PUT', '/organisation', below)).status).toBe(200);
      const hung = file([unit({ id: 'goc', parentId: 'X.0' }), unit({ id: 'X.0' })]);
      const answer = await admin.send('PUT', '/organisation', hung);
      expect(await problemOf(answer)).toBe('organisation-invalid');
      expect(await parentOf('goc', asOf)).toBeNull();
    });
  });

  describe('as it stood on a day', () => {
    let place: TestHouse;
    beforeEach(async () => (place = await testHouse(await fresh())));
    afterEach(() => place.close());

    test('knows nothing of what came later', async () => {
      const loaded = await loadOrganisation(place.house.db, await organisation(), { asOf });
      expect(loaded.units).toBeLessThan(87);
      const db = place.house.db;
      const later = await db.selectFrom('unit').select('id').where('valid_from', '>', asOf).execute();
      const ending = await db.selectFrom('unit').select('id').where('valid_to', 'is not', null).execute();
      const ended = await db.selectFrom('body').select('id').where('valid_to', 'is not', null).execute();
      const moves = await db.selectFrom('unit_place').select('unit_id').where('valid_from', '>', asOf).execute();
      expect([later, ending, ended, moves]).toEqual([[], [], [], []]);
      const names = await db.selectFrom('unit').select('name').execute();
      expect(names.map(({ name }) => name).join()).not.toContain('Ninh Bình');
    });

    test('lets the set-up link stand: it makes no account', async () => {
      await loadOrganisation(place.house.db, await organisation(), { asOf });
      expect(await createSetupLink(place.house)).not.toBeNull();
    });
  });

  describe('a wrong file changes nothing and names its places', () => {
    let place: TestHouse;
    let admin: Visitor;
    beforeAll(async () => {
      place = await testHouse(await fresh());
      admin = await setUp(place);
      const start = file([unit({ id: 'R' }), unit({ id: 'A', parentId: 'R' })], [body({ id: 'B' })]);
      expect((await admin.send('PUT', '/organisation', start)).status).toBe(200);
    });
    afterAll(() => place.close());

    const moved = (first: string, then: string) => [
      { parentId: first, from: '2016-01-01', to: '2019-12-31' },
      { parentId: then, from: '2020-01-01', to: null },
    ];
    const r = unit({ id: 'R' });
    const n = unit({ id: 'N' });

    test.each<[string, unknown, string[]]>([
      ['an unknown parent', file([n, unit({ id: 'C', parentId: 'NO' })]), ['units.1.parentId unknown-parent']],
      ['two units of one name', file([n, unit({ id: 'N', name_vi: 'Khác' })]), ['units.1.id duplicate-id']],
      ['two bodies of one name', file([], [body({ id: 'C' }), body({ id: 'C' })]), ['bodies.1.id duplicate-id']],
      ['a unit under itself', file([unit({ id: 'C', parentId: 'C' })]), ['units.0.parentId cycle']],
      [
        'a cycle of three',
        file([unit({ id: 'C', parentId: 'E' }), unit({ id: 'D', parentId: 'C' }), unit({ id: 'E', parentId: 'D' })]),
        ['units.0.parentId cycle', 'units.1.parentId cycle', 'units.2.parentId cycle'],
      ],
      [
        'a cycle that closes only years later',
        file([r, unit({ id: 'C', parentId: 'R', parentHistory: moved('R', 'D') }), unit({ id: 'D', parentId: 'C' })]),
        ['units.1.parentId cycle'],
      ],
      [
        'a cycle through a unit that is stored',
        file([unit({ id: 'R', parentId: 'A' })]),
        ['units cycle', 'units.0.parentId cycle'],
      ],
      [
        'a parent that does not exist yet',
        file([unit({ id: 'N', validFrom: '2020-01-01' }), unit({ id: 'C', parentId: 'N' })]),
        ['units.1.parentId parent-does-not-exist-then'],
      ],
      [
        'a parent that ends before its child',
        file([unit({ id: 'N', validTo: '2020-01-01' }), unit({ id: 'C', parentId: 'N' })]),
        ['units.1.parentId parent-does-not-exist-then'],
      ],
      [
        'an end that leaves a stored unit alone',
        file([unit({ id: 'R', validTo: '2020-01-01' })]),
        ['units parent-does-not-exist-then'],
      ],
      [
        'an end before the start',
        file([unit({ id: 'N', validTo: '2015-12-31' })]),
        ['units.0.validTo ends-before-it-starts'],
      ],
      [
        'a gap in the history',
        file([
          unit({
            id: 'N',
            parentHistory: [
              { parentId: null, from: '2016-01-01', to: '2019-12-30' },
              { parentId: null, from: '2020-01-01', to: null },
            ],
          }),
        ]),
        ['units.0.parentHistory.1.from history-not-continuous'],
      ],
      [
        'two places on one day',
        file([
          unit({
            id: 'N',
            parentHistory: [
              { parentId: null, from: '2016-01-01', to: '2020-01-01' },
              { parentId: null, from: '2020-01-01', to: null },
            ],
          }),
        ]),
        ['units.0.parentHistory.1.from history-not-continuous'],
      ],
      [
        'an unknown successor',
        file([unit({ id: 'N', successorIds: ['NO'] })]),
        ['units.0.successorIds unknown-successor'],
      ],
      ['a body of an unknown unit', file([n], [body({ id: 'C', unitId: 'NO' })]), ['bodies.0.unitId unknown-unit']],
      [
        'a body under an unknown body',
        file([], [body({ id: 'C', parentId: 'NO' })]),
        ['bodies.0.parentId unknown-parent'],
      ],
      ['a body under itself', file([], [body({ id: 'B', parentId: 'B' })]), ['bodies.0.parentId cycle']],
      ['an unknown kind', file([n], [body({ id: 'C', kind: 'sect' })]), ['bodies.0.kind invalid_value']],
      ['an unknown key', file([unit({ id: 'N', password: 'x' })]), ['units.0 unrecognized_keys']],
      ['another version', { ...file([n]), schemaVersion: 2 }, ['schemaVersion invalid_value']],
      ['a name of nothing', file([unit({ id: 'N', name_vi: ' \u0000 ' })]), ['units.0.name_vi too_small']],
      ['an id with a quote', file([unit({ id: "N'; drop table unit" })]), ['units.0.id invalid_format']],
      [
        'fewer than no people',
        file([unit({ id: 'N', headcount: { staff: -1 } })]),
        ['units.0.headcount.staff too_small'],
      ],
    ])('%s', async (_what, json, issues) => {
      const before = await counted(place.house);
      const answer = await admin.send('PUT', '/organisation', json);
      const problem = (await answer.json()) as { code: string; issues: { path: string; code: string }[] };
      expect(problem.code).toBe('organisation-invalid');
      expect(problem.issues.map((issue) => `${issue.path} ${issue.code}`)).toEqual(issues);
      expect(await counted(place.house)).toEqual(before);
    });

    test('of two files at once that together close a cycle one is refused', async () => {
      const pair = file([unit({ id: 'P' }), unit({ id: 'Q' })]);
      expect((await admin.send('PUT', '/organisation', pair)).status).toBe(200);
      const answers = await Promise.all([
        admin.send('PUT', '/organisation', file([unit({ id: 'P', parentId: 'Q' })])),
        admin.send('PUT', '/organisation', file([unit({ id: 'Q', parentId: 'P' })])),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
    });

    test('a loaded name is clean text in NFC', async () => {
      const name_vi = ' Trường  Mầm\u0000 non\u202E Hoa Sữa '.normalize('NFD');
      await admin.send('PUT', '/organisation', file([unit({ id: 'HS', name_vi })]));
      const row = await place.house.db.selectFrom('unit').select('name').where('id', '=', 'HS').executeTakeFirst();
      expect(row?.name).toBe('Trường Mầm non Hoa Sữa');
    });

    test('nobody takes the last administrator’s root away by a file', async () => {
      const answer = await admin.send(
        'PUT',
        '/organisation',
        file([unit({ id: 'T', validFrom: '1900-01-01' }), unit({ id: 'goc', parentId: 'T', validFrom: '1945-09-02' })]),
      );
      expect(await problemOf(answer)).toBe('last-administrator');
    });
  });
});
