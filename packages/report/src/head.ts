import { Paragraph, type Table } from 'docx';
import { size, textWidth } from './measures.ts';
import type { Head } from './report.ts';
import { sideBySide } from './tables.ts';
import { centred, rule } from './words.ts';

const widths = [Math.round(textWidth * 0.42), textWidth - Math.round(textWidth * 0.42)] as const;
const room = '      ';

const caps = (text: string): string => text.toLocaleUpperCase('vi');

function issuer({ above, issuer }: Head): Paragraph[] {
  const top = above === null ? [] : [centred(caps(above), { size: size.head })];
  return [...top, centred(caps(issuer), { size: size.head, bold: true }), rule(widths[0], 0.4)];
}

function nation({ style }: Head): Paragraph[] {
  if (style === 'party') {
    return [centred('ĐẢNG CỘNG SẢN VIỆT NAM', { size: size.body, bold: true }), rule(widths[1], 0.6)];
  }
  return [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: size.small, bold: true }),
    centred('Độc lập - Tự do - Hạnh phúc', { size: size.head, bold: true }),
    rule(widths[1], 0.56),
  ];
}

/** The number is given by the registry, so it is blank: the Party joins it to the symbol by a hyphen. */
function number({ style, symbol }: Head): string {
  return style === 'party' ? `Số${room}-${symbol}` : `Số:${room}/${symbol}`;
}

/** Issuer and nation above, number and day below. */
export function headOf(head: Head): (Table | Paragraph)[] {
  const day = `${head.place}, ngày${room}tháng${room}năm ${head.year}`;
  const table = sideBySide(widths, [
    [issuer(head), nation(head)],
    [
      [centred(number(head), { size: size.head }, { before: 60 })],
      [centred(day, { size: size.head, italics: true }, { before: 60 })],
    ],
  ]);
  return [table, new Paragraph({ spacing: { after: 120 } })];
}
