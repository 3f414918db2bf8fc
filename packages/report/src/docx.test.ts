import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxOf, type Head, type Report } from './index.ts';

const head: Head = {
  style: 'union',
  above: 'Liên đoàn Lao động tỉnh',
  issuer: 'Công đoàn Giáo dục tỉnh',
  symbol: 'BC-CĐGD',
  place: 'Nam Định',
  year: 2026,
};
const report: Report = {
  head,
  opening: { kind: 'titled', type: 'BÁO CÁO', subject: 'Tổng hợp kết quả khảo sát' },
  sections: [
    {
      title: 'I. Thông tin chung',
      blocks: [
        { kind: 'text', text: 'Lời & <thẻ>' },
        {
          kind: 'table',
          columns: ['Đơn vị', 'Số phiếu'],
          rows: [
            ['Trường', 1171],
            ['Tổ', 'Được bảo vệ'],
          ],
        },
        { kind: 'note', text: 'Ghi chú.' },
        { kind: 'room', lines: 2 },
      ],
    },
    { title: 'Phụ lục', appendix: true, blocks: [{ kind: 'text', text: 'Cách tính.' }] },
  ],
  signature: { authority: 'TM. Ban Thường vụ', office: 'Chủ tịch' },
  recipients: ['Như trên', 'Lưu: VT'],
};

async function filesOf(one: Report): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await docxOf(one)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const documentOf = async (one: Report) => (await filesOf(one))['word/document.xml']!;
const headed = (change: Partial<Head>) => documentOf({ ...report, head: { ...head, ...change } });
const textsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1]!);

test('the page is A4 with margins of 20, 20, 20 and 30 mm, and the font Times New Roman throughout', async () => {
  const files = await filesOf(report);
  const xml = files['word/document.xml']!;
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/);
  expect(files['word/styles.xml']).toMatch(/<w:rFonts [^>]*w:ascii="Times New Roman"[^>]*w:eastAsia="Times New Roman"/);
});

test('the number of the page stands in the top margin, in the middle, and not on the first page', async () => {
  const files = await filesOf(report);
  expect(files['word/document.xml']).toContain('<w:titlePg/>');
  const headers = Object.entries(files).filter(([name]) => /^word\/header\d\.xml$/.test(name));
  const numbered = headers.filter(([, xml]) => xml.includes('PAGE'));
  expect([headers.length, numbered.length]).toEqual([2, 1]);
  expect(numbered[0]![1]).toContain('<w:jc w:val="center"/>');
});

test('number, day and month are blank: the registry and whoever signs give them', async () => {
  const texts = textsIn(await documentOf(report));
  expect(texts).toContain('Số:      /BC-CĐGD');
  expect(texts).toContain('Nam Định, ngày      tháng      năm 2026');
});

test('state, Front and union stand under the name of the nation, the Party and the Youth Union under their own and without the device', async () => {
  for (const style of ['state', 'front', 'union'] as const) {
    const texts = textsIn(await headed({ style }));
    expect(texts).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(texts).toContain('Độc lập - Tự do - Hạnh phúc');
  }
  const party = textsIn(await headed({ style: 'party', symbol: 'BC/ĐU' }));
  expect(party).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  expect(party).toContain('Số      -BC/ĐU');
  expect(party.join()).not.toContain('Độc lập');
  const youth = textsIn(await headed({ style: 'youth', symbol: 'BC/ĐTN' }));
  expect(youth).toContain('ĐOÀN TNCS HỒ CHÍ MINH');
  expect(youth).toContain('Số:      -BC/ĐTN');
  expect(youth.join()).not.toContain('Độc lập');
});

test('who issues stands in bold capitals under the body above, which is upright', async () => {
  const xml = await documentOf(report);
  const runOf = (text: string) => new RegExp(`<w:r>(?:(?!</w:r>).)*${text}`).exec(xml)![0];
  expect(runOf('CÔNG ĐOÀN GIÁO DỤC TỈNH')).toContain('<w:b/>');
  expect(runOf('LIÊN ĐOÀN LAO ĐỘNG TỈNH')).not.toContain('<w:b/>');
  expect(textsIn(await headed({ above: null }))).not.toContain('LIÊN ĐOÀN LAO ĐỘNG TỈNH');
});

test('figures stand to the right as Vietnamese writes them, what they are about to the left, and the head is repeated', async () => {
  const xml = await documentOf(report);
  expect(xml).toMatch(/<w:jc w:val="right"\/>(?:(?!<w:p>).)*1\.171/);
  expect(xml).toMatch(/<w:jc w:val="right"\/>(?:(?!<w:p>).)*Được bảo vệ/);
  expect(xml).toMatch(/<w:jc w:val="left"\/>(?:(?!<w:p>).)*Trường/);
  expect(xml).toContain('<w:tblHeader/>');
});

