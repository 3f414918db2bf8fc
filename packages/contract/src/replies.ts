import { countings, presetNames } from '@danban/clocks';
import { opinionParts, verdicts } from '@danban/critique';
import { proposalSchema, replyAct, replyStates, resolutions } from '@danban/replies';
import { z } from 'zod';
import { pageView } from './page.ts';

const text = z.object({ vi: z.string(), en: z.string().optional() });
const count = z.number().int();
const day = z.string();
const told = count.nullable();

const gapCodes = ['undecided', 'loose', 'unanswered', 'points-unanswered', 'clause-owed', 'opinions-not-out'] as const;

/** How long it is open at least, and until when opinions are answered. */
export const replyClockView = z.object({
  preset: z.enum(presetNames),
  minDays: count,
  replyDays: count,
  counting: z.enum(countings),
  /** How many days it is or was open; null before a closing date is set. */
  openDays: count.nullable(),
  /** The day it closed, and the last day in time with every extension; null before. */
  from: day.nullable(),
  due: day.nullable(),
  extensions: z.array(z.object({ until: day, reason: z.string(), on: day })),
  /** Days late; null: in time so far. */
  lateBy: count.nullable(),
  /** Days left; null: late, or not begun. */
  left: count.nullable(),
});
export type ReplyClockView = z.infer<typeof replyClockView>;

/** The times of a survey as its organizer sets them. `clock` null: no answers are promised. */
export const replyTimesView = z.object({
  survey: z.object({ id: z.string(), title: text }),
  clock: replyClockView.nullable(),
});
export type ReplyTimesView = z.infer<typeof replyTimesView>;

const person = z.object({ id: z.string(), name: z.string() });

/** What an organisation said by name of one clause, of the whole draft or by a criterion, as its letter has it. */
const namedPoint = z.object({
  organisation: z.string(),
  letter: z.object({ number: z.string(), date: day }),
  part: z.enum(opinionParts).default('point'),
  /** As the version that was asked about calls it; null: the whole draft. */
  clause: z.string().nullable(),
  opinion: z.string(),
  reason: z.string(),
  wording: z.string(),
});
export type NamedPointView = z.infer<typeof namedPoint>;

/** What the organisation said to an answer that went out. */
const verdictView = z.object({
  verdict: z.enum(verdicts),
  /** To whom it takes the matter. */
  to: z.string().nullable(),
  reason: z.string(),
  on: day,
});
export type VerdictView = z.infer<typeof verdictView>;

/** It is not content with the answer that stands; a further one is due by then, where times are set. */
const dispute = verdictView.extend({ due: day.nullable() });

/** A cluster, or a point of an organisation, in the list of the answer desk. */
const replyRow = z.object({
  id: z.string(),
  title: z.string(),
  /** Null: a cluster. */
  point: namedPoint.pick({ organisation: true, part: true, clause: true }).nullable(),
  dispute: dispute.nullable(),
  opinions: count,
  state: z.enum(replyStates),
  resolution: z.enum(resolutions).nullable(),
  assignee: person.nullable(),
  /** It waits for whoever asks. */
  mine: z.boolean(),
  late: z.boolean(),
  changed: z.boolean(),
  returned: z.boolean(),
  /** An answer went out, and is being corrected. */
  correcting: z.boolean(),
});
export type ReplyRowView = z.infer<typeof replyRow>;

/** The answer desk of a survey. */
export const repliesView = z.object({
  survey: z.object({
    id: z.string(),
    title: text,
    body: z.string(),
    unit: z.string(),
    consultation: z.boolean(),
    /** Whether the results stand on a public page. */
    resultsOut: z.boolean(),
  }),
  may: z.object({
    assign: z.boolean(),
    group: z.boolean(),
    publish: z.boolean(),
    clock: z.boolean(),
    /** Whether she reads what organisations say by name. */
    organisations: z.boolean(),
  }),
  /** Those that were looked for; how many there are in all; how many wait for whoever asks. */
  clusters: z.array(replyRow),
  all: count,
  mine: count,
  late: count,
  /** What organisations said by name, point by point, and how many they are not content with the answer to. */
  points: z.object({ received: count, answered: count, disputed: count }),
  /** How many stand in each state. */
  states: z.record(z.enum(replyStates), count),
  loose: count,
  counter: z.object({ received: count, answered: count, pending: count }),
  gaps: z.array(z.object({ code: z.enum(gapCodes), count })),
  /** Answers that can go out now. */
  ready: count,
  /** Answers that went out before the version their clause stands in. */
  owed: count,
  people: z.array(person.extend({ role: z.string() })),
  clock: replyClockView.nullable(),
  /** The end of the chain of what went out; null before. */
  head: z.object({ seq: count, hash: z.string() }).nullable(),
  whole: z.boolean(),
});
export type RepliesView = z.infer<typeof repliesView>;

const clausePart = z.object({ label: z.string(), heading: z.string(), text: z.string(), depth: count });
const maskedOpinion = z.object({ id: z.string(), question: text, text: z.string() });

