import { packCell } from '@danban/contract';
import type { CellView, ReleasePage, UnitSaid } from '@danban/contract';
import { expect, test } from 'vitest';
import { overviewOf as overviewAt } from './overview.ts';
import { fifthOf, fifths } from './heat.ts';
import type { ReadQuestion } from './read.ts';
import { attentionSaid, facetsSaid, heatSaid, movementSaid, profileSaid, quietSaid, scoreSaid } from './sentences.ts';
import { turnoutFinding } from './said.ts';
import { turnoutOf } from './turnout.ts';

const scale = [1, 2, 3, 4, 5, null].map((score, at) => ({ label: { vi: `mức ${at + 1}` }, score }));

function exact(...counts: number[]): CellView {
  return { kind: 'exact', n: counts.reduce((sum, count) => sum + count, 0), counts, mean: null };
}
const overviewOf = (stored: ReleasePage, earlier: Parameters<typeof overviewAt>[1], query = '') =>
  overviewAt(stored, earlier, new URLSearchParams(query));
const hidden: CellView = { kind: 'protected' };
const middling = exact(0, 2, 4, 8, 4, 2, 0);
const high = exact(0, 0, 0, 4, 8, 8, 0);
const low = exact(0, 8, 8, 4, 0, 0, 0);

function question(id: string, cells: CellView[][], more: Partial<ReadQuestion> = {}): ReadQuestion {
  return {
    id,
    type: cells.length > 1 ? 'matrix' : 'scale',
    text: { vi: `Câu ${id}?` },
    headline: false,
    motto: [],
    sensitive: false,
    tables: cells.map((own, at) => ({
      label: cells.length > 1 ? { vi: `ý ${at + 1}` } : null,
      options: scale,
      cells: own,
    })),
    ...more,
  };
}

function unit(name: string, percent: number | null): UnitSaid {
  const participation: UnitSaid['participation'] =
    percent === null
      ? { kind: 'few' }
      : { kind: 'exact', respondents: 20, invited: Math.round(2000 / percent), percent, moreThanInvited: false };
  return { id: name, position: 0, parent: -1, children: 0, name, own: false, participation };
}

function page(questions: ReadQuestion[], units = [unit('Sở', 80), unit('Trường A', 90), unit('Trường B', 20)]) {
  const survey = {
    title: { vi: 'Khảo sát' },
    body: 'Công đoàn',
    unit: 'Sở',
    door: 'open_link',
    closedOn: '2026-06-01',
    definitionHash: '',
  };
  const cells = units.map((_, at) =>
    questions.flatMap(({ tables }) => tables.map((table) => packCell(table.cells[at]!))),
  );
  const mark = { number: 1, kind: 'final', madeOn: '2026-06-02' };
  return {
    survey,
    release: { ...mark, checksum: '' },
    releases: [mark],
    path: [],
    units: units.map((one, at) => ({ ...one, position: at * 2, cells: cells[at]! })),
    questions,
  } as unknown as ReleasePage;
}

test('the headline is compared with the last wave that is shown, oldest first', () => {
  const shown = page([question('q1', [[high, high, high]], { headline: true })]);
  const earlier = [
    { closedOn: '2025-12-01', table: { label: null, options: scale }, units: [{ ...unit('Sở', 80), cell: low }] },
    { closedOn: '2025-06-01', table: { label: null, options: scale }, units: [{ ...unit('Sở', 80), cell: middling }] },
  ];
  const { headline } = overviewOf(shown, earlier);
  expect(headline?.waves.map(({ closedOn }) => closedOn)).toEqual(['2025-06-01', '2025-12-01', '2026-06-01']);
  expect(headline?.movement?.verdict).toBe('up');
  expect(movementSaid('vi', headline!)).toMatch(/^So với đợt trước tăng 2,4 điểm/);
  expect(scoreSaid('vi', headline!)).toBe(
    'Điểm trung bình 4,2 trên 5, tính trên 20 phiếu cho điểm; nếu tất cả đều trả lời, điểm nằm trong khoảng 4,0 đến 4,4.',
  );
});

test('where nothing is shown, nothing to look at is not told as good news', () => {
  const dark = overviewOf(page([question('q1', [[hidden, high, high]])]), []);
  expect(dark).toMatchObject({ told: false });
  expect(quietSaid('vi', dark)).toContain('chưa nói được');
  const told = overviewOf(page([question('q1', [[high, hidden, hidden]])]), []);
  expect(quietSaid('vi', told)).toBe('Trong những con số được nêu, không có gì phải xem trước.');
});

