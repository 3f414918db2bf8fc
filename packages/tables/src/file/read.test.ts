import { utf8 } from '@danban/bytes';
import { zip } from '@danban/files/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareWorkbook } from '../testing/workbook.ts';
import { LIMITS } from './limits.ts';
import { readFile } from './read.ts';

/** Each letter as so many bytes, the big end first or last. */
function units(text: string, write: (view: DataView, i: number, code: number) => void, size: 1 | 2): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * size));
  for (let i = 0; i < text.length; i++) write(view, i * size, text.charCodeAt(i));
  return new Uint8Array(view.buffer);
}
const latin1 = (text: string) => units(text, (view, i, code) => view.setUint8(i, code), 1);
const utf16le = (text: string) => units(text, (view, i, code) => view.setUint16(i, code, true), 2);
const utf16be = (text: string) => units(text, (view, i, code) => view.setUint16(i, code), 2);

async function cellsOf(file: Uint8Array): Promise<string[][]> {
  const read = await readFile(file);
  return read.ok ? read.value.flatMap((sheet) => sheet.rows.map((row) => row.cells)) : [[read.issue.code]];
}

const table = 'Mã;Tên\r\nA.1;"Trường ""Hoa Sữa""; xã"\r\n';
const cells = [
  ['Mã', 'Tên'],
  ['A.1', 'Trường "Hoa Sữa"; xã'],
];

test.each<[string, Uint8Array]>([
  ['UTF-8', utf8(table)],
  ['UTF-8 with its mark', utf8(`\ufeff${table}`)],
  ['UTF-16 with its mark', utf16le(`\ufeff${table}`)],
  ['UTF-16 without', utf16le(table)],
  ['UTF-16, big end first', utf16be(`\ufeff${table}`)],
  ['commas', utf8('Mã,Tên\nA.1,"Trường ""Hoa Sữa""; xã"')],
  ['tabs', utf8('Mã\tTên\rA.1\t"Trường ""Hoa Sữa""; xã"\r')],
  ['a separator told in the first line', utf8(`sep=;\r\n${table}`)],
  ['empty rows and columns around', utf8(`;;\n\n${table};;;;\n`)],
])('a table in %s is read', async (_, file) => {
  expect(await cellsOf(file)).toEqual(cells);
});

test('Windows-1258 is read, its letters put together', async () => {
  // "Mã,Trường Đại học": the tones stand behind their letter.
  const file = Uint8Array.from([
    ...[0x4d, 0x61, 0xde, 0x2c, 0x54, 0x72, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x20],
    ...[0xd0, 0x61, 0xf2, 0x69, 0x20, 0x68, 0x6f, 0xf2, 0x63],
  ]);
  expect((await cellsOf(file)).map((row) => row.map((cell) => cell.normalize('NFC')))).toEqual([
    ['Mã', 'Trường Đại học'],
  ]);
});

test('TCVN3 from a Western Windows comes through as it is, to be read later', async () => {
  expect(await cellsOf(latin1('A,Tr­êng §¹i häc'))).toEqual([['A', 'Tr­êng §¹i häc']]);
});

test('rows keep the number the spreadsheet shows beside them', async () => {
  const read = await readFile(utf8('a,b\n\n\nc,d'));
  expect(read.ok && read.value[0]!.rows.map((row) => row.number)).toEqual([1, 4]);
});

