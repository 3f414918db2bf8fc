import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftLine } from '../draft/line.ts';
import { bareDocument, paragraph } from '../testing/document.ts';
import { drafts, linesOf } from '../testing/drafts.ts';
import { readTree, treeOf } from './build.ts';
import { correct, undo } from './edit.ts';
import { legalBases } from './outline.ts';

const treeOfText = (text: string) => readTree(linesOf(text));
const pathsOf = (text: string): string[] => treeOfText(text).clauses.map((clause) => clause.path);
const answerablePaths = (text: string): string[] =>
  treeOfText(text)
    .clauses.filter((clause) => clause.answerable)
    .map((clause) => clause.path);
const notesOf = (text: string): string[] => treeOfText(text).notes.map((note) => `${note.path} ${note.code}`);

describe('the grammar of regulations', () => {
  test('chapters may have their title on the next line; articles are counted through', () => {
    const text =
      'PHẦN THỨ NHẤT\nCHUNG\nChương I\nQUY ĐỊNH CHUNG\nMục 1. ĐẦU\nĐiều 1. Một\n1. Hai\na) ba\nChương II: RIÊNG\nĐiều 2: Bốn\nNăm';
    expect(pathsOf(text)).toEqual([
      'phan-nhat',
      'phan-nhat.chuong-i',
      'phan-nhat.chuong-i.muc-1',
      'dieu-1',
      'dieu-1.k1',
      'dieu-1.k1.a',
      'phan-nhat.chuong-ii',
      'dieu-2',
    ]);
    expect(treeOfText(text).clauses[1]).toMatchObject({ heading: 'QUY ĐỊNH CHUNG', text: '' });
    expect(answerablePaths(text)).toEqual(['dieu-1.k1', 'dieu-1.k1.a', 'dieu-2']);
  });

  test.each([
    ['Điều 1.Một\n1.Hai\na)ba\nb/ bốn', ['dieu-1', 'dieu-1.k1', 'dieu-1.k1.a', 'dieu-1.k1.b']],
    ['ĐIỀU 1 - MỘT\n1) Hai\n2/ Ba\n(3) Bốn', ['dieu-1', 'dieu-1.k1', 'dieu-1.k2', 'dieu-1.k3']],
    [
      'ĐIỀU 1\nMỘT\n1- Hai\n2- Ba\nKhoản 3: Bốn\nĐiểm a: năm',
      ['dieu-1', 'dieu-1.k1', 'dieu-1.k2', 'dieu-1.k3', 'dieu-1.k3.a'],
    ],
    ['Ðiều 1. Một\nKhoản 1. Hai\nĐiểm a) ba', ['dieu-1', 'dieu-1.k1', 'dieu-1.k1.a']],
    ['Điều 9a. Một\n1a. Hai\na1) ba', ['dieu-9a', 'dieu-9a.k1a', 'dieu-9a.k1a.a1']],
    ['Điều 1. Một\n1. x\nd) a\nđ) b\ne) c', ['dieu-1', 'dieu-1.k1', 'dieu-1.k1.d', 'dieu-1.k1.đ', 'dieu-1.k1.e']],
    ['Điều 1. Một\na) x\ni) một\nii) hai\nb) y', ['dieu-1', 'dieu-1.a', 'dieu-1.a.i', 'dieu-1.a.ii', 'dieu-1.b']],
  ])('%j', (text, paths) => {
    expect(pathsOf(text)).toEqual(paths);
  });

  test('sentences that begin like a clause are text', () => {
    const text =
      'Điều 1. Một\n1. Theo quy định tại khoản 2\nĐiều 5 của Luật.\nChương trình học\nPhần lớn học sinh\nMục tiêu chung\n1.234.567 đồng\n20/11 hằng năm\n2. Hai';
    expect(pathsOf(text)).toEqual(['dieu-1', 'dieu-1.k1', 'dieu-1.k2']);
  });

  test('dashes and lists within a point belong to the clause', () => {
    expect(pathsOf('Điều 1. Một\n1. Hai\n2. Ba\na) gồm:\n1. x\n2. y\n- z\nb) ba\n3. Bốn')).toEqual([
      'dieu-1',
      'dieu-1.k1',
      'dieu-1.k2',
      'dieu-1.k2.a',
      'dieu-1.k2.b',
      'dieu-1.k3',
    ]);
  });

  test('what an amending document quotes is text of the clause that quotes it', () => {
    const text = 'Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. Mức chi\n1. Một.\n2. Hai.”\nĐiều 2. Hiệu lực từ ngày ký.';
    expect(pathsOf(text)).toEqual(['dieu-1', 'dieu-2']);
  });

  test('a decision and the regulation it issues have articles of their own', () => {
    const paths = readTree(linesOf(drafts.resolution)).clauses.map((clause) => clause.path);
    expect(paths.filter((path) => /dieu-1$/.test(path))).toEqual(['dieu-1', 'quy-dinh.dieu-1']);
    expect(paths).toContain('phu-luc-i.k2');
  });

  test('what a council ends a resolution with is no clause, and the appendix behind it is', () => {
    const text =
      'Điều 1. Một\n1. Hai.\n2. Ba.\nNghị quyết này đã được Hội đồng nhân dân xã khóa XX thông qua.\nPHỤ LỤC I\nMẪU ĐƠN\n1. Bốn.';
    expect(answerablePaths(text)).toEqual(['dieu-1.k1', 'dieu-1.k2', 'phu-luc-i.k1']);
  });

  test('whom it goes to and who signs is no clause', () => {
    const { clauses } = treeOfText('Điều 1. Một\n1. Hai.\nNơi nhận:\n- Như Điều 1;\nHIỆU TRƯỞNG');
    expect(clauses.map(({ kind, text }) => [kind, text])).toEqual([
      ['article', ''],
      ['clause', 'Hai.'],
      ['closing', 'Nơi nhận:\n- Như Điều 1;\nHIỆU TRƯỞNG'],
    ]);
  });
});

