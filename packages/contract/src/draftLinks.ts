import { z } from 'zod';
import { clauseKinds } from './drafts.ts';

const count = z.number().int();

export const relations = [
  'unchanged',
  'orthographic',
  'renumbered',
  'moved',
  'modified',
  'split',
  'merged',
  'added',
  'removed',
] as const;
export type RelationName = (typeof relations)[number];

/** A run of words: in both versions, in one of them, or in both in other signs. */
const segment = z.union([
  z.object({ kind: z.enum(['equal', 'inserted', 'deleted']), text: z.string() }),
  z.object({ kind: z.literal('respelled'), text: z.string(), before: z.string() }),
]);
export type SegmentView = z.infer<typeof segment>;

/** A clause as it is named where it stands alone. */
const named = z.object({ path: z.string(), name: z.string() });
export type NamedClause = z.infer<typeof named>;

const version = z.object({ number: count, label: z.string(), datedOn: z.string() });
export type VersionHead = z.infer<typeof version>;

const ends = { relation: z.enum(relations), from: z.array(named), to: z.array(named) };
const counts = z.partialRecord(z.enum(relations), count);
export const linkSides = ['from', 'to'] as const;
const side = z.enum(linkSides);

/** One proposal: `side` and `path` name the clause it is corrected at. */
const linked = z.object({ ...ends, side, path: z.string(), decided: z.boolean() });
export type LinkedView = z.infer<typeof linked>;

/** What the version in work is to the one before it, for whoever looks through it before opinions follow. */
export const draftLinksView = z.object({
  from: version,
  to: version,
  /** Of the version in work. */
  revision: count,
  counts,
  confirmed: z.object({ by: z.string(), on: z.string() }).nullable(),
  mayUndo: z.boolean(),
  mayEdit: z.boolean(),
  /** What a person should look at, with its words. */
  doubtful: z.array(linked.extend({ segments: z.array(segment) })),
  /** Everything else, and what has been looked at. */
  others: z.array(linked),
});
export type DraftLinksView = z.infer<typeof draftLinksView>;

/** One clause and the clauses of the other version it may be. */
export const draftLinkChoiceView = z.object({
  side,
  path: z.string(),
  name: z.string(),
  text: z.string(),
  chosen: z.array(z.string()),
  likely: z.array(named.extend({ text: z.string() })),
  others: z.array(named),
});
export type DraftLinkChoiceView = z.infer<typeof draftLinkChoiceView>;

const path = z.string().min(1).max(300);
export const linkInput = z.strictObject({
  revision: z.int().min(1),
  decision: z.strictObject({ side, path, with: z.array(path).max(30) }),
});
export type LinkDecision = z.infer<typeof linkInput>['decision'];
export const linkChoiceInput = z.strictObject({ side, path });

/** One clause of a comparison, or several that were divided or put together. */
const change = z.object({
  ...ends,
  /** Its place on the page. */
  id: z.string(),
  /** Keys of its clauses and of those around them: what was answered about one of these led to it. A version in work has none. */
  keys: z.array(z.string()),
  kind: z.enum(clauseKinds),
  /** A heading that holds others is shown as one. */
  isHeading: z.boolean(),
  heading: z.array(segment),
  segments: z.array(segment),
});
export type DraftChange = z.infer<typeof change>;

const comparison = {
  from: version,
  to: version,
  counts,
  /** The changes that were asked for, in the order of the newer version. */
  changes: z.array(change),
  /** How many there are in all. */
  all: count,
  versions: z.array(version),
};

/** Two versions of a draft beside each other, for its staff. */
export const draftComparisonView = z.object({
  ...comparison,
  survey: z.object({ id: z.string(), title: z.object({ vi: z.string(), en: z.string().optional() }) }),
  isPublished: z.boolean(),
});
export type DraftComparisonView = z.infer<typeof draftComparisonView>;

/** The same for anybody. */
export const publicComparisonView = z.object({
  ...comparison,
  title: z.object({ vi: z.string(), en: z.string().optional() }),
  body: z.string(),
  /** The version people were asked about; null where the questions name none. */
  asked: count.nullable(),
});
export type PublicComparisonView = z.infer<typeof publicComparisonView>;

/** Which versions, and which relations of them; all that changed where none is named. */
export const comparisonInput = z.strictObject({
  from: z.coerce.number().int().min(1).optional(),
  to: z.coerce.number().int().min(1).optional(),
  show: z.enum([...relations, 'all']).optional(),
});
