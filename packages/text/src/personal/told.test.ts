import { expect, it } from 'vitest';
import { knownNames } from './people.ts';
import { toldIn } from './told.ts';

const nobody = knownNames([]);

it('says each piece once, kind by kind, in the order of their first places', () => {
  const text = 'Cô Nguyễn Thị Lan dạy lớp 6A2. Gọi 0912 345 678 hoặc lan@truong.edu.vn; hỏi Nguyễn Thị Lan nhé.';
  expect(toldIn(text, nobody)).toEqual([
    { kind: 'person', pieces: ['Nguyễn Thị Lan'] },
    { kind: 'class', pieces: ['lớp 6A2'] },
    { kind: 'phone', pieces: ['0912 345 678'] },
    { kind: 'email', pieces: ['lan@truong.edu.vn'] },
  ]);
});

it('finds nothing in an opinion that tells of nobody', () => {
  expect(toldIn('Sân trường sạch, thầy cô tận tình. Mong có thêm quạt.', nobody)).toEqual([]);
});

it('takes the name of a school for no person', () => {
  const text = 'Ở Trần Hưng Đạo học sinh rất ngoan.';
  expect(toldIn(text, nobody)).not.toEqual([]);
  expect(toldIn(text, knownNames(['THPT Trần Hưng Đạo']))).toEqual([]);
});