test('a table of many columns is set closer together, so that no word of its head is broken', async () => {
  const wide: Report['sections'][number]['blocks'][number] = {
    kind: 'table',
    columns: [
      'Ý hỏi',
      'Rất không hài lòng',
      'Không hài lòng',
      'Bình thường',
      'Hài lòng',
      'Rất hài lòng',
      'Không biết',
      'Điểm',
    ],
    rows: [['Phòng học', '0 (0%)', '114 (7,8%)', '759 (52,1%)', '488 (33,5%)', '26 (1,8%)', '70 (4,8%)', '3,3']],
  };
  const xml = await documentOf({ ...report, sections: [{ title: null, blocks: [wide] }] });
  const cell = /<w:tc>(?:(?!<\/w:tc>).)*Bình thường.*?<\/w:tc>/.exec(xml)![0];
  // "thường" in bold 10 points is about a centimetre wide.
  expect(Number(/<w:tcW w:type="dxa" w:w="(\d+)"/.exec(cell)![1])).toBeGreaterThan(900);
  expect(cell).toContain('<w:sz w:val="20"/>');
});

test('recipients end as the decree has it, who signs stands in capitals, and appendices come last on a page of their own', async () => {
  const xml = await documentOf(report);
  const texts = textsIn(xml);
  expect(texts).toEqual(
    expect.arrayContaining(['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH']),
  );
  expect(texts.indexOf('Phụ lục')).toBeGreaterThan(texts.indexOf('CHỦ TỊCH'));
  expect(xml).toContain('<w:pageBreakBefore/>');
});

test('words stay words: nothing in them is markup', async () => {
  expect(textsIn(await documentOf(report))).toContain('Lời &amp; &lt;thẻ&gt;');
});

const table: Report['sections'][number]['blocks'][number] = {
  kind: 'words',
  columns: ['Điều, khoản', 'Chủ thể', 'Góp ý', 'Tiếp thu'].map((title, at) => ({ title, share: at + 1 })),
  groups: [
    {
      about: 'Điều 8',
      rows: [
        ['Cá nhân (ẩn danh)', 'Định mức thấp.\nĐề nghị nâng.', 'Tiếp thu'],
        ['Công đoàn', 'Bỏ khoản 3', 'Giải trình'],
      ],
    },
    { about: 'Điều 9', rows: [['Cá nhân (ẩn danh)', 'Nhất trí', 'Ghi nhận']] },
  ],
};

test('a wide table lies on its side, and what a group is about stands once beside all its rows', async () => {
  const xml = await documentOf({ ...report, landscape: true, sections: [{ title: null, blocks: [table] }] });
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row).filter((row) => !row.includes('Số:'));
  const wide = rows.filter((row) => /Điều 8|Bỏ khoản 3|Điều 9/.test(row));
  expect(wide.map((row) => /vMerge w:val="(\w+)"/.exec(row)?.[1] ?? null)).toEqual(['restart', 'continue', null]);
  expect(textsIn(xml).filter((text) => text === 'Điều 8')).toHaveLength(1);
  expect(textsIn(xml)).toEqual(expect.arrayContaining(['Định mức thấp.', 'Đề nghị nâng.']));
  const [width] = /<w:tblW w:type="dxa" w:w="(14\d{3})"/.exec(xml)!.slice(1);
  expect(Number(width)).toBe(16_838 - 1_134 - 1_701);
});

test('a letter has no name: it says under its number what it is about, and who it is for', async () => {
  const letter = (to: string[]): Report => ({ ...report, opening: { kind: 'letter', about: 'phản biện dự thảo', to } });
  const one = textsIn(await documentOf(letter(['Trường THPT Sông Ninh'])));
  expect(one.indexOf('V/v phản biện dự thảo')).toBe(one.indexOf('Số:      /BC-CĐGD') + 1);
  expect(one).toContain('Kính gửi: Trường THPT Sông Ninh');
  expect(one).not.toContain('BÁO CÁO');
  const two = textsIn(await documentOf(letter(['Sở Nội vụ', 'Trường'])));
  expect(two).toEqual(expect.arrayContaining(['Kính gửi:', '- Sở Nội vụ;', '- Trường.']));
});

test('bases are in italics, each ends with a semicolon and the last with a full stop', async () => {
  const bases = { kind: 'bases', bases: ['Căn cứ Luật', 'Căn cứ Thông tư'] } as const;
  const xml = await documentOf({ ...report, sections: [{ title: null, blocks: [bases] }] });
  expect(textsIn(xml)).toEqual(expect.arrayContaining(['Căn cứ Luật;', 'Căn cứ Thông tư.']));
  expect(/<w:r>(?:(?!<\/w:r>).)*Căn cứ Luật/.exec(xml)![0]).toContain('<w:i/>');
});
