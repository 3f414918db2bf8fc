import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masked } from './mask.ts';
import { knownNames } from './people.ts';
import { personalIn } from './find.ts';
import { byPlace, type PersonalKind, type Span } from './span.ts';
import demo from './testing/demoComments.vi.json' with { type: 'json' };
import { hostile, vietnamese } from './testing/hostile.ts';

const none = knownNames([]);
const told = (text: string, spans: readonly Span[]) =>
  spans.map(({ kind, start, end }) => [kind, text.normalize('NFC').slice(start, end)]);
const redacted = (text: string, known = none) => personalIn(text, known).filter(({ level }) => level === 'redact');
const warned = (text: string) => personalIn(text, none).filter(({ level }) => level === 'warn');

describe('is to be masked', () => {
  test.each<[PersonalKind, string, string]>([
    ['phone', 'gọi 0912 345 678 nhé', '0912 345 678'],
    ['phone', '+84 912.345.678', '+84 912.345.678'],
    ['phone', '0912345678', '0912345678'],
    ['phone', '84-38-234-5678', '84-38-234-5678'],
    ['phone', 'số 0912. 345 - 678', '0912. 345 - 678'],
    ['phone', '0 9 1 2 3 4 5 6 7 8', '0 9 1 2 3 4 5 6 7 8'],
    ['phone', '0228.3649.321', '0228.3649.321'],
    ['phone', '(024) 3869 5144', '(024) 3869 5144'],
    ['citizenId', 'CCCD 036088001234', '036088001234'],
    ['citizenId', '036 088 001 234', '036 088 001 234'],
    ['identityCard', 'CMND số 162 345 678', '162 345 678'],
    ['socialInsurance', 'mã số BHXH: 3620123456', '3620123456'],
    ['healthCard', 'thẻ GD4363620123456', 'GD4363620123456'],
    ['taxCode', 'MST 0600123456-001', '0600123456-001'],
    ['bankAccount', 'chuyển khoản vào 19031234567890 Techcombank', '19031234567890'],
    ['bankCard', 'thẻ 4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['email', 'co.lan@thpt-songninh.edu.vn', 'co.lan@thpt-songninh.edu.vn'],
    ['link', 'xem facebook.com/lan.nguyen.5 nhé', 'facebook.com/lan.nguyen.5'],
    ['plate', 'xe 18A-123.45 đỗ', '18A-123.45'],
    ['plate', 'xe máy 18B1-234.56', '18B1-234.56'],
    ['birthDate', 'sinh ngày 12/03/1985', '12/03/1985'],
    ['birthDate', 'cô ấy sinh năm 1979', '1979'],
    ['address', 'nhà ở ngõ 12/5', 'ngõ 12/5'],
    ['address', 'ở xóm 4', 'xóm 4'],
    ['person', 'Nguyễn Thị Minh Khai', 'Nguyễn Thị Minh Khai'],
    ['person', 'cô Lan dạy Toán', 'Lan'],
    ['person', 'Thầy Hùng rất tốt', 'Hùng'],
    ['person', 'NGUYỄN VĂN NAM', 'NGUYỄN VĂN NAM'],
    ['person', 'thầy HÙNG quát', 'HÙNG'],
    ['person', 'thầy Việt và các bạn', 'Việt'],
    ['person', 'cô Chi, cô', 'Chi'],
    ['person', 'ThS. Nam trình bày', 'Nam'],
    ['person', 'đ/c Bình phụ trách', 'Bình'],
    ['person', 'hiệu trưởng Phạm Văn Dũng', 'Phạm Văn Dũng'],
    ['person', 'ở trường có cô Lan rất tận tình', 'Lan'],
    ['person', 'trường do Nguyễn Văn Nam phụ trách', 'Nguyễn Văn Nam'],
    ['person', 'cô Hạnh'.normalize('NFD'), 'Hạnh'],
    ['person', 'Đoàn Thanh Hương lớp tôi', 'Đoàn Thanh Hương'],
    ['person', 'anh Trần Hưng Đạo ở tổ tôi', 'Trần Hưng Đạo'],
  ])('%s: %s', (kind, text, what) => {
    expect(told(text, redacted(text))).toEqual([[kind, what]]);
  });
});

describe('stays as it is', () => {
  test.each([
    'mức chi 0,5 lần; 1.500.000.000 đồng; năm 2023-2024',
    'Nghị định số 30/2020/NĐ-CP ngày 05/3/2020',
    'theo Nghị quyết số 217/2025/QH15',
    'Luật số 10/2022/QH15, Điều 53 khoản 7',
    'từ 01/9/2023 đến 31/5/2024',
    'họp lúc 09-10-2023 14 giờ',
    'mã hồ sơ 100088001234',
    'Điều 18 khoản 2',
    'thẻ 4111 1111 1111 1112',
    'Trường THPT Trần Hưng Đạo',
    'trường THPT chuyên Lê Hồng Phong',
    'đường Lê Hồng Phong, phố Hàn Thuyên',
    'Trường Tiểu học Bà Triệu',
    'học tập tư tưởng Hồ Chí Minh, chủ tịch Hồ Chí Minh, Bác Hồ',
    'ở Hà Nội và Hà Nam, tỉnh Ninh Bình, Thái Bình',
    'Đoàn Thanh niên nhà trường',
    'Lương Cơ sở 2.340.000 đồng',
    'thầy cô giáo quan tâm, thầy Cô nhiệt tình, các thầy cô Trường ta',
    'hiệu trưởng, kế toán và tổ trưởng chưa công khai',
    'Từ Điều 8 trở đi, Mai Trường họp',
    'ĐỀ NGHỊ NHÀ TRƯỜNG TĂNG CƯỜNG CÔNG KHAI',
    'Kế toán trường nhận 20 triệu ngày 12/9',
    'gửi về Sở, Phòng GDĐT; em Đoàn viên, bí thư Chi bộ, chủ tịch Hội đồng, anh em Việt Nam',
    'tổ 2 chấm bài chậm',
  ])('%s', (text) => {
    expect(told(text, redacted(text))).toEqual([]);
  });

  test('a school is called after somebody, whoever names it in whatever way', () => {
    const known = knownNames(['Trường THPT Trần Hưng Đạo', 'Phòng GDĐT huyện Vụ Bản']);
    expect(redacted('Ở Trần Hưng Đạo việc này công khai hơn', known)).toEqual([]);
    expect(redacted('Ở Trần Hưng Đạo việc này công khai hơn')).toHaveLength(1);
    expect(told('thầy Trần Hưng Đạo', redacted('thầy Trần Hưng Đạo', known))).toEqual([['person', 'Trần Hưng Đạo']]);
  });

  test('a name without a capital is not found: somebody has to read', () => {
    expect(redacted('cô lan với thầy hùng')).toEqual([]);
  });
});

describe('is for a person to judge', () => {
  test.each<[PersonalKind, string, string]>([
    ['class', 'cô dạy Hóa lớp 11A2', 'lớp 11A2'],
    ['class', 'lớp 3B ồn', 'lớp 3B'],
    ['class', 'chủ nhiệm 10A1 khó tính', '10A1'],
    ['self', 'tôi là tổ trưởng tổ Toán', 'tôi là tổ trưởng tổ Toán'],
    ['self', 'Tôi là giáo viên dạy nhạc', 'Tôi là giáo viên dạy nhạc'],
    ['self', 'tôi đang dạy Hóa khối chín', 'tôi đang dạy Hóa khối chín'],
    ['person', 'cô Anh dạy hay', 'Anh'],
    ['person', 'thầy H. hay quát', 'H'],
  ])('%s: %s', (kind, text, what) => {
    expect(told(text, warned(text))).toEqual([[kind, what]]);
  });

  test.each(['Tôi là giáo viên, tôi đồng ý', 'em là học sinh', 'tôi là một người dân', 'mở 5 lớp mới, phí 5G'])(
    'not: %s',
    (text) => {
      expect(told(text, warned(text))).toEqual([]);
    },
  );
});

const kindsOf: Readonly<Record<string, PersonalKind>> = {
  person_honorific: 'person',
  phone_mobile: 'phone',
  self_identify: 'self',
  class_quasi: 'class',
};

test.each([...demo.comments, ...demo.feedback])('$id is handled as expected', ({ text, expectPii }) => {
  const kinds = new Set(personalIn(text, none).map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(expectPii.map((name) => kindsOf[name])));
});

test('decomposed or composed, the same is found in the same places', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      expect(personalIn(text.normalize('NFD'), none)).toEqual(personalIn(text.normalize('NFC'), none));
    }),
  );
});

