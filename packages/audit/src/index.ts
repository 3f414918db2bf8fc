export {
  actCodes,
  acts,
  detailsOf,
  isActCode,
  objectKinds,
  type ActCode,
  type DetailsOf,
  type ObjectKind,
} from './acts.ts';
export { anchorText, parseAnchor, type Anchor } from './anchor.ts';
export type { AuditActor, AuditEvent, Named } from './event.ts';
export { entryLine, headerLine, readEntry, readHeader, type FileHeader } from './file.ts';
export { contentHash, linkHash, nextLink, type Head, type Link } from './link.ts';
export {
  followChain,
  verifyChain,
  type Break,
  type BreakCode,
  type Entry,
  type FullEntry,
  type Follower,
  type Verified,
} from './verifyChain.ts';
