import { utf8 } from '@danban/bytes';
import { zip } from '@danban/files/testing';

const xml = (text: string): Uint8Array => utf8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const container = 'http://schemas.openxmlformats.org/package/2006';

function relations(...targets: [type: string, target: string][]): Uint8Array {
  const each = targets.map(
    ([type, to], i) => `<Relationship Id="rId${i + 1}" Type="${links}/${type}" Target="${to}"/>`,
  );
  return xml(`<Relationships xmlns="${container}/relationships">${each.join('')}</Relationships>`);
}

/** A workbook of one sheet made by hand: whatever stands in `sheetData` and `strings` goes in unchecked. */
export function bareWorkbook(
  sheetData: string,
  { strings = '<sst/>', declared }: { strings?: string; declared?: number } = {},
): Promise<Uint8Array> {
  const sheet = xml(`<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`);
  const book = `<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return zip([
    { name: '[Content_Types].xml', data: xml(`<Types xmlns="${container}/content-types"></Types>`) },
    { name: '_rels/.rels', data: relations(['officeDocument', 'xl/workbook.xml']) },
    { name: 'xl/workbook.xml', data: xml(book) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
    },
    { name: 'xl/sharedStrings.xml', data: xml(strings) },
    { name: 'xl/worksheets/sheet1.xml', data: sheet, ...(declared === undefined ? {} : { declared }) },
  ]);
}
