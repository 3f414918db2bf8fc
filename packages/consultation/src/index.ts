export { ATTACHMENT, readAttachment, type AttachmentIssueCode, type ReadAttachment } from './attachment/read.ts';
export { nameOf } from './asking/name.ts';
export { unitsOf, within, type Grain, type Unit } from './asking/units.ts';
export { readDraft, readText } from './draft/read.ts';
export { secrecyStamp } from './draft/secrecy.ts';
export type { DraftIssue, DraftIssueCode, Read } from './draft/issue.ts';
export type { Draft, DraftLine, ReadingNote } from './draft/line.ts';
export { answerable, readTree, treeOf } from './tree/build.ts';
export type { Clause, ClauseTree, Kind, Piece, TreeNote } from './tree/clause.ts';
export { correct, edited, undo, type Corrections, type Edit } from './tree/edit.ts';
export { legalBases } from './tree/outline.ts';
export { align, countsOf, type Alignment, type Confirmed } from './lineage/align.ts';
export { carry, follow, type Carried } from './lineage/carry.ts';
export {
  changesIn,
  countChanges,
  lineageOf,
  needsLook,
  ordered,
  saidBy,
  toldBy,
  type Change,
} from './lineage/changes.ts';
export { compose } from './lineage/compose.ts';
export { confirmedBy, stillHolding, type Decision } from './lineage/decisions.ts';
export { likest } from './lineage/likest.ts';
export { isKept, type Link, type Place, type Relation, type Wording } from './lineage/link.ts';
export { differenceOf, likenessOf, sidesOf, type Segment } from './difference/words.ts';
export { citation } from './tree/citation.ts';
