import { docxOf, type Report } from '@danban/report';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { critiqueLetter, type Critique } from './critique.ts';
import { draftTitle } from './draftTitle.ts';
import { replyLetter, type Reply } from './reply.ts';
import { responseRows } from './responseRows.ts';
import { responseTable, type ResponseTable } from './responseTable.ts';
import type { SaidAbout } from './said.ts';

const about: SaidAbout[] = [
  {
    clause: null,
    said: [
      {
        by: [{ kind: 'people', opinions: 14 }],
        opinion: 'Nhất trí với dự thảo',
        answer: { resolution: 'agreed', explanation: '', commitment: null },
        next: null,
      },
    ],
  },
  {
    clause: 'Điều 8. Chế độ công tác phí',
    said: [
      {
        by: [
          { kind: 'people', opinions: null },
          { kind: 'organisation', name: 'Ban Thanh tra nhân dân', letter: { number: '02/BTTND', on: '2023-11-02' } },
        ],
        opinion: 'Nâng mức phụ cấp lưu trú',
        answer: { resolution: 'accepted', explanation: 'Nâng từ 150.000 lên 200.000 đồng/ngày.', commitment: null },
        next: 'Điểm a khoản 1 Điều 8',
      },
      { by: [{ kind: 'people', opinions: 6 }], opinion: 'Khoán vé tàu xe', answer: null, next: null },
    ],
  },
];
const issuer = { kind: 'administration', name: 'Trường THPT Sông Ninh', above: 'Sở Giáo dục và Đào tạo' } as const;
const table: ResponseTable = {
  issuer,
  year: 2023,
  draft: 'Quy chế chi tiêu nội bộ',
  unit: 'Trường THPT Sông Ninh',
  bases: ['Căn cứ Luật Thực hiện dân chủ ở cơ sở', 'Căn cứ Thông tư số 11/2020/TT-BGDĐT'],
  openedOn: '2023-10-18',
  closedOn: '2023-11-03',
  asked: 84,
  sheets: { received: 63, onPaper: 5 },
  received: 36,
  about,
};
const critique: Critique = {
  issuer: { kind: 'union', name: 'Công đoàn Trường THPT Sông Ninh', above: 'Công đoàn Giáo dục tỉnh' },
  year: 2023,
  draft: table.draft,
  to: 'Trường THPT Sông Ninh',
  bases: table.bases,
  held: [],
  judged: { feasibility: 'Khó thực hiện ở điểm trường lẻ.' },
  points: [{ clause: 'Khoản 3 Điều 10', opinion: 'Trùng Điều 4', reason: 'Hai mức khác nhau', proposal: 'Bỏ khoản 3' }],
  proposals: ['Lấy ý kiến lần hai.'],
  answerBy: '2023-11-20',
};
const reply: Reply = {
  issuer,
  year: 2023,
  draft: table.draft,
  to: 'Ban Thanh tra nhân dân',
  letter: { number: '02/BTTND', on: '2023-11-02' },
  about,
};

/** The lines a reader of the document sees, in their order. */
async function linesOf(report: Report): Promise<string[]> {
  const xml = strFromU8(unzipSync(new Uint8Array(await docxOf(report)))['word/document.xml']!);
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1]!).filter((line) => line !== '');
}

test('the response table names the four columns of the form, and a fifth where the next version shows something', async () => {
  const lines = await linesOf(responseTable(table, 'vi'));
  const columns = ['NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN', 'CHỦ THỂ GÓP Ý', 'NỘI DUNG GÓP Ý', 'NỘI DUNG TIẾP THU, GIẢI TRÌNH'];
  const at = lines.indexOf(columns[0]!);
  expect(lines.slice(at, at + 5)).toEqual([...columns, 'ĐIỀU, KHOẢN TRONG DỰ THẢO LẦN SAU']);
  const without = await linesOf(responseTable({ ...table, about: about.slice(0, 1) }, 'vi'));
  expect(without.slice(without.indexOf(columns[0]!))[4]).toBe('Ý kiến chung');
});