describe('plans without articles', () => {
  test('numbers that say the Roman number or the capital above them once more lie below it', () => {
    const text =
      'KẾ HOẠCH\nI. CHUNG\nI.1. Thuận lợi\nỔn định.\nI.2. Khó khăn\n- Thiếu phòng;\nII. GIẢI PHÁP\nII.1 Trước mắt\nII.1.1 Mượn phòng.\nII.2. Lâu dài';
    expect(pathsOf(text)).toEqual([
      'mo-dau',
      'muc-i',
      'muc-i.k1',
      'muc-i.k2',
      'muc-i.k2.g1',
      'muc-ii',
      'muc-ii.k1',
      'muc-ii.k1.k1-1',
      'muc-ii.k2',
    ]);
  });

  test('capitals within a Phần lie in it', () => {
    const text = 'ĐỀ ÁN\nPHẦN I\nMỞ ĐẦU\nMột.\nPHẦN II\nNỘI DUNG\nA. Mục tiêu\n1. Hai.\nB. Kinh phí\nBa.';
    expect(pathsOf(text).slice(1)).toEqual([
      'phan-i',
      'phan-ii',
      'phan-ii.phan-a',
      'phan-ii.phan-a.k1',
      'phan-ii.phan-b',
    ]);
  });

  test('are anchored by their headings, numbers, letters and dashes', () => {
    const text = 'KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Một\n1.1. Hai\n- ba\n+ bốn\nb) năm\nII. NỘI DUNG\nĐoạn văn.';
    expect(pathsOf(text)).toEqual([
      'mo-dau',
      'muc-i',
      'muc-i.k1',
      'muc-i.k1.k1-1',
      'muc-i.k1.k1-1.g1',
      'muc-i.k1.k1-1.g1.g1',
      'muc-i.k1.k1-1.b',
      'muc-ii',
    ]);
  });

  test('C. after B. is a letter, C. after XC. a hundred', () => {
    expect(pathsOf('A. MỘT\nI. Hai\nB. BA\nC. BỐN\nD. NĂM')).toEqual([
      'phan-a',
      'phan-a.muc-i',
      'phan-b',
      'phan-c',
      'phan-d',
    ]);
  });

  test.each([
    ['a heading above', '# Quy định\n\n## 1. Trình tự\n1. Một.\n2. Hai.\n\n## 2. Định mức\n1. Ba.\n2. Bốn.'],
    ['titles above', 'QUY ĐỊNH\n1. Trình tự\n1. Một.\n2. Hai.\n2. Định mức\n1. Ba.\n2. Bốn.'],
  ])('numbers that begin anew below %s lie within', (_, text) => {
    expect(pathsOf(text)).toEqual(['mo-dau', 'k1', 'k1.k1', 'k1.k2', 'k2', 'k2.k1', 'k2.k2']);
  });

  test('headings of Markdown carry those without numbers', () => {
    expect(pathsOf('# Kế hoạch\n\n## Mục tiêu\n\nMột.\n\n## Nội dung\n\n- hai\n- ba')).toEqual([
      'mo-dau',
      'muc-tieu',
      'noi-dung',
      'noi-dung.g1',
      'noi-dung.g2',
    ]);
  });

  test('a text without any structure is its paragraphs', () => {
    const text = 'THƯ NGỎ\n\nMột đoạn văn.\n\nMột đoạn khác.';
    expect(pathsOf(text)).toEqual(['mo-dau', 'doan1', 'doan2']);
    expect(notesOf(text)).toEqual(['mo-dau no-structure']);
  });
});

