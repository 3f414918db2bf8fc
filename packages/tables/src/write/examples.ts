import type { Field, Kind } from '../columns/fields.ts';
import type { AccountLine, BodyLine, PersonLine, UnitLine } from './lines.ts';

/** The row that shows in each template how it is meant. */
export const examples = {
  units: {
    id: 'VD.THPT.01',
    name: 'Trường THPT Ví Dụ',
    shortName: 'THPT Ví Dụ',
    type: 'upper_secondary',
    parentId: 'VD.SGDDT',
    staff: 85,
    students: 1200,
    households: 1150,
    from: '2024-09-01',
  } satisfies UnitLine,
  bodies: {
    id: 'VD.CD.01',
    name: 'Công đoàn Trường THPT Ví Dụ',
    kind: 'union',
    unitId: 'VD.THPT.01',
    parentId: null,
    canOrganise: true,
    canCritique: false,
    canAudit: false,
    from: '2024-09-01',
    to: null,
  } satisfies BodyLine,
  accounts: {
    name: 'Nguyễn Thị Ví Dụ',
    login: 'vi.du@truong.edu.vn',
    role: 'organizer',
    unitId: 'VD.THPT.01',
    bodyId: 'VD.CD.01',
  } satisfies AccountLine,
  people: {
    name: 'Trần Thị Ví Dụ',
    unitId: 'VD.THPT.01',
    email: 'tran.vi.du@truong.edu.vn',
    phone: '0912345678',
  } satisfies PersonLine,
};

/** By what the example is known again when a template comes back with it. */
export const exampleKey: { readonly [K in Kind]: readonly [Field<K>, string] } = {
  units: ['id', examples.units.id],
  bodies: ['id', examples.bodies.id],
  accounts: ['login', examples.accounts.login],
  people: ['name', examples.people.name],
};
