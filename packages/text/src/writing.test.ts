import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromTcvn3, fromVni } from './legacy.ts';
import { readAs, writingsOf } from './writing.ts';

const latin = fc.string({ unit: fc.integer({ min: 0x20, max: 0x1fff }).map((code) => String.fromCharCode(code)) });

test.each([
  ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
  ['Tr­êng §¹i häc S­ ph¹m', 'Trường Đại học Sư phạm'],
  ['Së Gi¸o dôc vµ §µo t¹o', 'Sở Giáo dục và Đào tạo'],
  ['NguyÔn ThÞ Quúnh, kü s­', 'Nguyễn Thị Quỳnh, kỹ sư'],
  ['¡n, ¢n, £m, ¤ng, ¥n, ¦u', 'Ăn, Ân, Êm, Ông, Ơn, Ưu'],
])('TCVN3 "%s" is "%s"', (legacy, text) => {
  expect(fromTcvn3(legacy)).toBe(text);
  expect(writingsOf(legacy)).toEqual(['tcvn3']);
  expect(readAs('tcvn3', legacy)).toBe(text);
});

test.each([
  ['Tröôøng Tieåu hoïc Traàn Höng Ñaïo', 'Trường Tiểu học Trần Hưng Đạo'],
  ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['Sôû Giaùo duïc vaø Ñaøo taïo', 'Sở Giáo dục và Đào tạo'],
  ['TRÖÔØNG MAÀM NON HOA SÖÕA', 'TRƯỜNG MẦM NON HOA SỮA'],
  ['Nguyeãn Thò Kyø, nghæ heø, Lyù, Myõ', 'Nguyễn Thị Kỳ, nghỉ hè, Lý, Mỹ'],
  ['Vaên, baèng, baéc, caúng, caüng, ñaëng', 'Văn, bằng, bắc, cẳng, cẵng, đặng'],
])('VNI "%s" is "%s"', (legacy, text) => {
  expect(fromVni(legacy)).toBe(text);
  expect(writingsOf(legacy)).toEqual(['vni']);
  expect(readAs('vni', legacy)).toBe(text);
});

test.each(['Trường THPT Trần Phú', 'Trường'.normalize('NFD'), 'Đắk Lắk', 'Kon Tum đô', '“Gần dân” ư', 'Ðại học 中'])(
  '"%s" is Unicode and nothing else',
  (text) => {
    expect(writingsOf(text)).toEqual(['unicode']);
  },
);

test.each(['', 'THPT Tran Phu 2', 'Müller & Söhne', 'Café Zürich', '15 °C', '· mục 1'])(
  'of "%s" nothing is known',
  (text) => {
    expect(writingsOf(text).filter((writing) => writing !== 'unicode')).toEqual([]);
    expect(readAs('unicode', text)).toBe(text);
  },
);

test('what has two readings says so', () => {
  expect(writingsOf('Vò Thanh')).toEqual(['unicode', 'tcvn3', 'vni']);
  expect([readAs('tcvn3', 'Vò Thanh'), readAs('vni', 'Vò Thanh')]).toEqual(['Vũ Thanh', 'Vị Thanh']);
});

test('an eth for đ is mended, one in an Icelandic name stays', () => {
  expect(readAs('unicode', 'Ðinh Ðức, Guðmundur')).toBe('Đinh Đức, Guðmundur');
});

test('a bullet is no letter', () => {
  expect(readAs('tcvn3', '· Tr­êng')).toBe('· Trường');
});

test('Vietnamese in Unicode is never changed', () => {
  const syllables = 'trường học Nguyễn đặng ở Ý ưu phường tổ Đoàn hội bà ông cà phê ế Ổn'.split(' ');
  const sentence = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(sentence, fc.constantFrom('NFC', 'NFD'), (some, form) => {
      const text = some.join(' ');
      const [first = 'unicode'] = writingsOf(text.normalize(form));
      expect(readAs(first, text.normalize(form))).toBe(text.normalize('NFC'));
    }),
  );
});

test('whatever is read, the result is in NFC', () => {
  fc.assert(
    fc.property(fc.oneof(latin, fc.string()), fc.constantFrom('unicode', 'tcvn3', 'vni'), (text, writing) => {
      const read = readAs(writing, text);
      expect(read.normalize('NFC')).toBe(read);
    }),
  );
});
