import { describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../draft/limits.ts';
import { readDraft } from '../draft/read.ts';
import { bareDocument, list, listNumber, numbered, paragraph, run } from '../testing/document.ts';
import { formatted, roman } from './format.ts';

// Many drafts, or large ones, on a machine that may have other work.
vi.setConfig({ testTimeout: 60_000 });

async function textsOf(body: string, more?: Parameters<typeof bareDocument>[1]): Promise<string[]> {
  const read = readDraft(await bareDocument(body, more));
  return read.ok ? read.value.lines.map((line) => line.text) : [read.issue.code];
}

async function notesOf(body: string, more?: Parameters<typeof bareDocument>[1]): Promise<string[]> {
  const read = readDraft(await bareDocument(body, more));
  return read.ok ? read.value.notes : [read.issue.code];
}

const levels = list(0, [
  ['upperRoman', 'Chương %1.'],
  ['decimal', 'Điều %2.'],
  ['decimal', '%3.'],
  ['lowerLetter', '%4)'],
]);

describe('numbers that Word counts by itself', () => {
  const numbering = levels + list(1, [['decimal', '%1.']]) + listNumber(1, 0) + listNumber(2, 1);

  test('are written out, and lower ones begin anew', async () => {
    const body = [
      numbered('Chung', 1, 0),
      numbered('Phạm vi', 1, 1),
      numbered('Một', 1, 2),
      numbered('Hai', 1, 2),
      numbered('điểm', 1, 3),
      numbered('Đối tượng', 1, 1),
      numbered('Ba', 1, 2),
    ].join('');
    expect(await textsOf(body, { numbering })).toEqual([
      'Chương I. Chung',
      'Điều 1. Phạm vi',
      '1. Một',
      '2. Hai',
      'a) điểm',
      'Điều 2. Đối tượng',
      '1. Ba',
    ]);
  });

  test('articles go on through chapters where the list says so', async () => {
    const through = levels.replace('<w:lvlText w:val="Điều', '<w:lvlRestart w:val="0"/><w:lvlText w:val="Điều');
    const body = [0, 1, 1, 0, 1].map((level) => numbered('x', 1, level)).join('');
    expect(await textsOf(body, { numbering: through + listNumber(1, 0) })).toEqual([
      'Chương I. x',
      'Điều 1. x',
      'Điều 2. x',
      'Chương II. x',
      'Điều 3. x',
    ]);
  });

  test('a list that is told to begin anew does so once; two lists of one kind go on', async () => {
    const anew = listNumber(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const body = [2, 2, 3, 3, 2].map((id) => numbered('x', id, 0)).join('');
    expect(await textsOf(body, { numbering: numbering + anew })).toEqual(['1. x', '2. x', '1. x', '2. x', '3. x']);
  });

  test('come from a style, too, and from the style that one is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>';
    const body = paragraph('Một', '<w:pStyle w:val="Dieu"/>') + paragraph('Hai', '<w:pStyle w:val="Con"/>');
    expect(await textsOf(body, { numbering, styles })).toEqual(['Điều 1. Một', 'Điều 2. Hai']);
  });

  test('a number without punctuation is parted from its text', async () => {
    const bare = list(0, [['decimal', 'Điều %1']]) + listNumber(1, 0);
    expect(await textsOf(numbered('Phạm vi', 1, 0), { numbering: bare })).toEqual(['Điều 1. Phạm vi']);
  });

  test('a paragraph taken out of its list has none', async () => {
    expect(await textsOf(numbered('x', 0, 0), { numbering })).toEqual(['x']);
  });

  test.each<[number, string, string]>([
    [4, 'upperRoman', 'IV'],
    [27, 'lowerLetter', 'aa'],
    [3, 'upperLetter', 'C'],
    [7, 'decimalZero', '07'],
    [5, 'bullet', ''],
    [5, 'chicago', '5'],
  ])('%i as %s is "%s"', (number, format, text) => {
    expect(formatted(number, format)).toBe(text);
  });

  test('Roman numbers end where they end', () => {
    expect([roman(1994), roman(0), roman(5000)]).toEqual(['MCMXCIV', '0', '5000']);
  });
});

describe('what a reader of the document sees', () => {
  test('insertions are accepted, deletions and what was moved away are gone, and both are said', async () => {
    const body =
      '<w:p>' +
      run('Mức chi ') +
      `<w:del>${run('100').replaceAll('w:t', 'w:delText')}</w:del>` +
      `<w:ins>${run('200')}</w:ins>` +
      `<w:moveFrom>${run(' cũ')}</w:moveFrom>` +
      run(' đồng') +
      '</w:p>';
    expect(await textsOf(body)).toEqual(['Mức chi 200 đồng']);
    expect(await notesOf(body)).toEqual(['tracked-deletions-dropped', 'tracked-insertions-accepted']);
  });

  test('a paragraph whose end was deleted runs on', async () => {
    expect(await textsOf(paragraph('một ', '<w:rPr><w:del/></w:rPr>') + paragraph('hai'))).toEqual(['một hai']);
  });

  test('a row of plain cells is a line; a table that lays out the page gives every paragraph its own', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const body =
      `<w:tbl>${row(cell('Nghề'), cell('Mức'))}${row(cell('Hàn'), cell('70%'))}</w:tbl>` +
      `<w:tbl>${row(cell('Nơi nhận:', '- Như trên;'), cell('HIỆU TRƯỞNG'))}</w:tbl>`;
    expect(await textsOf(body)).toEqual(['Nghề | Mức', 'Hàn | 70%', 'Nơi nhận:', '- Như trên;', 'HIỆU TRƯỞNG']);
  });

  test('line breaks, tabs, hyphens; headers, notes, hidden text and pictures are left out and said', async () => {
    const body =
      `<w:p><w:r><w:t>Chương I</w:t><w:br/><w:t>QUY ĐỊNH</w:t><w:tab/><w:t>CHUNG</w:t><w:footnoteReference w:id="1"/></w:r></w:p>` +
      `<w:p>${run('thấy')}${run('ẩn', '<w:vanish/>')}<w:r><w:drawing/></w:r></w:p>`;
    expect(await textsOf(body)).toEqual(['Chương I', 'QUY ĐỊNH CHUNG', 'thấy']);
    expect(await notesOf(body, { others: ['word/header1.xml'] })).toEqual([
      'footnotes-left-out',
      'headers-left-out',
      'hidden-text-left-out',
      'pictures-left-out',
    ]);
  });

  test('a text box is read once, though Word writes it twice', async () => {
    const box = `<w:txbxContent>${paragraph('DỰ THẢO')}</w:txbxContent>`;
    const both = `<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(await textsOf(`<w:p>${run('Đầu')}<w:r>${both}</w:r></w:p>`)).toEqual(['Đầu', 'DỰ THẢO']);
  });

  test('fonts from before Unicode are read as such, capitals of a font of capitals as well', async () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}"/>`;
    const body =
      `<w:p>${run('§iÒu 1. Ph¹m vi', font('.VnTime'))}</w:p>` + `<w:p>${run('quy chÕ', font('.VnTimeH'))}</w:p>`;
    expect(await textsOf(body)).toEqual(['Điều 1. Phạm vi', 'QUY CHẾ']);
  });
});

