import { packCell, type CellView, type ReleaseHead, type ReleaseMark, type UnitSaid } from '@danban/contract';
import { expect, test } from 'vitest';
import { releaseCsv } from './csv.ts';
import type { ReadGroup } from './reader.ts';

const exact: CellView = { kind: 'exact', n: 40, counts: [5, 28, 7], mean: null };
const band: CellView = { kind: 'band', option: 2, atLeast: 90 };
const hidden: CellView = { kind: 'protected' };

interface Written {
  head: ReleaseHead;
  groups: ReadGroup[];
}

function releaseWith(...labels: string[]): Written {
  const unit = { position: 0, children: 2, id: 'u', parent: -1, name: 'Trường THPT Sông Ninh', own: false };
  const said: UnitSaid[] = [
    {
      ...unit,
      participation: { kind: 'exact', respondents: 40, invited: 1171, percent: 3.4, moreThanInvited: false },
    },
    { ...unit, position: 1, parent: 0, own: true, participation: { kind: 'below', percent: 20 } },
    {
      ...unit,
      position: 2,
      parent: 0,
      name: '=HYPERLINK("http://a")',
      participation: { kind: 'below', percent: 20 },
    },
  ];
  const cells = [exact, band, hidden];
  return {
    head: {
      schema: 2,
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
      plan: null,
      questions: [
        {
          id: 'q1',
          type: 'single',
          text: { vi: 'Có hài lòng không?', en: 'Satisfied?' },
          headline: true,
          motto: [],
          sensitive: false,
          tables: [{ label: null, options: labels.map((vi) => ({ label: { vi } })) }],
        },
      ],
      comments: { received: null },
    },
    groups: said.map((one, at) => ({ kind: 'unit', said: one, cells: [packCell(cells[at]!)] })),
  };
}

const final: ReleaseMark = { number: 1, kind: 'final', madeOn: '2026-03-06' };

/** The whole file, from its pieces. */
async function csvOf({ head, groups }: Written, lang: 'vi' | 'en', mark: ReleaseMark = final): Promise<string> {
  const given = (async function* () {
    for (const group of groups) yield await Promise.resolve(group);
  })();
  let csv = '';
  for await (const piece of releaseCsv({ mark, head, groups: given }, lang)) csv += piece;
  return csv;
}

const numbered = ({ head, groups }: Written): Written => ({
  groups,
  head: {
    ...head,
    questions: head.questions.map((question) => ({ ...question, number: 2 })),
    written: [{ id: 'q0', number: 1, text: { vi: 'Đề nghị gì?' } }],
  },
});

/** The same with two groups of a breakdown of the whole. */
const brokenDown = ({ head, groups }: Written): Written => ({
  head: {
    ...head,
    plan: {
      breakdowns: [{ question: 'q1', number: 1, text: { vi: 'Cấp?' }, options: [{ vi: 'Mầm non' }] }],
      crossed: [],
    },
  },
  groups: [
    ...groups,
    ...[1, 0].map((category): ReadGroup => ({
      kind: 'breakdown',
      said: { unit: 0, by: [{ criterion: 0, category }], n: category === 1 ? 40 : null },
      cells: [packCell(category === 1 ? exact : hidden)],
    })),
  ],
});

test('a breakdown has rows of its own, each with the group it is about', async () => {
  const rows = tableIn(read((await csvOf(brokenDown(releaseWith('Có', 'Không')), 'vi')).slice(1), ';'));
  expect(rows[0]?.slice(0, 3)).toEqual(['Đơn vị', 'Phân nhóm', 'Câu']);
  expect(rows[1]?.slice(0, 2)).toEqual(['Trường THPT Sông Ninh', '']);
  const broken = rows.slice(10).map((row) => [row[0], row[1], row[6]]);
  expect(broken).toEqual([
    ['Trường THPT Sông Ninh', 'Câu 1: Mầm non', '28'],
    ['Trường THPT Sông Ninh', 'Câu 1: Mầm non', '7'],
    ['Trường THPT Sông Ninh', 'Câu 1: Mầm non', '5'],
    ...[0, 1, 2].map(() => ['Trường THPT Sông Ninh', 'Câu 1: Không trả lời', 'Được bảo vệ']),
  ]);
});