/** What went out about a cluster: the text that is hashed. */
export const replyBody = z.object({
  schema: z.literal(1),
  cluster: z.string(),
  title: z.string(),
  opinions: told,
  /** Null: an answer to people. */
  point: namedPoint.nullable().default(null),
  resolution: z.enum(resolutions),
  explanation: z.string(),
  /** Where a version shows it. `dropped`: the clause is no longer there. */
  clause: z
    .object({
      key: z.string(),
      name: z.string(),
      path: z.string(),
      version: count,
      versionLabel: z.string(),
      dropped: z.boolean(),
    })
    .nullable(),
  mergedInto: z.object({ cluster: z.string(), title: z.string() }).nullable(),
  /** What it promises: a role or body, never a person, answers for it until the end of that day. */
  commitment: z.object({ text: z.string(), owner: z.string(), due: day }).nullable().default(null),
  /** Units and bodies, never people. */
  answeredBy: z.string(),
  checkedBy: z.string(),
  approvedBy: z.string(),
  on: day,
  /** The row it corrects, and why. */
  corrects: z.object({ seq: count, reason: z.string() }).nullable(),
});
export type ReplyBody = z.infer<typeof replyBody>;

/** An answer that went out, by its place in the chain, with what the organisation said to it; null: nothing (yet). */
const givenAnswer = replyBody.extend({ seq: count, verdict: verdictView.nullable() });
export type GivenAnswer = z.infer<typeof givenAnswer>;
/** The answer that stands, with those it corrected, the newest first. */
export const standingAnswer = givenAnswer.extend({ earlier: z.array(givenAnswer) });
export type StandingAnswer = z.infer<typeof standingAnswer>;

/** One cluster with all it takes to answer it. */
export const replyView = z.object({
  id: z.string(),
  title: z.string(),
  point: namedPoint.nullable(),
  dispute: dispute.nullable(),
  opinions: count,
  state: z.enum(replyStates),
  /** How many steps it has come: an act is based on them. */
  step: count,
  assignee: person.nullable(),
  proposal: proposalSchema.nullable(),
  returned: z.string().nullable(),
  correction: z.string().nullable(),
  changed: z.boolean(),
  clauseOwed: z.boolean(),
  /** What whoever asks may do to it now. */
  acts: z.array(z.enum(['assign', 'propose', 'check', 'return', 'approve', 'place', 'correct'])),
  /** She proposed it, and others are there to judge it. */
  own: z.boolean(),
  /** Null: too few may answer, so that their words are for who moderates alone. */
  texts: pageView(maskedOpinion).nullable(),
  /** The clauses its opinions are about, as they were asked about. */
  clauses: z.array(z.object({ id: z.string(), name: z.string(), parts: z.array(clausePart) })),
  /** Clauses of the next version, and those it dropped; null: there is none yet. */
  targets: z
    .object({
      label: z.string(),
      clauses: z.array(z.object({ key: z.string(), name: z.string(), dropped: z.boolean() })),
    })
    .nullable(),
  others: z.array(z.object({ id: z.string(), title: z.string() })),
  history: z.array(
    z.object({ kind: z.string(), who: z.string(), role: z.string(), on: day, reason: z.string().nullable() }),
  ),
  out: z.array(givenAnswer),
});
export type ReplyView = z.infer<typeof replyView>;

/** Loose opinions, each with the cluster it is most like and the words both have. */
export const suggestionsView = z.object({
  opinions: pageView(
    maskedOpinion.extend({
      suggested: z.object({ cluster: z.string(), title: z.string(), shared: z.array(z.string()) }).nullable(),
    }),
  ),
});
export type SuggestionsView = z.infer<typeof suggestionsView>;

export const replyStepInput = z.strictObject({ step: z.int().min(0), act: replyAct });
export const replyClockInput = z.strictObject({
  preset: z.enum(presetNames),
  minDays: z.int().min(0).max(365),
  replyDays: z.int().min(1).max(365),
  counting: z.enum(countings),
});
export type ReplyClockInput = z.infer<typeof replyClockInput>;
export const replyExtensionInput = z.strictObject({
  until: z.iso.date(),
  reason: z.string().trim().min(10).max(500),
});

/** What everybody reads: how many were received, what was answered, what is late and whose turn it is. */
export const publicRepliesView = z.object({
  title: text,
  unit: z.string(),
  /** Null before the opinions themselves went out; null within: some, below the threshold. */
  counter: z.object({ received: told, answered: told, pending: told }).nullable(),
  clock: z
    .object({
      due: day.nullable(),
      extensions: replyClockView.shape.extensions,
      lateBy: count.nullable(),
      doneOn: day.nullable(),
    })
    .nullable(),
  /** Late: whose turn it is, by unit or body, with how many clusters lie there. */
  overdue: z.array(z.object({ body: z.string(), clusters: count })),
  /** The answer that stands for each cluster. */
  answers: z.array(standingAnswer),
  /** What organisations said by name: how many points there are, and the answer that stands for each that has one. */
  named: z.object({ received: count, answers: z.array(standingAnswer) }),
  /** Clusters without an answer yet, by their titles. */
  waiting: z.array(z.string()),
  head: z.object({ seq: count, hash: z.string() }).nullable(),
  whole: z.boolean(),
});
export type PublicRepliesView = z.infer<typeof publicRepliesView>;

/** The chain as it can be recomputed by anybody: hashes in hex, `body` as it was hashed. */
export const replyChain = z.object({
  schema: z.literal(1),
  rows: z.array(
    z.object({ seq: count, previous: z.string().nullable(), body: z.string(), content: z.string(), hash: z.string() }),
  ),
});
