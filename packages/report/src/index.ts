export { docxOf } from './docx.ts';
export type { Block, Cell, Head, HeadStyle, Opening, Report, Section, Signature, WordGroup } from './report.ts';
