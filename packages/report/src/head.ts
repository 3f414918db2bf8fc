import { Paragraph, type Table } from 'docx';
import { size } from './measures.ts';
import type { Head, HeadStyle, Report } from './report.ts';
import { sideBySide } from './tables.ts';
import { centred, rule } from './words.ts';

const room = '      ';

const caps = (text: string): string => text.toLocaleUpperCase('vi');

function issuer({ above, issuer }: Head, width: number): Paragraph[] {
  const top = above === null ? [] : [centred(caps(above), { size: size.head })];
  return [...top, centred(caps(issuer), { size: size.head, bold: true }), rule(width, 0.4)];
}

/** Whose documents stand under a name of their own, without the device. */
const ownNames: Partial<Record<HeadStyle, string>> = {
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  youth: 'ĐOÀN TNCS HỒ CHÍ MINH',
};

function nation({ style }: Head, width: number): Paragraph[] {
  const own = ownNames[style];
  if (own !== undefined) return [centred(own, { size: size.body, bold: true }), rule(width, 0.6)];
  return [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: size.small, bold: true }),
    centred('Độc lập - Tự do - Hạnh phúc', { size: size.head, bold: true }),
    rule(width, 0.56),
  ];
}

/** The number is given by the registry, so it is blank: the Party and the Youth Union join it to the symbol by a hyphen. */
function number({ style, symbol }: Head): string {
  if (style === 'party') return `Số${room}-${symbol}`;
  return style === 'youth' ? `Số:${room}-${symbol}` : `Số:${room}/${symbol}`;
}

const about = (opening: Report['opening']): Paragraph[] =>
  opening.kind === 'letter' ? [centred(`V/v ${opening.about}`, { size: size.small }, { after: 120 })] : [];

/** Issuer and nation above, number and day below. */
export function headOf({ head, opening }: Report, width: number): (Table | Paragraph)[] {
  const left = Math.round(width * 0.42);
  const day = `${head.place}, ngày${room}tháng${room}năm ${head.year}`;
  const table = sideBySide(
    [left, width - left],
    [
      [issuer(head, left), nation(head, width - left)],
      [
        [centred(number(head), { size: size.head }, { before: 60 }), ...about(opening)],
        [centred(day, { size: size.head, italics: true }, { before: 60 })],
      ],
    ],
  );
  return [table, new Paragraph({ spacing: { after: 120 } })];
}