test('legal bases are those before the first clause', () => {
  const { pieces } = treeOfText('Căn cứ Luật A;\n- Căn cứ Thông tư B;\nTheo đề nghị,\nĐiều 1. Căn cứ chung');
  expect(legalBases(pieces)).toEqual(['Căn cứ Luật A;', 'Căn cứ Thông tư B;']);
});

test('holes, repetitions and empty clauses are said with their place', () => {
  expect(notesOf('Điều 1. x\n1. a\n3. b\n3. c\nĐiều 3. y\nb) d\n4.')).toEqual([
    'dieu-1.k3 number-missing',
    'dieu-1.k3~2 number-twice',
    'dieu-3 number-missing',
    'dieu-3.b number-missing',
    'dieu-3.k4 number-missing',
    'dieu-3.k4 no-text',
  ]);
});

test.each(Object.entries(drafts))('%s gives no notes', (_, text) => {
  expect(readTree(linesOf(text)).notes).toEqual([]);
});

const words = fc.constantFrom(
  ...[
    'Điều 1.',
    'Điều 2. Một',
    'Chương I',
    '1. hai',
    '2.',
    'a) ba',
    'b)',
    'i) x',
    'I. BỐN',
    'A. NĂM',
    '- sáu',
    '+ bảy',
    'tám',
    'CHÍN',
  ],
  ...[
    'Nơi nhận:',
    'PHỤ LỤC',
    'QUY CHẾ',
    'Mục 1',
    '“Điều 3.',
    'mười”.',
    '1.1. x',
    'Căn cứ Luật',
    'HIỆU TRƯỞNG',
    'một | hai',
    ':',
  ],
);
const anyLines: fc.Arbitrary<DraftLine[]> = fc.array(
  fc.record(
    { text: words, begins: fc.boolean(), heading: fc.integer({ min: 1, max: 6 }) },
    { requiredKeys: ['text', 'begins'] },
  ),
  { minLength: 1, maxLength: 40 },
);

