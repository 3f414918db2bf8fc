import { expect, test } from 'vitest';
import { dayOf, shiftDay } from './day.ts';
import { asItStoodOn, lastDayOf, recordsOf } from './records.ts';
import { organisationFile } from './schema.ts';

const file = organisationFile.parse({
  schemaVersion: 1,
  units: [
    {
      id: 'S',
      type: 'school',
      name_vi: 'Trường',
      shortName: 'T',
      parentId: 'OLD',
      validFrom: '2016-01-01',
      validTo: '2030-06-30',
      successorIds: ['NEW'],
      parentHistory: [
        { parentId: 'OLD', from: '2016-01-01', to: '2024-08-31' },
        { parentId: 'NEW', from: '2024-09-01', to: '2030-06-30' },
      ],
    },
    {
      id: 'OLD',
      type: 'o',
      name_vi: 'Cũ',
      shortName: 'C',
      parentId: null,
      validFrom: '2016-01-01',
      validTo: '2024-08-31',
    },
    { id: 'NEW', type: 'o', name_vi: 'Mới', shortName: 'M', parentId: null, validFrom: '2024-09-01' },
  ],
  bodies: [{ id: 'B', kind: 'union', name_vi: 'CĐ', unitId: 'NEW', validFrom: '2024-09-01' }],
});

test('the day is the day in Vietnam, seven hours ahead of UTC', () => {
  expect(dayOf(new Date('2024-08-31T16:59:59Z'))).toBe('2024-08-31');
  expect(dayOf(new Date('2024-08-31T17:00:00Z'))).toBe('2024-09-01');
});

test('days are shifted over months and leap years', () => {
  expect([shiftDay('2024-03-01', -1), shiftDay('2023-12-31', 1)]).toEqual(['2024-02-29', '2024-01-01']);
});

test('a place lasts until the day before the next one, the last one as long as the unit', () => {
  const [school] = recordsOf(file).units;
  expect([lastDayOf(school!, 0), lastDayOf(school!, 1)]).toEqual(['2024-08-31', '2030-06-30']);
});

test('on an earlier day nothing is known of what comes later', () => {
  const then = asItStoodOn('2023-11-20', recordsOf(file));
  expect(then.units.map((unit) => [unit.id, unit.validTo, unit.places, unit.successorIds])).toEqual([
    ['S', null, [{ parentId: 'OLD', from: '2016-01-01' }], []],
    ['OLD', null, [{ parentId: null, from: '2016-01-01' }], []],
  ]);
  expect(then.bodies).toEqual([]);
});

test('what has ended by the day stays ended', () => {
  const then = asItStoodOn('2024-09-01', recordsOf(file));
  expect(then.units.map((unit) => [unit.id, unit.validTo, unit.places.length])).toEqual([
    ['S', null, 2],
    ['OLD', '2024-08-31', 1],
    ['NEW', null, 1],
  ]);
  expect(then.bodies.map((body) => body.id)).toEqual(['B']);
});
