import { utf8 } from '@danban/bytes';
import { zip } from '@danban/files/testing';

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const container = 'http://schemas.openxmlformats.org/package/2006';

const xml = (text: string): Uint8Array => utf8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`;

export const numbered = (text: string, numId: number, level: number): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

interface More {
  numbering?: string;
  styles?: string;
  others?: string[];
  /** The size of the main part that its archive admits to. */
  declared?: number;
}

/** A .docx made by hand: whatever stands in `body` goes in unchecked. */
export function bareDocument(
  body: string,
  { numbering = '', styles = '', others = [], declared }: More = {},
): Promise<Uint8Array> {
  const root = (name: string, inside: string): Uint8Array => xml(`<w:${name} xmlns:w="${words}">${inside}</w:${name}>`);
  const main = root('document', `<w:body>${body}<w:sectPr/></w:body>`);
  return zip([
    { name: '[Content_Types].xml', data: xml(`<Types xmlns="${container}/content-types"></Types>`) },
    {
      name: '_rels/.rels',
      data: xml(
        `<Relationships xmlns="${container}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    },
    { name: 'word/document.xml', data: main, ...(declared === undefined ? {} : { declared }) },
    { name: 'word/numbering.xml', data: root('numbering', numbering) },
    { name: 'word/styles.xml', data: root('styles', styles) },
    ...others.map((name) => ({ name, data: xml('<a/>') })),
  ]);
}

type Format = [format: string, text: string];

/** One list of automatic numbers, its levels as `[w:numFmt, w:lvlText]`. */
export function list(id: number, levels: readonly Format[]): string {
  const each = levels.map(
    ([format, text], i) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${each.join('')}</w:abstractNum>`;
}

export const listNumber = (numId: number, listId: number, overrides = ''): string =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${listId}"/>${overrides}</w:num>`;

/** A draft typed into Word line by line, its numbers by hand. */
export const typedDocument = (lines: readonly string[]): Promise<Uint8Array> =>
  bareDocument(lines.map((text) => paragraph(text)).join(''));

const levels: readonly (readonly [label: RegExp, format: string, text: string])[] = [
  [/^Chương [IVX]+\.\s*/, 'upperRoman', 'Chương %1.'],
  [/^Điều \d+\.\s*/, 'decimal', 'Điều %2.'],
  [/^\d+\.\s*/, 'decimal', '%3.'],
  [/^[a-d]\)\s*/, 'lowerLetter', '%4)'],
];

/** The same draft with its numbers counted by Word: chapters, articles through all chapters, clauses, points. */
export function automaticDocument(lines: readonly string[]): Promise<Uint8Array> {
  const body = lines.map((text) => {
    const at = levels.findIndex(([label]) => label.test(text));
    return at === -1 ? paragraph(text) : numbered(text.replace(levels[at]![0], ''), 1, at);
  });
  const formats = levels.map(([, format, text]) => [format, text] as Format);
  const through = '<w:lvlRestart w:val="0"/><w:lvlText w:val="Điều';
  const numbering = list(0, formats).replace('<w:lvlText w:val="Điều', through) + listNumber(1, 0);
  return bareDocument(body.join(''), { numbering });
}
