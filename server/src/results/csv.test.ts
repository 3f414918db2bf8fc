import type { CellView, ReleaseView } from '@danban/contract';
import { expect, test } from 'vitest';
import { releaseCsv } from './csv.ts';

const exact: CellView = { kind: 'exact', n: 40, counts: [5, 28, 7], mean: null };
const band: CellView = { kind: 'band', option: 2, atLeast: 90 };
const hidden: CellView = { kind: 'protected' };

function releaseWith(...labels: string[]): ReleaseView {
  const unit = { id: 'u', parent: -1, name: 'Trường THPT Sông Ninh', own: false };
  return {
    schema: 1,
    survey: {
      title: { vi: 'Khảo sát', en: 'Survey' },
      body: 'Công đoàn',
      unit: 'Trường; cơ sở "A"',
      door: 'unit_link',
      countUnit: 'household',
      closedOn: '2026-03-05',
      definitionHash: '00',
    },
    thresholds: { unit: 5, sensitive: 10, comments: 10 },
    units: [
      {
        ...unit,
        participation: { kind: 'exact', respondents: 40, invited: 1171, percent: 3.4, moreThanInvited: false },
      },
      { ...unit, parent: 0, own: true, participation: { kind: 'below', percent: 20 } },
      { ...unit, parent: 0, name: '=HYPERLINK("http://a")', participation: { kind: 'below', percent: 20 } },
    ],
    questions: [
      {
        id: 'q1',
        type: 'single',
        text: { vi: 'Có hài lòng không?', en: 'Satisfied?' },
        headline: true,
        motto: [],
        sensitive: false,
        tables: [{ label: null, options: labels.map((vi) => ({ label: { vi } })), cells: [exact, band, hidden] }],
      },
    ],
    comments: { received: null },
  };
}

const numbered = (release: ReleaseView): ReleaseView => ({
  ...release,
  questions: release.questions.map((question) => ({ ...question, number: 2 })),
  written: [{ id: 'q0', number: 1, text: { vi: 'Đề nghị gì?' } }],
});

test('a written question stands in its place with a sentence and no figure, and numbers are those of the form', () => {
  const rows = read(releaseCsv(numbered(releaseWith('Có', 'Không')), 'vi').replace(/^\uFEFF/, ''), ';');
  const figures = rows.slice(rows.findIndex((row) => row[1] === 'Câu') + 1);
  const [first, second] = figures;
  expect(first?.slice(1, 4)).toEqual(['1', 'Đề nghị gì?', '']);
  expect(first?.[4]).toContain('tách khỏi phiếu');
  expect(first?.[4]).toContain('Số ý kiến không được nêu.');
  expect(first?.slice(5)).toEqual(['', '']);
  expect(second?.slice(1, 3)).toEqual(['2', 'Có hài lòng không?']);
});

/** A file as a spreadsheet reads it: fields between separators, doubled quotes within quotes. */
function read(csv: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at]!;
    if (sign === '"' && quoted && csv[at + 1] === '"') field += csv[++at]!;
    else if (sign === '"') quoted = !quoted;
    else if (quoted || (sign !== separator && sign !== '\r' && sign !== '\n')) field += sign;
    else if (sign !== '\n') {
      rows.at(-1)!.push(field);
      field = '';
      if (sign === '\r') rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

const tableIn = (rows: string[][]) => rows.slice(rows.findIndex((row) => row.join('') === '') + 1);

test('a Vietnamese spreadsheet reads it: a byte-order mark, semicolons, a comma before the tenths', () => {
  const csv = releaseCsv(releaseWith('Có', 'Không'), 'vi');
  expect(new TextEncoder().encode(csv).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const [names, ...rows] = tableIn(read(csv.slice(1), ';'));
  expect(names).toEqual(['Đơn vị', 'Câu', 'Câu hỏi', 'Ý hỏi', 'Lựa chọn', 'Số phiếu', 'Tỷ lệ']);
  const asked = ['Trường THPT Sông Ninh', '1', 'Có hài lòng không?', ''];
  expect(rows.slice(0, 3)).toEqual([
    [...asked, 'Không trả lời', '5', ''],
    [...asked, 'Có', '28', '80%'],
    [...asked, 'Không', '7', '20%'],
  ]);
  expect(csv).not.toContain('sep=');
});

test('an English one reads commas and points', () => {
  const release = releaseWith('Yes', 'No');
  release.questions[0]!.tables[0]!.cells[0] = { kind: 'exact', n: 8, counts: [0, 7, 1], mean: null };
  const rows = tableIn(read(releaseCsv(release, 'en').slice(1), ','));
  expect(rows[0]?.at(-1)).toBe('Share');
  expect(rows[2]?.slice(-2)).toEqual(['7', '87.5%']);
});

test('its head says who answered, that they are few, and the form of asking', () => {
  const [title, about, part, caution, door] = read(releaseCsv(releaseWith('Có', 'Không'), 'vi').slice(1), ';');
  expect(title).toEqual(['Kết quả: Khảo sát']);
  expect(about).toEqual(['Công đoàn hỏi tại Trường; cơ sở "A". Đóng ngày 05/03/2026.']);
  expect(part).toEqual(['40 phiếu trên 1.171 gia đình được hỏi (3,4%).']);
  expect(caution?.[0]).toContain('chưa nói thay cho tất cả');
  expect(door?.[0]).toContain('không loại trừ được một người trả lời nhiều lần');
});

test('what is protected has no number, and a bound stands with its own option alone', () => {
  const rows = tableIn(read(releaseCsv(releaseWith('Có', 'Không'), 'vi').slice(1), ';'));
  const figures = rows.slice(4).map((row) => row.slice(-2));
  expect(figures).toEqual([
    ['Được bảo vệ', 'Được bảo vệ'],
    ['Được bảo vệ', 'Được bảo vệ'],
    ['Được bảo vệ', 'ít nhất 90%'],
    ['Được bảo vệ', 'Được bảo vệ'],
    ['Được bảo vệ', 'Được bảo vệ'],
    ['Được bảo vệ', 'Được bảo vệ'],
  ]);
});

test.each(['=1+1', '+84', '-5', '@SUM(A1)', ' =1', '＝1', '\t=1', '1-2', '3/4', '12/2026'])(
  'an option named %j stays words',
  (label) => {
    const csv = releaseCsv(releaseWith(label, 'Không'), 'vi');
    const cells = read(csv.slice(1), ';').flat();
    expect(cells).toContain(`'${label}`);
    expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([]);
  },
);

test('a unit named like a formula stays words, a plain number stays a number', () => {
  const rows = tableIn(read(releaseCsv(releaseWith('5', '0 – 24'), 'vi').slice(1), ';'));
  expect(rows.at(-1)?.[0]).toBe('\'=HYPERLINK("http://a")');
  expect(rows[2]?.[4]).toBe('5');
  expect(rows[3]?.[4]).toBe('0 – 24');
});
