import { AlignmentType, Document, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { endOf } from './end.ts';
import { headOf } from './head.ts';
import { font, margin, page, size, textWidth } from './measures.ts';
import { openingOf } from './opening.ts';
import type { Report } from './report.ts';
import { sectionOf } from './sections.ts';

/** Top centre, on every page but the first. */
const numbered = new Header({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: size.body })],
    }),
  ],
});

function bodyOf(report: Report) {
  const width = textWidth(report.landscape);
  const own = report.sections.filter(({ appendix }) => !appendix);
  const appendices = report.sections.filter(({ appendix }) => appendix);
  return [
    ...headOf(report, width),
    ...openingOf(report.opening, width),
    ...own.flatMap((section) => sectionOf(section, width)),
    ...endOf(report, width),
    ...appendices.flatMap((section) => sectionOf(section, width)),
  ];
}

const titleOf = (opening: Report['opening']): string =>
  opening.kind === 'letter' ? opening.about : `${opening.type}: ${opening.subject}`;

/**
 * The report as a word processor opens it, in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I: ready to be completed, numbered
 * and signed by people.
 */
export function docxOf(report: Report): Promise<ArrayBuffer> {
  const all = { ascii: font, hAnsi: font, cs: font, eastAsia: font };
  const orientation = report.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const document = new Document({
    creator: report.head.issuer,
    title: titleOf(report.opening),
    styles: { default: { document: { run: { font: all, size: size.body, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: { ...page, orientation }, margin } },
        headers: { default: numbered, first: new Header({ children: [new Paragraph({})] }) },
        children: bodyOf(report),
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}
