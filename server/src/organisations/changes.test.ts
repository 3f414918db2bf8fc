import { describe, expect, test } from 'vitest';
import { moved, renamed, standingOn } from './changes.ts';
import type { UnitRecord } from './records.ts';

const today = '2026-03-02';
const unit: UnitRecord = {
  id: 'A',
  type: 'school',
  name: 'Trường Hai',
  shortName: 'Hai',
  docCode: null,
  budgetGroup: null,
  staff: null,
  students: null,
  households: null,
  validFrom: '2016-01-01',
  validTo: null,
  places: [
    { parentId: 'OLD', from: '2016-01-01' },
    { parentId: 'NEW', from: '2024-09-01' },
  ],
  formerNames: [{ name: 'Trường Một', shortName: 'Một', until: '2025-06-30' }],
  successorIds: [],
};
const unitOf = (changed: ReturnType<typeof moved>): UnitRecord => ('unit' in changed ? changed.unit : unit);
const codeOf = (changed: ReturnType<typeof moved>): string => ('refused' in changed ? changed.refused.code : 'done');

describe('how a unit stands', () => {
  test.each([
    ['2016-01-01', 'Trường Một', 'OLD', '2016-01-01'],
    ['2024-08-31', 'Trường Một', 'OLD', '2016-01-01'],
    ['2024-09-01', 'Trường Một', 'NEW', '2024-09-01'],
    ['2025-06-30', 'Trường Một', 'NEW', '2024-09-01'],
    ['2025-07-01', 'Trường Hai', 'NEW', '2025-07-01'],
    ['2000-01-01', 'Trường Một', 'OLD', '2016-01-01'],
  ])('on %s it is called %s, hangs under %s, and has since %s', (day, name, parentId, since) => {
    expect(standingOn(unit, day)).toMatchObject({ name, parentId, since });
  });
});

describe('another place', () => {
  test('holds from its day on and leaves the days before alone', () => {
    const later = unitOf(moved(unit, 'NEXT', '2026-01-01', today));
    expect(later.places).toEqual([...unit.places, { parentId: 'NEXT', from: '2026-01-01' }]);
    for (const day of ['2016-01-01', '2024-09-01', '2025-12-31'])
      expect(standingOn(later, day).parentId).toBe(standingOn(unit, day).parentId);
  });

  test('may be planned, and a plan of today or later may be changed', () => {
    const planned = unitOf(moved(unit, 'NEXT', '2027-01-01', today));
    const again = unitOf(moved(planned, 'OTHER', '2027-01-01', today));
    expect(again.places.at(-1)).toEqual({ parentId: 'OTHER', from: '2027-01-01' });
    expect(again.places).toHaveLength(3);
  });

  test.each([
    ['before the unit', '2015-12-31', 'unit-begins-later'],
    ['before its last place', '2024-08-31', 'moved-later'],
    ['on the past day of its last place', '2024-09-01', 'moved-later'],
  ])('%s is refused', (_, day, code) => {
    expect(codeOf(moved(unit, 'NEXT', day, today))).toBe(code);
  });

  test('after the end of the unit is refused', () => {
    expect(codeOf(moved({ ...unit, validTo: '2026-01-31' }, 'NEXT', '2026-02-01', today))).toBe('unit-has-ended');
  });
});

describe('another name', () => {
  const name = { name: 'Trường Ba', shortName: 'Ba' };

  test('holds from its day on; the name before stays with its days', () => {
    const later = unitOf(renamed(unit, name, '2026-01-01', today));
    expect(later.formerNames).toEqual([
      ...unit.formerNames,
      { name: 'Trường Hai', shortName: 'Hai', until: '2025-12-31' },
    ]);
    expect(['2025-06-30', '2025-12-31', '2026-01-01'].map((day) => standingOn(later, day).name)).toEqual([
      'Trường Một',
      'Trường Hai',
      'Trường Ba',
    ]);
  });

  test('given today may be given again today', () => {
    const once = unitOf(renamed(unit, name, today, today));
    const twice = unitOf(renamed(once, { name: 'Trường Bốn', shortName: 'Bốn' }, today, today));
    expect([twice.name, twice.formerNames]).toEqual(['Trường Bốn', once.formerNames]);
  });

  test.each([
    ['before the unit', '2015-12-31', 'unit-begins-later'],
    ['on the past day of its last name', '2025-07-01', 'named-later'],
    ['before its last name', '2025-06-30', 'named-later'],
    ['from tomorrow', '2026-03-03', 'name-from-tomorrow'],
  ])('%s is refused', (_, day, code) => {
    expect(codeOf(renamed(unit, name, day, today))).toBe(code);
  });
});
