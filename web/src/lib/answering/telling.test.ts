import { expect, test } from 'vitest';
import { t } from '@danban/i18n';
import { personalKinds } from '@danban/text';
import { kindNames, toldWords } from './telling.ts';

const nameOf = (kind: keyof typeof kindNames) => t('vi', kindNames[kind]);

test('what was found is said kind by kind, in the words that were typed', () => {
  const told = [
    { kind: 'person' as const, pieces: ['cô Lan', 'Nguyễn Văn Hùng'] },
    { kind: 'phone' as const, pieces: ['0912 345 678'] },
  ];
  expect(toldWords(told, nameOf)).toBe('tên người (“cô Lan”, “Nguyễn Văn Hùng”), số điện thoại (“0912 345 678”)');
});

test('every kind a pattern knows has a name', () => {
  expect(Object.keys(kindNames).sort()).toEqual(personalKinds.filter((kind) => kind !== 'other').sort());
});
