import { AlignmentType, Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx';
import { after, firstLine, line, size } from './measures.ts';

type Run = Omit<IRunOptions, 'text' | 'children'>;

/** One paragraph of one run. */
export function words(
  text: string,
  run: Run = {},
  paragraph: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph {
  return new Paragraph({ ...paragraph, children: [new TextRun({ text, ...run })] });
}

export const centred = (text: string, run: Run = {}, spacing: IParagraphOptions['spacing'] = {}): Paragraph =>
  words(text, run, { alignment: AlignmentType.CENTER, spacing });

/** The body of a document: justified, its first line moved in. */
export const body = (text: string, run: Run = {}): Paragraph =>
  words(
    text,
    { size: size.body, ...run },
    {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine },
      spacing: { after, line },
    },
  );

/** A line as wide as part of what stands above it: a third to a half (NĐ 30/2020), or all of it. */
export function rule(width: number, share: number): Paragraph {
  const side = Math.round((width * (1 - share)) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: { style: 'single', size: 4, space: 1, color: '000000' } },
    spacing: { before: 20, after: 0 },
    children: [new TextRun({ text: '', size: 8 })],
  });
}