test('two cells of the heat table that read the same are painted the same, as its key says', () => {
  expect([59.4, 59.6, 60.4, 0, 100].map(fifthOf)).toEqual([3, 4, 4, 1, 5]);
  for (const { fifth, from, to } of fifths) expect([fifthOf(from), fifthOf(to)]).toEqual([fifth, fifth]);
});

test('a wave on another scale is another question', () => {
  const shown = page([question('q1', [[high, high, high]], { headline: true })]);
  const options = scale.slice(0, 3);
  const earlier = [
    {
      closedOn: '2025-12-01',
      table: { label: null, options },
      units: [{ ...unit('Sở', 80), cell: exact(0, 1, 2, 9) }],
    },
  ];
  expect(overviewOf(shown, earlier).headline?.waves).toHaveLength(1);
});

test('units that became one are summed only where every one of them is shown', () => {
  const shown = page([question('q1', [[high, high, high]], { headline: true })]);
  const wave = (cells: CellView[]) => ({
    closedOn: '2025-12-01',
    table: { label: null, options: scale },
    units: cells.map((cell, at) => ({ ...unit(`Phòng ${at}`, 80), cell })),
  });
  const both = overviewOf(shown, [wave([low, middling])]).headline!;
  expect(both.waves[0]).toMatchObject({ before: ['Phòng 0', 'Phòng 1'], score: { valid: 40 } });
  const one = overviewOf(shown, [wave([low, hidden])]).headline!;
  expect(one.waves[0]).toMatchObject({ score: null });
  expect(one.movement).toBeNull();
  expect(movementSaid('vi', one)).toBe('Đợt trước câu này được bảo vệ ở đây, nên không so sánh.');
});

test('few answers move nothing', () => {
  const shown = page([question('q1', [[exact(0, 0, 0, 4, 4, 4, 0), hidden, hidden]], { headline: true })]);
  const cell = exact(0, 0, 1, 5, 4, 2, 0);
  const earlier = [
    { closedOn: '2025-12-01', table: { label: null, options: scale }, units: [{ ...unit('Sở', 40), cell }] },
  ];
  const { headline } = overviewOf(shown, earlier);
  expect(headline?.movement?.verdict).toBe('unclear');
  expect(movementSaid('vi', headline!)).toMatch(/chưa đủ để nói là tăng hay giảm/);
});

test('an index with a hidden item is not told, and its shown items are', () => {
  const rows = [[high], [middling], [low]].map(([cell]) => [cell!, cell!, cell!]);
  const whole = overviewOf(page([question('q2', rows, { profile: 'courtesy' })]), []);
  expect(whole.profiles[0]?.key).toBe('courtesy');
  expect(whole.profiles[0]?.index).toBeCloseTo(50, 5);
  expect(profileSaid('vi', whole.profiles[0]!)).toBe(
    'Chỉ số chung 50 trên 100. Cao nhất: “ý 1” (80); thấp nhất: “ý 3” (20).',
  );
  const [, ...others] = rows;
  const parts = overviewOf(page([question('q2', [[hidden, hidden, hidden], ...others], { profile: 'courtesy' })]), []);
  expect(parts.profiles[0]).toMatchObject({ index: null });
  expect(profileSaid('vi', parts.profiles[0]!)).toMatch(/^Có ý được bảo vệ/);
});

test('facets say which was highest and which nobody asked about', () => {
  const { facets } = overviewOf(
    page([
      question('q1', [[high, high, high]], { motto: ['know'] }),
      question('q2', [[low, low, low]], { motto: ['discuss'] }),
      question('q3', [[hidden, low, low]], { motto: ['inspect'] }),
    ]),
    [],
  );
  expect(facets.map(({ index }) => index)).toEqual([80, 20, null, null, null, null]);
  expect(facetsSaid('vi', facets)).toBe(
    'Cao nhất: Dân biết (80); thấp nhất: Dân bàn (20). Chưa hỏi về: Dân làm, Dân giám sát, Dân thụ hưởng.',
  );
});

test('questions asked of some belong to no index', () => {
  const some = question('q2', [[low, low, low]], { motto: ['know'], showIf: { question: 'q1', anyOf: ['o1'] } });
  const { facets, heat, attention } = overviewOf(page([some]), []);
  expect(facets[0]).toEqual({ facet: 'know', questions: 1, items: 0, index: null });
  expect(heat).toBeNull();
  expect(attention.filter(({ kind }) => kind === 'weak')).toEqual([]);
});

test('the heat table has one figure for a unit and a question, and none where one of its rows is hidden', () => {
  const { heat } = overviewOf(
    page([
      question('q1', [[high, high, low]]),
      question('q2', [
        [high, low, high],
        [low, hidden, low],
      ]),
    ]),
    [],
  );
  expect(heat?.rows.map(({ figures }) => figures)).toEqual([
    [80, 50],
    [80, null],
    [20, 50],
  ]);
  expect(heatSaid('vi', heat!)).toBe('Thấp nhất trong cả bảng: Trường B, câu 1 (20); cao nhất: Sở, câu 1 (80).');
});