test('a written question stands in its place with a sentence and no figure, and numbers are those of the form', async () => {
  const rows = read((await csvOf(numbered(releaseWith('Có', 'Không')), 'vi')).replace(/^\uFEFF/, ''), ';');
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

test('a Vietnamese spreadsheet reads it: a byte-order mark, semicolons, a comma before the tenths', async () => {
  const csv = await csvOf(releaseWith('Có', 'Không'), 'vi');
  expect(new TextEncoder().encode(csv).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const [names, ...rows] = tableIn(read(csv.slice(1), ';'));
  expect(names).toEqual(['Đơn vị', 'Câu', 'Câu hỏi', 'Ý hỏi', 'Lựa chọn', 'Số phiếu', 'Tỷ lệ']);
  const asked = ['Trường THPT Sông Ninh', '1', 'Có hài lòng không?', ''];
  expect(rows.slice(0, 3)).toEqual([
    [...asked, 'Có', '28', '80%'],
    [...asked, 'Không', '7', '20%'],
    [...asked, 'Không trả lời', '5', ''],
  ]);
  expect(csv).not.toContain('sep=');
});

test('an English one reads commas and points', async () => {
  const release = releaseWith('Yes', 'No');
  release.groups[0]!.cells = [[null, 0, 7, 1]];
  const rows = tableIn(read((await csvOf(release, 'en')).slice(1), ','));
  expect(rows[0]?.at(-1)).toBe('Share');
  expect(rows[1]?.slice(-2)).toEqual(['7', '87.5%']);
});

test('its head says who answered, that they are few, and the form of asking', async () => {
  const [title, about, part, caution, door] = read((await csvOf(releaseWith('Có', 'Không'), 'vi')).slice(1), ';');
  expect(title).toEqual(['Kết quả: Khảo sát']);
  expect(about).toEqual(['Công đoàn hỏi tại Trường; cơ sở "A". Đóng ngày 05/03/2026.']);
  expect(part).toEqual(['40 phiếu trên 1.171 gia đình được hỏi (3,4%).']);
  expect(caution?.[0]).toContain('chưa nói thay cho tất cả');
  expect(door?.[0]).toContain('không loại trừ được một người trả lời nhiều lần');
});

test('what is protected has no number, and a bound stands with its own option alone', async () => {
  const rows = tableIn(read((await csvOf(releaseWith('Có', 'Không'), 'vi')).slice(1), ';'));
  const figures = rows.slice(4).map((row) => row.slice(-2));
  expect(figures).toEqual([
    ['Được bảo vệ', 'Được bảo vệ'],
    ['Được bảo vệ', 'ít nhất 90%'],
    ['Được bảo vệ', 'Được bảo vệ'],
    ['Được bảo vệ', 'Được bảo vệ'],
    ['Được bảo vệ', 'Được bảo vệ'],
    ['Được bảo vệ', 'Được bảo vệ'],
  ]);
});

test.each(['=1+1', '+84', '-5', '@SUM(A1)', ' =1', '＝1', '\t=1', '1-2', '3/4', '12/2026'])(
  'an option named %j stays words',
  async (label) => {
    const csv = await csvOf(releaseWith(label, 'Không'), 'vi');
    const cells = read(csv.slice(1), ';').flat();
    expect(cells).toContain(`'${label}`);
    expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([]);
  },
);

test('a unit named like a formula stays words, a plain number stays a number', async () => {
  const rows = tableIn(read((await csvOf(releaseWith('5', '0 – 24'), 'vi')).slice(1), ';'));
  expect(rows.at(-1)?.[0]).toBe('\'=HYPERLINK("http://a")');
  expect(rows[1]?.[4]).toBe('5');
  expect(rows[2]?.[4]).toBe('0 – 24');
});

test('what comes out before the close does not say that it has closed, and a correction says why it was made', async () => {
  const interim = await csvOf(releaseWith('Có', 'Không'), 'vi', { number: 1, kind: 'interim', madeOn: '2026-03-01' });
  expect(interim).toContain('Số liệu giữa kỳ, tính ngày 01/03/2026');
  expect(interim).not.toContain('Đóng ngày');
  const reason = 'Số gia đình được hỏi ghi nhầm.';
  const correction = await csvOf(releaseWith('Có', 'Không'), 'vi', {
    number: 3,
    kind: 'correction',
    madeOn: '2026-03-09',
    reason,
  });
  expect(correction).toContain('Đóng ngày');
  expect(correction).toContain(`Bản đính chính ngày 09/03/2026. Lý do: ${reason}`);
});
