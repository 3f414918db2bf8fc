import { z } from 'zod';
import { attachmentView } from './draftAttachments.ts';
import { surveyStates, entranceStates } from './surveys.ts';

const text = z.object({ vi: z.string(), en: z.string().optional() });
const count = z.number().int();

export const clauseKinds = [
  'preamble',
  'part',
  'chapter',
  'section',
  'article',
  'clause',
  'point',
  'appendix',
  'closing',
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** One clause of a draft in its place. */
const clause = z.object({
  index: count,
  kind: z.enum(clauseKinds),
  path: z.string(),
  label: z.string(),
  heading: z.string(),
  text: z.string(),
  parent: count,
  depth: count,
  answerable: z.boolean(),
  decomposed: z.boolean(),
});
export type DraftClause = z.infer<typeof clause>;

/** A clause as it was published: its key stays its own through all versions. */
export const keyedClause = clause.extend({ key: z.string() });
export type KeyedClause = z.infer<typeof keyedClause>;

/** What is stored of a published version, and hashed. */
export const draftBody = z.object({ schema: z.literal(1), bases: z.array(z.string()), clauses: z.array(keyedClause) });
export type DraftBody = z.infer<typeof draftBody>;

const head = { number: count, label: z.string(), datedOn: z.string() };
const publishedVersion = z.object({ ...head, publishedOn: z.string() });
export const draftOrigins = ['docx', 'markdown', 'plain', 'paste'] as const;

/** The version somebody works on: as it was read and corrected until now. */
const workingVersion = z.object({
  ...head,
  origin: z.enum(draftOrigins),
  revision: count,
  mayUndo: z.boolean(),
  /** What was noticed while it was read, as codes. */
  notes: z.array(z.string()),
  /** What a person should look at, with its place. */
  remarks: z.array(z.object({ code: z.string(), index: count })),
  bases: z.array(z.string()),
  clauses: z.array(clause),
});
export type WorkingVersion = z.infer<typeof workingVersion>;

/** The draft texts of a consultation, as those see them who write and publish them. */
export const draftsView = z.object({
  survey: z.object({
    id: z.string(),
    title: text,
    body: z.string(),
    unit: z.string(),
    state: z.enum(surveyStates),
    /** Counts the saves of its questions. */
    revision: count,
  }),
  published: z.array(publishedVersion.extend({ by: z.string(), clauses: count, tree: z.string() })),
  working: workingVersion.nullable(),
  /** What the version in work is to the published one before it; null where there is none before, or none in work. */
  links: z.object({ doubtful: count, confirmed: z.boolean() }).nullable(),
  attachments: z.array(attachmentView),
  /** The version the questions are about, and how many of them; null: none. */
  asked: z.object({ number: count, questions: count }).nullable(),
  /** Where everybody reads it; null before anything is published. */
  url: z.string().nullable(),
  /** `survey`: whether the page of the survey is hers, too. */
  may: z.object({ edit: z.boolean(), publish: z.boolean(), ask: z.boolean(), survey: z.boolean() }),
});
export type DraftsView = z.infer<typeof draftsView>;

/** One clause to be corrected: where another one may begin within it. */
export const draftPieceView = z.object({
  index: count,
  kind: z.enum(clauseKinds),
  title: z.string(),
  /** Null where it has no heading of its own. */
  heading: z.string().nullable(),
  mayMerge: z.boolean(),
  splits: z.array(z.object({ line: count, letter: count, text: z.string() })),
});
export type DraftPieceView = z.infer<typeof draftPieceView>;

const draftRevision = z.int().min(1);
const label = z.string().trim().min(1).max(80);
const datedOn = z.iso.date();
/** `revision`: of the working version it takes the place of; absent where there was none. */
const uploading = { label, datedOn, notSecret: z.literal(true), revision: draftRevision.optional() };
export const pasteInput = z.strictObject({ ...uploading, text: z.string().max(4_000_000) });
/** The same beside a file, in the query. */
export const fileInput = z.strictObject({
  ...uploading,
  name: z.string().max(255),
  notSecret: z.literal('true').transform(() => true as const),
  revision: z.coerce.number().pipe(draftRevision).optional(),
});

const at = z.int().min(0);
const edit = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('merge'), index: at }),
  z.strictObject({ act: z.literal('split'), index: at, line: at, letter: at }),
  z.strictObject({ act: z.literal('relevel'), index: at, kind: z.enum(clauseKinds) }),
  z.strictObject({ act: z.literal('retitle'), index: at, heading: z.string().trim().min(1).max(500) }),
]);
export const correctionInput = z.strictObject({ revision: draftRevision, edit });
export const draftStepInput = z.strictObject({ revision: draftRevision });
export const publishDraftInput = z.strictObject({ revision: draftRevision, label, datedOn });
/** How finely people are asked, and whether with a box for words beside each choice. */
export const askInput = z.strictObject({
  version: z.int().min(1),
  revision: z.int().min(0),
  grain: z.enum(['articles', 'clauses']),
  comments: z.boolean(),
});

/** A draft as anybody reads it. */
export const publicDraftView = z.object({
  title: text,
  body: z.string(),
  unit: z.string(),
  state: z.enum(entranceStates),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  /** The link everybody may use; null where each has a link or an invitation of her own, or nobody may come in. */
  takePart: z.string().nullable(),
  door: z.string(),
  results: z.string().nullable(),
  versions: z.array(publishedVersion),
  /** The version people are asked about; null where the questions name none. */
  asked: count.nullable(),
  /** Clauses a question was about, by their keys. */
  questions: z.array(z.string()),
  /** What lies beside the version that is shown. */
  attachments: z.array(attachmentView),
  version: z.object({ ...head, publishedOn: z.string(), bases: z.array(z.string()), clauses: z.array(keyedClause) }),
});
export type PublicDraftView = z.infer<typeof publicDraftView>;
