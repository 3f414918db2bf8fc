import { expect, test } from 'vitest';
import { drafts, linesOf } from '../testing/drafts.ts';
import { secrecyStamp } from './secrecy.ts';

const of = (...texts: string[]): string | null => secrecyStamp(texts.map((text) => ({ text })));

test.each([
  ['MẬT', 'MẬT'],
  ['  TỐI  MẬT'.replace('  MẬT', ' MẬT'), 'TỐI MẬT'],
  ['(TUYỆT MẬT)', 'TUYỆT MẬT'],
  ['ĐỘ MẬT: MẬT', 'MẬT'],
  ['Độ mật: Tối mật', 'TỐI MẬT'],
  ['MẬT | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'MẬT'],
])('a stamp is seen alone on its line or in its cell: %s', (text, stamp) => {
  expect(of('UBND TỈNH', text, 'Điều 1. Phạm vi')).toBe(stamp);
});

test.each([
  '1. Bảo vệ bí mật nhà nước theo quy định.',
  'a) Tài liệu có độ mật;',
  'CHẾ ĐỘ BẢO MẬT',
  'Mật',
  'Mật ong rừng',
])('words of a sentence are no stamp: %s', (text) => {
  expect(of(text)).toBeNull();
});

test('none of the drafts schools write carries one', () => {
  for (const draft of Object.values(drafts)) expect(secrecyStamp(linesOf(draft))).toBeNull();
});
