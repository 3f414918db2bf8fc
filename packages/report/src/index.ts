export { docxOf } from './docx.ts';
export type { Block, Cell, Head, HeadStyle, Report, Section, Signature } from './report.ts';
