import type { Paragraph } from 'docx';
import { size } from './measures.ts';
import type { Opening } from './report.ts';
import { centred, rule } from './words.ts';

/** One reader stands behind the words, several below them, each on a line. */
function addressed(to: readonly string[]): Paragraph[] {
  const [only, ...others] = to;
  if (others.length === 0)
    return [centred(`Kính gửi: ${only ?? ''}`, { size: size.body }, { before: 120, after: 240 })];
  const lines = to.map((one, at) => centred(`- ${one}${at === to.length - 1 ? '.' : ';'}`, { size: size.body }));
  return [centred('Kính gửi:', { size: size.body }, { before: 120 }), ...lines];
}

/** `BÁO CÁO` and what it is about, with a line below; of a letter, who it is for. */
export function openingOf(opening: Opening, width: number): Paragraph[] {
  if (opening.kind === 'letter') return addressed(opening.to);
  return [
    centred(opening.type, { size: size.body, bold: true }, { before: 120 }),
    centred(opening.subject, { size: size.body, bold: true }),
    rule(width, 0.2),
  ];
}
