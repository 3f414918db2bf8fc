import { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { endOf } from './end.ts';
import { headOf } from './head.ts';
import { font, margin, page, size, textWidth } from './measures.ts';
import type { Report } from './report.ts';
import { sectionOf, titlesOf } from './sections.ts';
import { rule } from './words.ts';

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
  const own = report.sections.filter(({ appendix }) => !appendix);
  const appendices = report.sections.filter(({ appendix }) => appendix);
  return [
    ...headOf(report.head),
    ...titlesOf(report.type, report.subject),
    rule(textWidth, 0.2),
    ...own.flatMap(sectionOf),
    ...endOf(report),
    ...appendices.flatMap(sectionOf),
  ];
}

/**
 * The report as a word processor opens it, in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I: ready to be completed, numbered
 * and signed by people.
 */
export function docxOf(report: Report): Promise<ArrayBuffer> {
  const all = { ascii: font, hAnsi: font, cs: font, eastAsia: font };
  const document = new Document({
    creator: report.head.issuer,
    title: `${report.type}: ${report.subject}`,
    styles: { default: { document: { run: { font: all, size: size.body, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: page, margin } },
        headers: { default: numbered, first: new Header({ children: [new Paragraph({})] }) },
        children: bodyOf(report),
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}
