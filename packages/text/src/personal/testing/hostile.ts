import fc from 'fast-check';

/** Words, figures and signs of which names, numbers and what only looks like them are made. */
const pieces = [
  ...'Nguyễn Trần Lê Hồ Từ Văn Thị Lan Hùng Anh Nam Trường THPT Hà Nội Đoàn Thanh niên Điều Cô cô thầy Thầy em tôi Tôi là lớp'.split(
    ' ',
  ),
  ...'hiệu trưởng tổ phó dạy Toán NGUYỄN LAN đ/c ThS. sinh năm ngõ 12/5 11A2 0912 345 678 0912345678 036088001234 1985'.split(
    ' ',
  ),
  ...[
    'co@truong.vn',
    'fb.com/lan',
    'CMND',
    'STK',
    '18A-123.45',
    'hoà',
    'hòa',
    ' ',
    '  ',
    '\n',
    '.',
    ',',
    '[',
    ']',
    '(',
    '+84',
    '-',
  ],
];

/** Texts as people write them, and worse. */
export const vietnamese = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ' ', ' ', '', ', ', '. ')), { maxLength: 40 })
  .map((words) => words.map(([word, gap]) => word + gap).join(''));

/** What makes a careless pattern walk the same text again and again, each repeated to a great length. */
export const hostile = {
  letters: 'a',
  capitals: 'Nguyễn ',
  names: 'Nguyễn Văn Nam ',
  family: 'Lê',
  digits: '0',
  spaced: '0 ',
  phones: '0912345678 ',
  separators: '0 . - ',
  email: 'a.b-c@',
  dots: 'a@b.',
  selves: 'tôi là ',
  honorifics: 'cô ',
  combined: 'a\u0301',
  classes: 'lớp 1',
  brackets: '[tên người] ',
  spaces: ' ',
  links: 'fb.com/',
  cards: '4111-',
  accounts: 'STK tài khoản ',
  addresses: 'ngõ số 12/',
} as const;