test('a workbook gives values for formulas, days for dates, and cells wherever they stand', async () => {
  const row = (r: number, ...some: string[]) => `<row r="${r}">${some.join('')}</row>`;
  const file = await bareWorkbook(
    row(2, '<c r="B2" t="inlineStr"><is><t>Mã</t></is></c>', '<c r="D2" t="s"><v>0</v></c>') +
      row(5, '<c r="B5"><f>1+1</f><v>2</v></c>', '<c r="C5" t="b"><v>1</v></c>', '<c r="D5" t="e"><v>#N/A</v></c>') +
      row(6, '<c t="str"><f>"x"</f><v>không địa chỉ</v></c>'),
    { strings: '<sst><si><r><t>Tên </t></r><r><t>đơn vị</t></r></si></sst>' },
  );
  const read = await readFile(file);
  expect(read).toEqual({
    ok: true,
    value: [
      {
        name: 'Một',
        rows: [
          { number: 2, cells: ['', 'Mã', '', 'Tên đơn vị'] },
          { number: 5, cells: ['', '2', 'TRUE', '#N/A'] },
          { number: 6, cells: ['không địa chỉ'] },
        ],
      },
    ],
  });
});

const cell = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';

test.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
  ['nothing', new Uint8Array(), 'empty-file'],
  ['spaces', utf8(' \r\n;;;\n'), 'no-rows'],
  ['a file of nine megabytes', new Uint8Array(9 * 1024 * 1024).fill(65), 'file-too-large'],
  ['more rows than allowed', utf8('a,b\n'.repeat(LIMITS.rows + 40)), 'too-many-lines'],
  ['an Excel file of before 2007', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-excel'],
  ['a binary workbook', zip([{ name: 'xl/workbook.bin', data: utf8('x') }]), 'old-excel'],
  ['an OpenDocument', zip([{ name: 'mimetype', data: utf8('application/vnd.oasis') }]), 'open-document'],
  ['a letter', zip([{ name: 'word/document.xml', data: utf8('x') }]), 'not-a-table'],
  ['a PDF', utf8('%PDF-1.7\n'), 'not-a-table'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]), 'not-a-table'],
  ['a page that calls itself .xls', utf8('\ufeff <html><table>'), 'web-page'],
  ['half a workbook', bareWorkbook(cell).then((file) => file.slice(0, 900)), 'damaged-file'],
  ['a workbook of one cell at the far end', bareWorkbook('<row><c r="XFE1"><v>1</v></c></row>'), 'damaged-file'],
  ['a sheet that does not end', bareWorkbook('<row><c t="inlineStr"><is><t>x'), 'no-rows'],
])('%s is refused', async (_, file, code) => {
  expect(await cellsOf(await file)).toEqual([[code]]);
});

/** Enough for a machine that does other things, too. */
const slow = { timeout: 60_000 };
const swelling = '<row><c><v>1</v></c></row>'.repeat(3_000_000);

test('an archive that swells is refused before it is unpacked', slow, async () => {
  const file = await bareWorkbook(swelling);
  expect(file.length).toBeLessThan(LIMITS.bytes);
  expect(await cellsOf(file)).toEqual([['unpacks-too-large']]);
});

test.each([1000, 0])('one that says it unpacks to %d bytes is not unpacked any further', slow, async (declared) => {
  expect(await cellsOf(await bareWorkbook(swelling.slice(0, 9_000_000), { declared }))).toEqual([['damaged-file']]);
});

test('one long text repeated in every cell is refused while it is being read', slow, async () => {
  const strings = `<sst><si><t>${'x'.repeat(2000)}</t></si></sst>`;
  const file = await bareWorkbook('<row><c t="s"><v>0</v></c></row>'.repeat(5000), { strings });
  expect(await cellsOf(file)).toEqual([['unpacks-too-large']]);
});

test('entities of a document type are not expanded', async () => {
  const strings = '<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>';
  const [[text]] = (await cellsOf(await bareWorkbook('<row><c t="s"><v>0</v></c></row>', { strings }))) as [[string]];
  expect(text).not.toContain('aaaa');
});

test('whatever bytes come, the answer is rows or a refusal', slow, async () => {
  const whole = await bareWorkbook(cell.repeat(50));
  const broken = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((changes) => changes.reduce((file, [at, byte]) => file.with(at, byte), whole));
  await fc.assert(
    fc.asyncProperty(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), async (file) => {
      const read = await readFile(file);
      if (read.ok) expect(read.value.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});
