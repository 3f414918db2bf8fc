import { zip } from '@danban/files/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ATTACHMENT, readAttachment } from './read.ts';

const office = (part: string, more: Record<string, string> = {}): Uint8Array => {
  const parts = { '[Content_Types].xml': '<Types/>', [part]: '<x/>', ...more };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
};
const pdf = strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('a file beside a draft', () => {
  test.each([
    ['pdf', pdf],
    ['docx', office('word/document.xml')],
    ['xlsx', office('xl/workbook.xml')],
  ])('%s is told by its bytes', (kind, bytes) => {
    expect(readAttachment(bytes)).toMatchObject({ ok: true, kind });
  });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'empty-file'],
    ['more than five megabytes', new Uint8Array(ATTACHMENT.bytes + 1), 'attachment-too-large'],
    ['a PDF that was cut off', pdf.subarray(0, 20), 'damaged-file'],
    ['a cut archive', office('word/document.xml').subarray(0, 90), 'damaged-file'],
    ['an archive of something else', office('photo.jpg'), 'not-attachable'],
    ['a workbook with a program', office('xl/workbook.xml', { 'xl/vbaProject.bin': 'x' }), 'holds-macros'],
    ['an old or locked file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'locked-file'],
    ['a web page', strToU8('<!doctype html><script>alert(1)</script>'), 'not-attachable'],
    ['a web page that calls itself a PDF', strToU8('%PDF<html>%%EOF'), 'damaged-file'],
  ])('%s is refused', (_, bytes, code) => {
    expect(readAttachment(bytes)).toEqual({ ok: false, code });
  });

  test('that swells when unpacked is refused before it is', async () => {
    const swelling = await zip([
      { name: '[Content_Types].xml', data: strToU8('<Types/>') },
      { name: 'xl/workbook.xml', data: strToU8('<x/>'), declared: ATTACHMENT.unpacked },
    ]);
    expect(readAttachment(swelling)).toEqual({ ok: false, code: 'unpacks-too-large' });
  });

  test('of Office no longer tells who made it, and says all else it said', () => {
    const named = office('xl/workbook.xml', {
      'docProps/core.xml': '<dc:creator>Nguyễn Thị Lan</dc:creator>',
      'docProps/app.xml': '<Company>Trường</Company>',
    });
    const read = readAttachment(named);
    const parts = Object.entries(unzipSync(read.ok ? read.bytes : named)).map(([name, content]) => [
      name,
      strFromU8(content),
    ]);
    expect(JSON.stringify(parts)).not.toMatch(/Lan|Trường/);
    expect(parts).toContainEqual(['xl/workbook.xml', '<x/>']);
  });
});
