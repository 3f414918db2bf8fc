import { Paragraph, type Table } from 'docx';
import { size } from './measures.ts';
import type { Report } from './report.ts';
import { sideBySide } from './tables.ts';
import { centred, words } from './words.ts';

/** Room for a seal and a name: neither is drawn. */
const roomToSign = 1_600;

function recipientsOf(recipients: readonly string[]): Paragraph[] {
  const end = (at: number): string => (at === recipients.length - 1 ? '.' : ';');
  const items = recipients.map((one, at) => words(`- ${one}${end(at)}`, { size: size.recipients }));
  return [words('Nơi nhận:', { size: size.small, bold: true, italics: true }), ...items];
}

/** Who it goes to on the left, who signs on the right. */
export function endOf({ recipients, signature: { authority, office } }: Report, width: number): (Table | Paragraph)[] {
  const half = Math.floor(width / 2);
  const signs = [authority, office].filter((line) => line !== null);
  const right = signs.map((line) => centred(line.toLocaleUpperCase('vi'), { size: size.body, bold: true }));
  const room = new Paragraph({ spacing: { after: roomToSign } });
  return [new Paragraph({}), sideBySide([half, width - half], [[recipientsOf(recipients), [...right, room]]])];
}
