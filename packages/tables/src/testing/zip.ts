import { crc32, deflateRawSync } from 'node:zlib';

interface Part {
  name: string;
  data: Buffer;
  /** What the directory says instead of the truth. */
  declared?: number;
}

function head(mark: number, length: number, fields: [at: number, value: number, bytes: 2 | 4][]): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(mark, 0);
  for (const [at, value, size] of fields) bytes.writeUIntLE(value, at, size);
  return bytes;
}

/** A ZIP archive as a hostile sender makes it: sizes in its directory may be lies. */
export function zip(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declared = data.length } of parts) {
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const sizes = (at: number): [number, number, 2 | 4][] => [
      [at, crc32(data), 4],
      [at + 4, packed.length, 4],
      [at + 8, declared, 4],
      [at + 12, label.length, 2],
    ];
    const local = Buffer.concat([head(0x04034b50, 30, [[8, 8, 2], ...sizes(14)]), label, packed]);
    directory.push(head(0x02014b50, 46, [[10, 8, 2], ...sizes(16), [42, offset, 4]]), label);
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = head(0x06054b50, 22, [
    [8, parts.length, 2],
    [10, parts.length, 2],
    [12, listed.length, 4],
    [16, offset, 4],
  ]);
  return new Uint8Array(Buffer.concat([...locals, listed, end]));
}

const xml = (text: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook of one sheet made by hand: whatever stands in `sheetData` and `strings` goes in unchecked. */
export function bareWorkbook(sheetData: string, more: { strings?: string; declared?: number } = {}): Uint8Array {
  const sheet = xml(`<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`);
  const strings = more.strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: xml(more.strings) }];
  const links = [`<Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/>`];
  if (strings.length > 0)
    links.push(`<Relationship Id="rId2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/>`);
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  return zip([
    { name: '[Content_Types].xml', data: xml(`<Types xmlns="${package_}/content-types"></Types>`) },
    {
      name: '_rels/.rels',
      data: xml(
        `<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      data: xml(
        `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: xml(`<Relationships xmlns="${package_}/relationships">${links.join('')}</Relationships>`),
    },
    ...strings,
    {
      name: 'xl/worksheets/sheet1.xml',
      data: sheet,
      ...(more.declared === undefined ? {} : { declared: more.declared }),
    },
  ]);
}