describe('files that are broken or want to break something', () => {
  const whole = () => bareDocument(paragraph('Điều 1. Một'));

  test('an archive cut short, a part that is no XML, nesting without end', async () => {
    const bytes = await whole();
    const codes = [
      readDraft(bytes.slice(0, bytes.length / 2)),
      readDraft(await bareDocument('<w:p>')),
      readDraft(await bareDocument('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000))),
    ].map((read) => (read.ok ? 'read' : read.issue.code));
    expect(codes).toEqual(['damaged-file', 'damaged-file', 'damaged-file']);
  });

  test('what unpacks to too much is not unpacked, whatever it says of itself', async () => {
    const bomb = paragraph('x').repeat(50_000);
    expect(await textsOf(bomb, { declared: LIMITS.unpacked + 1 })).toEqual(['unpacks-too-large']);
    expect(await textsOf(bomb, { declared: 5_000 })).toEqual(['damaged-file']);
  });

  test('entities that name each other are unknown, so nothing swells', async () => {
    const laughs = await bareDocument('<w:p><w:r><w:t>&lol9;</w:t></w:r></w:p>');
    expect(readDraft(laughs)).toEqual({ ok: false, issue: { code: 'damaged-file' } });
  });

  test('an archive of something else is no draft', async () => {
    const read = readDraft(await bareDocument(''));
    expect(read).toEqual({ ok: false, issue: { code: 'no-text' } });
  });

  test('every cut of a file ends in a code and never in an error', async () => {
    const bytes = await whole();
    for (let length = 0; length < bytes.length; length += 7) {
      const read = readDraft(bytes.slice(0, length));
      expect(read.ok).toBe(false);
    }
  });

  test('every changed byte ends in a text or a code', async () => {
    const bytes = await whole();
    for (let at = 0; at < bytes.length; at += 3) {
      const bent = bytes.slice();
      bent[at] = bent[at]! ^ 0x55;
      expect(() => readDraft(bent)).not.toThrow();
    }
  });
});
