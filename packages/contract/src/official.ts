import {
  lineOf,
  officialOpinion,
  opinionDraft,
  opinionParts,
  organisationKinds,
  verdictGiven,
  wordsOf,
} from '@danban/critique';
import { z } from 'zod';
import { standingAnswer } from './replies.ts';
import { surveyStates } from './surveys.ts';

const text = z.object({ vi: z.string(), en: z.string().optional() });
const count = z.number().int();
const day = z.string();

/** How an invited organisation stands. */
export const organisationStates = ['revoked', 'invited', 'opened', 'writing', 'sent'] as const;

const sentOpinion = z.object({
  number: count,
  on: day,
  hash: z.string(),
  /** Its file, by its id. */
  file: z.string().nullable(),
  opinion: officialOpinion,
});
export type SentOpinionView = z.infer<typeof sentOpinion>;

const invited = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(organisationKinds),
  contact: z.string(),
  answerBy: day,
  state: z.enum(organisationStates),
  /** Its link opens its page. */
  linked: z.boolean(),
  /** Nothing was sent, and its day has passed. */
  late: z.boolean(),
  /** The newest it sent. */
  sent: z
    .object({ number: count, on: day, letter: z.object({ number: z.string(), date: z.string() }), points: count })
    .nullable(),
});
export type InvitedView = z.infer<typeof invited>;

const aboutSurvey = z.object({
  id: z.string(),
  title: text,
  body: z.string(),
  unit: z.string(),
  state: z.enum(surveyStates),
  closesAt: z.string().nullable(),
});

/** The organisations of a consultation, as staff see them. */
export const organisationsView = z.object({
  survey: aboutSurvey,
  may: z.object({ manage: z.boolean() }),
  /** More can be invited. */
  open: z.boolean(),
  organisations: z.array(invited),
  /** The day that is suggested for the next one, and the last that is possible; null: any. */
  suggested: day,
  last: day.nullable(),
});
export type OrganisationsView = z.infer<typeof organisationsView>;

/** The answer that stands for each of its points that has one, by the id of the point; for a criterion or its proposals by their name. */
const answersToPoints = z.array(z.object({ point: z.string(), answer: standingAnswer }));

/** One of them with all it sent, the newest first. */
export const organisationView = z.object({
  survey: aboutSurvey,
  may: z.object({ manage: z.boolean(), answer: z.boolean() }),
  organisation: invited,
  sent: z.array(sentOpinion),
  answers: answersToPoints,
});
export type OrganisationView = z.infer<typeof organisationView>;

/** What organisations said, as everybody reads it once the consultation is closed: by clause, in the order of the draft. */
export const publicOpinionsView = z.object({
  organisations: z.array(
    z.object({ id: z.string(), name: z.string(), letter: z.object({ number: z.string(), date: z.string() }) }),
  ),
  clauses: z.array(
    z.object({
      /** Null: the whole draft. */
      clause: z.object({ key: z.string(), path: z.string(), name: z.string() }).nullable(),
      points: z.array(
        z.object({
          /** Among everything that is answered. */
          id: z.string(),
          organisation: z.string(),
          part: z.enum(opinionParts),
          opinion: z.string(),
          reason: z.string(),
          wording: z.string(),
          /** Null: not answered yet, or not in public yet. */
          answer: standingAnswer.nullable(),
        }),
      ),
    }),
  ),
});
export type PublicOpinionsView = z.infer<typeof publicOpinionsView>;

/** A link as it is shown once. */
export const organisationLinkView = z.object({ id: z.string(), url: z.string() });
export type OrganisationLinkView = z.infer<typeof organisationLinkView>;

export const inviteInput = z.strictObject({
  name: lineOf(200).pipe(z.string().min(1)),
  kind: z.enum(organisationKinds),
  contact: wordsOf(300),
  answerBy: z.iso.date(),
});
export type InviteInput = z.infer<typeof inviteInput>;

/** The page of an organisation: what it is asked, what it is writing, what it sent. */
export const ownOpinionView = z.object({
  organisation: z.object({ name: z.string(), kind: z.enum(organisationKinds), answerBy: day }),
  survey: aboutSurvey.omit({ id: true }).extend({ opensAt: z.string().nullable() }),
  may: z.object({ write: z.boolean(), send: z.boolean() }),
  /** The draft that is asked about, and the clauses a point may be on. */
  version: z
    .object({
      label: z.string(),
      datedOn: day,
      url: z.string(),
      clauses: z.array(z.object({ key: z.string(), name: z.string(), depth: count })),
    })
    .nullable(),
  /** What is being written; a correction begins with what was sent. `revision` 0: nothing is stored yet. */
  draft: z.object({ revision: count, body: opinionDraft }),
  file: z.object({ id: z.string(), name: z.string(), size: count }).nullable(),
  /** What keeps it from being sent. */
  issues: z.array(z.object({ path: z.string(), code: z.string() })),
  /** As it would be sent; null while something is missing. */
  preview: officialOpinion.nullable(),
  sent: z.array(sentOpinion),
  answers: answersToPoints,
});
export type OwnOpinionView = z.infer<typeof ownOpinionView>;

export const entryInput = z.strictObject({ secret: z.string().max(2000) });
const revision = z.int().min(0);
export const saveOpinionInput = z.strictObject({ revision, body: opinionDraft });
export const opinionRevisionView = z.object({ revision: count });
/** Consent to stand in public is given by sending; that it holds no secret is said. */
export const sendOpinionInput = z.strictObject({ revision: z.int().min(1), notSecret: z.literal(true) });
/** Beside the file, in the query. */
export const opinionFileInput = z.strictObject({
  name: z.string().trim().min(1).max(255),
  revision: z.coerce.number().pipe(revision),
});
/** What it says to the answer at this place of the chain. */
export const verdictInput = verdictGiven.extend({ seq: z.int().min(1) });
export type VerdictInput = z.infer<typeof verdictInput>;
export const opinionRevisionInput = z.strictObject({ revision });
