import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromTemplate, templatesFile, type Definition } from '@danban/survey';
import { answeringUnits, eligible, freezeTree, type TreeUnit } from './frozen.ts';

const file = new URL('../../../db/seeds/templates.vi.json', import.meta.url);
const { templates } = templatesFile.parse(JSON.parse(readFileSync(file, 'utf8')));
const parents = fromTemplate(templates.find((one) => one.id === 'khao-sat-hai-long-phu-huynh')!);
const staff: Definition = { ...parents, audienceKind: 'staff', countUnit: 'person' };

const unit = (id: string, parentId: string | null, headcount: Partial<TreeUnit['headcount']> = {}): TreeUnit => ({
  id,
  parentId,
  name: id,
  headcount: { staff: null, students: null, households: null, ...headcount },
});
const department = [
  unit('department', null, { staff: 58 }),
  unit('office', 'department', { staff: 6 }),
  unit('district', 'department'),
  unit('school-a', 'district', { staff: 40, households: 300 }),
  unit('school-b', 'district', { staff: 30, households: 200 }),
];

test('parents are asked at schools: offices without families are left out, and the whole knows its number', () => {
  const tree = freezeTree(parents, department);
  expect(tree.map((one) => one.unitId)).toEqual(['department', 'district', 'school-a', 'school-b']);
  expect(eligible(tree)).toBe(500);
  expect(answeringUnits(parents, tree).map((one) => one.unitId)).toEqual(['school-a', 'school-b']);
});

test('people of an inner unit itself form a team of their own, after all units', () => {
  const tree = freezeTree(staff, department);
  expect(tree.slice(5).map((one) => [one.unitId, one.own])).toEqual([
    ['department', true],
    ['district', true],
  ]);
  expect(tree.every((one) => one.parent < one.position)).toBe(true);
});

test('an open link leads to one place that names no unit', () => {
  const open: Definition = { ...parents, door: 'open_link' };
  const places = answeringUnits(open, freezeTree(open, department));
  expect(places).toHaveLength(1);
  expect(places[0]).toMatchObject({ parent: 0, own: true });
  expect(answeringUnits(open, freezeTree(open, [department[3]!]))).toMatchObject([{ position: 0 }]);
});

test('one unknown number makes the whole unknown', () => {
  expect(eligible(freezeTree(parents, [...department, unit('school-c', 'district')]))).toBeNull();
});
