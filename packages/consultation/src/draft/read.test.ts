import { utf8 } from '@danban/bytes';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LIMITS } from './limits.ts';
import { readDraft, readText } from './read.ts';

vi.setConfig({ testTimeout: 60_000 });

const textsOf = (text: string): string[] => {
  const read = readText(text);
  return read.ok ? read.value.lines.map((line) => line.text) : [read.issue.code];
};

const codeOf = (bytes: Uint8Array): string => {
  const read = readDraft(bytes);
  return read.ok ? 'read' : read.issue.code;
};

describe('Markdown', () => {
  test('marks go, words stay', () => {
    const text = '## **Chương I.** CHUNG\n\n**Điều 1\\.** *Phạm vi*\n\n> 1\\. Một & hai\n- a) ba\n\n---\n';
    expect(textsOf(text)).toEqual(['Chương I. CHUNG', 'Điều 1. Phạm vi', '1. Một & hai', 'a) ba']);
  });

  test.each(['Họ tên: ____________ tuổi ____', 'Ghi chú (*) xem cuối trang', '2 * 3 * 4', 'tên_tệp_dài', 'a ** b'])(
    '"%s" is no mark',
    (line) => {
      expect(textsOf(line)).toEqual([line]);
    },
  );

  test('a table is a line for each row', () => {
    expect(textsOf('| Nghề | Mức |\n| --- | --- |\n| Hàn | 70% |')).toEqual(['Nghề | Mức', 'Hàn | 70%']);
  });

  test('front matter is about the draft and not of it', () => {
    const read = readText('---\ntitle: Quy chế\nversion: 2\n---\n\nĐiều 1. Một');
    expect(read).toMatchObject({
      ok: true,
      value: { about: { title: 'Quy chế', version: '2' }, lines: [{ text: 'Điều 1. Một' }] },
    });
  });

  test('two rules with text between them are no front matter', () => {
    expect(textsOf('---\nNội dung thường\n---\nHết')).toEqual(['Nội dung thường', 'Hết']);
  });
});

describe('pasted text', () => {
  const paragraphs = [
    'Điều 1. Phạm vi điều chỉnh',
    '1. Quy chế này quy định về nguồn tài chính, nội dung chi, mức chi, phân phối kinh phí tiết kiệm và công khai tài chính của nhà trường theo quy định tại Điều 5 của Luật.',
    'a) Khoản chi thứ nhất dành cho các hoạt động văn hóa, văn nghệ, thể dục, thể thao chào mừng các ngày lễ lớn trong năm học;',
    '2. Các nội dung không quy định tại Quy chế này thực hiện theo quy định hiện hành của Nhà nước và hướng dẫn của cơ quan quản lý cấp trên.',
  ];
  function wrapped(text: string, width: number): string {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.join('\n');
  }

  test.each([50, 60, 72, 90])('wrapped at %i signs is made whole', (width) => {
    expect(textsOf(paragraphs.map((text) => wrapped(text, width)).join('\n'))).toEqual(paragraphs);
  });

  test('page numbers go, and the sentence of the page before goes on', () => {
    const lines = wrapped(paragraphs.join(' '), 60).split('\n');
    for (const head of ['2', '- 2 -', 'Quy chế làm việc – Trang 2/5']) {
      const paged = [...lines.slice(0, 4), '', head, '', ...lines.slice(4)].join('\n');
      expect(textsOf(paged)).toEqual(textsOf(lines.join('\n')));
      expect(readText(paged)).toMatchObject({ value: { notes: ['page-numbers-left-out'] } });
    }
  });

  test('short lines that nobody wrapped stay lines', () => {
    const lines = ['Điều 1. Giờ giấc và nề nếp ra vào lớp của học sinh', 'Đến đúng giờ', 'Không đi muộn', 'Xếp hàng'];
    expect(textsOf(lines.join('\n'))).toEqual(lines);
  });

  test('TCVN3 is turned, also in lines that alone would not tell', () => {
    const legacy =
      'CHƯƠNG I\n§iÒu 1. Ph¹m vi ®iÒu chØnh\n1. Céng hoµ x· héi chñ nghÜa ViÖt Nam\na) Chi kh¸c\nb) Së Gi¸o dôc vµ §µo t¹o'.replace(
        'CHƯƠNG',
        'Ch­¬ng',
      );
    expect(textsOf(legacy)).toEqual([
      'Chương I',
      'Điều 1. Phạm vi điều chỉnh',
      '1. Cộng hoà xã hội chủ nghĩa Việt Nam',
      'a) Chi khác',
      'b) Sở Giáo dục và Đào tạo',
    ]);
  });

  test('decomposed letters are composed', () => {
    expect(textsOf('Điều 1. Phạm vi'.normalize('NFD'))).toEqual(['Điều 1. Phạm vi']);
  });
});

describe('files that are no drafts', () => {
  test.each<[string, Uint8Array]>([
    ['empty-file', new Uint8Array()],
    ['no-text', utf8(' \n\t\n')],
    ['not-a-draft', utf8('%PDF-1.7')],
    ['rich-text', utf8('{\\rtf1\\ansi}')],
    ['web-page', utf8('<!DOCTYPE html><p>Điều 1.</p>')],
    ['old-word', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['damaged-file', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
    ['file-too-large', new Uint8Array(LIMITS.bytes + 1)],
    ['not-a-draft', new Uint8Array(4000).map((_, i) => (i * 7919) % 32)],
  ])('%s', (code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('too many lines, too many letters', () => {
    expect(codeOf(utf8('Điều 1. x\n'.repeat(LIMITS.lines + 1)))).toBe('too-many-lines');
    expect(codeOf(utf8('x'.repeat(LIMITS.letters + 1)))).toBe('file-too-large');
  });

  test('one line of four million letters, of stars, of hashes: read in time', () => {
    const began = performance.now();
    for (const piece of ['x', '*a ', '**a', '# ', '| ', '_a_', '1. ', '](', '\\*'])
      expect(codeOf(utf8(piece.repeat(LIMITS.letters / piece.length)))).toBe('read');
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('NUL and text from right to left pass without harm', () => {
    expect(textsOf('Điều 1.\u0000 Một\u202E hai\nשלום')).toEqual(['Điều 1. Một hai', 'שלום']);
  });

  test('no bytes make it throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void readDraft(bytes)));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readText(text)));
  });
});
