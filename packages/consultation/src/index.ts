export { readDraft, readText } from './draft/read.ts';
export type { DraftIssue, DraftIssueCode, Read } from './draft/issue.ts';
export type { Draft, DraftLine, ReadingNote } from './draft/line.ts';
export { answerable, readTree, treeOf } from './tree/build.ts';
export type { Clause, ClauseTree, Kind, Piece, TreeNote } from './tree/clause.ts';
export { correct, edited, undo, type Corrections, type Edit } from './tree/edit.ts';
export { legalBases } from './tree/outline.ts';
