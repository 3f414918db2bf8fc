import { checkVerdicts, commitmentCheck, commitmentMark } from '@danban/replies';
import { SHOWABLE, showableMedia } from '@danban/files';
import { z } from 'zod';

const text = z.object({ vi: z.string(), en: z.string().optional() });
const count = z.number().int();
const day = z.string();

/**
 * How it stands with a commitment. `late` follows from the date alone; `disputed`: reported as kept, and the inspection board
 * found it is not as reported.
 */
export const commitmentStates = ['late', 'disputed', 'open', 'kept'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** What the people's inspection board found, by the unit whose board it is. */
const check = z.object({ verdict: z.enum(checkVerdicts), words: z.string(), by: z.string(), on: day });

/** A file of evidence, under its hash. */
const evidenceFile = z.object({ media: z.enum(showableMedia), size: count, sha256: z.string() });
export type EvidenceFileView = z.infer<typeof evidenceFile>;

/** What was said of it after it went out: by a unit or body, never a person. */
const mark = z.object({
  /** Its place among the marks of the survey. */
  number: count,
  /** The answer it was said of, by its place in the chain. */
  seq: count,
  kind: z.enum(['kept', 'reopened']),
  words: z.string(),
  link: z.string().nullable(),
  files: z.array(evidenceFile),
  by: z.string(),
  on: day,
  /** What the board found of it, the newest first: that one stands. */
  checks: z.array(check),
});

/** A commitment of an answer that went out. */
export const commitmentView = z.object({
  /** The theme or point it answers, by its id; and the answer, by its place in the chain. */
  cluster: z.string(),
  seq: count,
  title: z.string(),
  /** The organisation that was answered; null: people were. */
  organisation: z.string().nullable(),
  text: z.string(),
  owner: z.string(),
  due: day,
  /** The last day in time: the due day, or the next working day where that is a day off. */
  lastDay: day,
  state: z.enum(commitmentStates),
  /** The day it was reported as kept, of a kept and of a disputed one. */
  keptOn: day.nullable(),
  /** Days late, kept or not; null: in time. */
  lateBy: count.nullable(),
  /** Days left; null: kept or late. */
  left: count.nullable(),
  /** What it was before corrections put it anew, the newest first. */
  earlier: z.array(z.object({ text: z.string(), owner: z.string(), due: day, reason: z.string() })),
  /** Every mark, the newest first; `standing` of them speak of the commitment as it is now. */
  marks: z.array(mark),
  standing: count,
});
export type CommitmentView = z.infer<typeof commitmentView>;

/** The board of commitments of a survey: what is late first, then by their dates. */
export const commitmentsView = z.object({
  title: text,
  unit: z.string(),
  /** The day of which it says what is late. */
  on: day,
  counts: z.record(z.enum(commitmentStates), count),
  /** So many of the kept ones the inspection board looked into. */
  confirmed: count,
  commitments: z.array(commitmentView),
});
export type CommitmentsView = z.infer<typeof commitmentsView>;

/** The same for staff. */
export const commitmentsDeskView = commitmentsView.extend({
  id: z.string(),
  /** Whether whoever asks says what was kept. */
  mayMark: z.boolean(),
  /** Where everybody reads it; null: nowhere yet. */
  publicUrl: z.string().nullable(),
});
export type CommitmentsDeskView = z.infer<typeof commitmentsDeskView>;

/** The same in the audit room. */
export const commitmentsInspectedView = commitmentsView.extend({
  id: z.string(),
  /** Whether whoever asks says what the board found. */
  mayCheck: z.boolean(),
  publicUrl: z.string().nullable(),
});
export type CommitmentsInspectedView = z.infer<typeof commitmentsInspectedView>;

/** A check is based on the mark and on how many lines the board has put beside it. */
export const commitmentCheckInput = z.strictObject({
  mark: z.int().min(1),
  checks: z.int().min(0),
  check: commitmentCheck,
});

/** Beside a file that is to be evidence, in the query: everybody may see all of it. */
export const evidenceInput = z.strictObject({ open: z.literal('true').transform(() => true as const) });

/** A file that waits for its mark. */
export const evidenceView = z.object({ id: z.string(), media: z.enum(showableMedia), size: count });
export type EvidenceView = z.infer<typeof evidenceView>;

/** So many files beside one mark, and so large. */
export const mostEvidence = 3;
export const mostEvidenceBytes: number = SHOWABLE.bytes;

/** A mark is based on the answer and on how many marks it has; its files were brought before. */
export const commitmentMarkInput = z
  .strictObject({
    seq: z.int().min(1),
    standing: z.int().min(0),
    mark: commitmentMark,
    files: z.array(z.uuid()).max(mostEvidence).default([]),
  })
  .refine(({ mark, files }) => mark.kind === 'kept' || files.length === 0, { path: ['files'] });
