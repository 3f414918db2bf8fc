import { bodyKinds } from '@danban/contract';
import { expect, test } from 'vitest';
import { headFor, signatureFor } from './issuer.ts';

const of = (kind: (typeof bodyKinds)[number]) => ({ kind, name: 'Tên', above: null });

test.each([
  ['administration', 'state', 'BC-……', '……'],
  ['union', 'union', 'BC-……', '……'],
  ['front', 'front', 'BC-MTTQ-BTT', 'MTTQ-BTT'],
  ['youth_union', 'youth', 'BC/……', 'CV/……'],
  ['people_inspection', 'state', 'BC-……', '……'],
] as const)(
  'a report and a letter of %s have the head and the symbol of its own rules',
  (kind, style, report, letter) => {
    expect(headFor(of(kind), 2026, 'BC')).toMatchObject({ style, symbol: report });
    expect(headFor(of(kind), 2026)).toMatchObject({ style, symbol: letter });
  },
);

test('a body with members is signed for by its chair, on behalf of the whole; an office by its head', () => {
  const signed = bodyKinds.map((kind) => {
    const { authority, office } = signatureFor(of(kind), 'vi');
    return [kind, authority, office];
  });
  expect(signed).toEqual([
    ['union', 'TM. Ban Chấp hành', 'Chủ tịch'],
    ['front', 'TM. Ban Thường trực', 'Chủ tịch'],
    ['youth_union', 'TM. Ban Chấp hành', 'Bí thư'],
    ['people_inspection', 'TM. Ban Thanh tra nhân dân', 'Trưởng ban'],
    ['parent_board', 'TM. Ban đại diện cha mẹ học sinh', 'Trưởng ban'],
    ['administration', null, 'Thủ trưởng cơ quan, đơn vị'],
    ['other', null, 'Thủ trưởng cơ quan, đơn vị'],
  ]);
});