test('what needs a look stands in the order of its weight, and links to nothing hidden', () => {
  const options = [{ label: { vi: 'Có' } }, { label: { vi: 'Không' } }];
  const marked = {
    ...question('q3', [[hidden, exact(0, 6, 20), hidden]]),
    type: 'single',
    alert: { options: [1], minCount: 3 },
  };
  marked.tables[0]!.options = options;
  const shown = overviewOf(page([question('q1', [[low, low, low]], { headline: true }), marked]), [
    { closedOn: '2025-12-01', table: { label: null, options: scale }, units: [{ ...unit('Sở', 80), cell: high }] },
  ]);
  expect(shown.attention.map(({ kind }) => kind)).toEqual(['alert', 'fell', 'few-below', 'weak']);
  expect(shown.attention.map((found) => attentionSaid('vi', found, 'person'))).toEqual([
    '“Câu q3?”: tới mốc cần chú ý ở Trường A.',
    '“Câu q1?”: điểm giảm 2,4 so với đợt trước, nhiều hơn mức có thể do ít phiếu.',
    'Ít người trả lời ở Trường B.',
    '“Câu q1?” ở nửa thấp của thang điểm: 20 trên 100.',
  ]);
});

test('participation is said of units whose share is shown', () => {
  expect(turnoutFinding('vi', turnoutOf([unit('A', 90), unit('B', 20), unit('C', null)]))).toBe(
    'Trong 2 đơn vị được nêu tỷ lệ, cao nhất là A (90%), thấp nhất là B (20%).',
  );
  expect(turnoutFinding('vi', turnoutOf([unit('C', null)]))).toBe(
    'Chưa có đơn vị nào được nêu tỷ lệ tham gia chính xác.',
  );
});

const thousands = Array.from({ length: 3_000 }, (_, at) =>
  unit(`Trường ${at + 1}`, at === 2_500 ? 95 : at % 50 ? 60 : 10),
);
const ofThousands = (at: number): CellView[] =>
  [unit('Sở', 80), ...thousands].map((_, place) => (place === 2_001 ? low : place === 70 + at ? high : middling));

test('of thousands of units right below one, fifty stand on a page; what is found is found in all of them', () => {
  const questions = Array.from({ length: 30 }, (_, at) => question(`q${at + 1}`, [ofThousands(at)]));
  const options = [{ label: { vi: 'Có' } }, { label: { vi: 'Không' } }];
  const told = thousands.map((_, at) => exact(0, at % 500 === 499 ? 6 : 0, 20));
  const marked = { ...question('q31', [[hidden, ...told]]), type: 'single', alert: { options: [1], minCount: 3 } };
  marked.tables[0]!.options = options;
  const large = page([...questions, marked], [unit('Sở', 80), ...thousands]);
  const second = overviewOf(large, [], 'trang=2');
  expect(second.below).toEqual({ page: 2, more: true, count: 3_000 });
  for (const rows of [second.units, second.heat!.rows]) {
    expect(rows.map(({ name }) => name)).toEqual(['Sở', ...thousands.slice(50, 100).map(({ name }) => name)]);
    expect(rows.map(({ position }) => position)).toEqual([
      0,
      ...thousands.slice(50, 100).map((_, at) => (at + 51) * 2),
    ]);
  }
  expect(second.turnout).toMatchObject({
    high: { name: 'Trường 2501', position: 5_002, percent: 95 },
    low: { name: 'Trường 2951', position: 5_902, percent: 10 },
  });
  expect(second.heat!.found).toMatchObject({ low: { name: 'Trường 2001', position: 4_002 } });
  expect(second.attention).toMatchObject([
    { kind: 'alert', units: { named: [{ name: 'Trường 500', position: 1_000 }, {}, {}, {}], others: 2 } },
    { kind: 'few-below', units: { named: [{ name: 'Trường 1', position: 2 }, {}, {}, {}], others: 55 } },
  ]);
  expect(overviewOf(large, [], 'trang=999').below).toEqual({ page: 60, more: false, count: 3_000 });
});

test('what reaches the browser of thousands of units is what one page shows', () => {
  const questions = Array.from({ length: 30 }, (_, at) =>
    question(`q${at + 1}`, [ofThousands(at)], { headline: at === 0 }),
  );
  const shown = overviewOf(page(questions, [unit('Sở', 80), ...thousands]), []);
  expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(60_000);
});