test('it says of people how many they are, of organisations their name and letter, and of what is unanswered that it is', async () => {
  const lines = await linesOf(responseTable(table, 'vi'));
  expect(lines).toEqual(
    expect.arrayContaining([
      'Cá nhân (ẩn danh), 14 ý kiến',
      'Cá nhân (ẩn danh), một số ý kiến',
      'Ban Thanh tra nhân dân (Văn bản số 02/BTTND ngày 02/11/2023)',
      'Tiếp thu.',
      'Nâng từ 150.000 lên 200.000 đồng/ngày.',
      'Đang xem xét.',
    ]),
  );
});

test('its figures count what ended how; too few opinions to tell are some', async () => {
  const told = (await linesOf(responseTable(table, 'vi'))).join('\n');
  expect(told).toContain('đã gửi xin ý kiến: 84; tổng số ý kiến nhận được: 36.');
  expect(told).toContain('theo kết quả xử lý: Tiếp thu: 1; Thống nhất với dự thảo: 1.');
  expect(told).toContain('Số phiếu thu được: 63, trong đó 5 phiếu giấy.');
  const few = (await linesOf(responseTable({ ...table, received: null, asked: null, sheets: null }, 'vi'))).join('\n');
  expect(few).toContain('1. Tổng số ý kiến nhận được: một số.');
  expect(few).not.toMatch(/đã gửi xin ý kiến|phiếu giấy/);
});

test('a letter of critique has the six criteria in their order, its points, and the day of the answer', async () => {
  const lines = await linesOf(critiqueLetter(critique, 'vi'));
  const numbered = lines.filter((line) => /^[1-7]\. /.test(line));
  expect(numbered.map((line) => line.slice(3, 14))).toEqual([
    'Sự cần thiế',
    'Sự phù hợp ',
    'Tính đúng đ',
    'Tính khả th',
    'Dự báo tác ',
    'Hài hòa lợi',
    'Ý kiến cụ t',
  ]);
  expect(lines[lines.indexOf(numbered[3]!) + 1]).toBe('Khó thực hiện ở điểm trường lẻ.');
  expect(lines).toEqual(expect.arrayContaining(['Khoản 3 Điều 10', 'Bỏ khoản 3', 'Kính gửi: Trường THPT Sông Ninh']));
  expect(lines.join()).toContain('chậm nhất vào ngày 20/11/2023');
});

test('a reply puts each opinion where its answer belongs, and says so where nothing belongs', async () => {
  const lines = await linesOf(replyLetter(reply, 'vi'));
  const part = (title: string) => lines.findIndex((line) => line.endsWith(title));
  const [accepted, partly, explained, noted] = [
    'Ý kiến tiếp thu',
    'Ý kiến tiếp thu một phần',
    'Ý kiến giải trình và lý do',
    'Nội dung ghi nhận, tiếp tục nghiên cứu',
  ].map(part) as [number, number, number, number];
  const within = (line: string, from: number, to: number) => lines.slice(from, to).includes(line);
  expect(within('Nâng mức phụ cấp lưu trú', accepted, partly)).toBe(true);
  expect(within('Thể hiện tại: Điểm a khoản 1 Điều 8.', accepted, partly)).toBe(true);
  expect(lines.slice(partly + 1, explained)).toEqual(['Không có.']);
  expect(within('Khoán vé tàu xe', noted, lines.length)).toBe(true);
});

test('as a plain table each row says what it is about', () => {
  const rows = responseRows(about, 'vi');
  expect(rows.map(([clause]) => clause).slice(1)).toEqual(['Ý kiến chung', about[1]!.clause, about[1]!.clause]);
  expect(rows.every((row) => row.length === 5)).toBe(true);
});

test('an explanation that begins with what became of it says it once', async () => {
  const said = {
    ...about[1]!.said[0]!,
    answer: { resolution: 'accepted' as const, explanation: 'Tiếp thu: nâng mức.', commitment: null },
  };
  const rows = responseRows([{ clause: null, said: [said] }], 'vi');
  expect(rows[1]![3]).toBe('Tiếp thu: nâng mức.');
});

test('a draft is called by its own name, not by that of its consultation', () => {
  expect(draftTitle('Lấy ý kiến dự thảo Quy chế chi tiêu nội bộ')).toBe('Quy chế chi tiêu nội bộ');
  expect(draftTitle('Góp ý về dự thảo Kế hoạch năm học')).toBe('Kế hoạch năm học');
  expect(draftTitle('Quy chế dân chủ')).toBe('Quy chế dân chủ');
});