describe('of any lines', () => {
  test('nothing is lost: the pieces in order hold every line once', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(readTree(lines).pieces.flatMap((piece) => piece.lines)).toEqual(lines);
      }),
      { numRuns: 500 },
    );
  });

  test('label, heading and text of the clauses hold every word', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const said = readTree(lines).clauses.map(({ label, heading, text }) => `${label}${heading}${text}`);
        const bare = (text: string): string => text.replace(/\s/g, '');
        expect(bare(said.join(''))).toBe(bare(lines.map((line) => line.text).join('')));
      }),
      { numRuns: 500 },
    );
  });

  test('paths are unique and parents stand before their children', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { clauses } = readTree(lines);
        expect(new Set(clauses.map(({ path }) => path)).size).toBe(clauses.length);
        expect(clauses.every(({ parent, index }) => parent < index)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('corrections lose no line, and undo brings back what was', () => {
    const edits = fc.array(
      fc.oneof(
        fc.record({ act: fc.constant('merge' as const), index: fc.nat(20) }),
        fc.record({ act: fc.constant('split' as const), index: fc.nat(20), line: fc.nat(3), letter: fc.nat(6) }),
        fc.record({
          act: fc.constant('relevel' as const),
          index: fc.nat(20),
          kind: fc.constantFrom('article', 'clause', 'point'),
        }),
      ),
    );
    fc.assert(
      fc.property(anyLines, edits, (lines, acts) => {
        const first = { pieces: readTree(lines).pieces, before: [] };
        let state: Parameters<typeof correct>[0] = first;
        for (const edit of acts) state = correct(state, edit) ?? state;
        const bare = (all: readonly DraftLine[]): string => all.map((line) => line.text).join('');
        expect(bare(state.pieces.flatMap((piece) => piece.lines))).toBe(bare(lines));
        while (state.before.length > 0) state = undo(state);
        expect(undo(state).pieces).toBe(first.pieces);
      }),
    );
  });
});

describe('corrections of a person', () => {
  const start = { pieces: treeOfText('Điều 1. Một\n1. Hai. Ba\n2. Bốn').pieces, before: [] };
  const after = (edit: Parameters<typeof correct>[1]) => readPaths(correct(start, edit)!.pieces);
  const readPaths = (pieces: typeof start.pieces | Readonly<typeof start.pieces>) =>
    treeOf(pieces).clauses.map(({ path, text, heading }) => `${path} ${heading}${text}`);

  test('merge, split, relevel, retitle', () => {
    expect(after({ act: 'merge', index: 2 })).toEqual(['dieu-1 Một', 'dieu-1.k1 Hai. Ba\n2. Bốn']);
    expect(after({ act: 'split', index: 1, line: 0, letter: 8 })).toEqual([
      'dieu-1 Một',
      'dieu-1.k1 Hai.',
      'dieu-1.k Ba',
      'dieu-1.k2 Bốn',
    ]);
    expect(after({ act: 'relevel', index: 2, kind: 'point' })).toEqual([
      'dieu-1 Một',
      'dieu-1.k1 Hai. Ba',
      'dieu-1.k1.2 Bốn',
    ]);
    expect(after({ act: 'retitle', index: 0, heading: 'Phạm vi' })[0]).toBe('dieu-1 Phạm vi');
  });

  test('what makes no sense is refused', () => {
    expect(correct(start, { act: 'merge', index: 0 })).toBeNull();
    expect(correct(start, { act: 'split', index: 1, line: 0, letter: 1 })).toBeNull();
    expect(correct(start, { act: 'relevel', index: 9, kind: 'point' })).toBeNull();
  });
});

describe('one draft in several formats is one tree', () => {
  const shape = (lines: DraftLine[]) =>
    readTree(lines)
      .clauses.filter((clause) => clause.answerable)
      .map(({ path, text, heading }) => [path, heading, text]);

  test.each(Object.entries(drafts))('%s', async (_, text) => {
    const lines = linesOf(text);
    const document = await bareDocument(lines.map((line) => paragraph(line.text)).join(''));
    const plain = text.replace(/^---[^]*?\n---\n/, '').replace(/[#*]/g, '');
    expect(shape(linesOf(document))).toEqual(shape(lines));
    expect(shape(linesOf(plain))).toEqual(shape(lines));
  });
});