test('spans lie within the text, in order, and those of one level apart', () => {
  fc.assert(
    fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary' })), (text) => {
      const spans = personalIn(text, none);
      const ofLevel = (level: Span['level']) => spans.filter((span) => span.level === level);
      const edges = (level: Span['level']) => ofLevel(level).flatMap(({ start, end }) => [start, end]);
      const isApart = (all: number[]) =>
        all.every((edge, at) => edge >= (all[at - 1] ?? 0) && edge <= text.normalize('NFC').length);
      expect(spans).toEqual(spans.toSorted(byPlace));
      expect(isApart(edges('redact')) && isApart(edges('warn'))).toBe(true);
    }),
  );
});

test('masking what was masked changes nothing', () => {
  const mask = (text: string) => masked(text, redacted(text));
  fc.assert(
    fc.property(vietnamese, (text) => {
      expect(mask(mask(text))).toBe(mask(text));
    }),
    { numRuns: 1000 },
  );
});

function milliseconds(text: string): number {
  const began = Date.now();
  personalIn(text, none);
  return Date.now() - began;
}

/** The best of a few: other work on the machine makes it slower, never faster. */
const best = (text: string): number => Math.min(...Array.from({ length: 5 }, () => milliseconds(text)));

test.each(Object.entries(hostile))('hostile text takes time in proportion to its length: %s', (_, unit) => {
  const [short, long] = [unit.repeat(20_000 / unit.length), unit.repeat(80_000 / unit.length)];
  best(short);
  const once = best(short);
  expect(once).toBeLessThan(400);
  // Four times as long; a square would take sixteen times.
  expect(best(long)).toBeLessThan(Math.max(once, 4) * 9);
});
