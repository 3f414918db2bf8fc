import { states, type State } from '@danban/access';
import { z } from 'zod';
import { askedAgainView } from './askedAgain.ts';
import { askedDraftView } from './askedDraft.ts';
import { urgentReader } from './urgent.ts';

export const surveyStates = states;
export type SurveyState = State;

/** States as lists and people tell them apart. */
export const stateGroups = {
  draft: ['draft', 'scheduled'],
  open: ['open', 'paused'],
  counting: ['closing', 'closed'],
  results: ['released', 'archived'],
  cancelled: ['cancelled'],
} as const satisfies Record<string, readonly SurveyState[]>;
export type StateGroup = keyof typeof stateGroups;

export const doors = ['open_link', 'unit_link', 'one_time_code', 'roster'] as const;
export type Door = (typeof doors)[number];

/** What one answer sheet stands for. */
export const countUnits = ['person', 'household', 'visit', 'student'] as const;

const text = z.object({ vi: z.string(), en: z.string().optional() });

/** One row of the organizer's desk. `answered` moves only when the urn is flushed. */
export const surveySummaryView = z.object({
  id: z.string(),
  title: text,
  state: z.enum(surveyStates),
  body: z.string(),
  unit: z.string(),
  closesAt: z.string().nullable(),
  published: z.boolean(),
});
export type SurveySummaryView = z.infer<typeof surveySummaryView>;

/** As lists of staff show it: when it was made and opened tells surveys of one template apart. */
export const listedSurveyView = surveySummaryView.extend({ draftedAt: z.string(), openedOn: z.string().nullable() });
export type ListedSurveyView = z.infer<typeof listedSurveyView>;

export const linkView = z.object({
  slug: z.string(),
  url: z.string(),
  /** `null`: the link says nothing about the unit. */
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type LinkView = z.infer<typeof linkView>;

/** How many took part, under R11: exact only where the unit's total is released exactly. */
export const participationView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('exact'),
    respondents: z.number().int(),
    invited: z.number().int().nullable(),
    percent: z.number().nullable(),
    /** More answers than people invited: a fact to explain, never to hide by cutting at 100. */
    moreThanInvited: z.boolean(),
  }),
  z.object({ kind: z.literal('band'), atLeast: z.number().int() }),
  z.object({ kind: z.literal('below'), percent: z.number().int() }),
  /** Too few were invited for a share to say nothing about anyone. */
  z.object({ kind: z.literal('few') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type ParticipationView = z.infer<typeof participationView>;

const openingIssue = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  questionId: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const threshold = z.number().int().min(5).max(1_000);
/** Fewest submissions before a unit, comments, sensitive questions are shown. */
export const thresholdsInput = z.strictObject({
  unit: threshold,
  comments: threshold.min(10),
  sensitive: threshold.min(10),
});

/** Everything the organizer sees of one survey; `definition` is the frozen one once it is open. */
export const surveyView = surveySummaryView.extend({
  definition: z.unknown(),
  /** Counts the saves of the draft. */
  revision: z.number().int(),
  /** The revisions that undoing and redoing lead to; `null` where there is nothing to go to. */
  undo: z.number().int().nullable(),
  redo: z.number().int().nullable(),
  definitionHash: z.string().nullable(),
  bodyId: z.string(),
  unitId: z.string(),
  /** The consultation whose people it asks again, as they are told of it. */
  follows: askedAgainView.nullable(),
  /** The name of whose hands it is in. */
  responsible: z.string(),
  /** When it opens by itself; `null` unless it is scheduled. */
  opensAt: z.string().nullable(),
  /** It was to open then and could not; `issues` say why. */
  missedOpening: z.string().nullable(),
  /** The day after which the answer sheets are destroyed; the results stay. */
  keepUntil: z.string().nullable(),
  /** How many releases there are to read. */
  released: z.number().int(),
  /** The last release did not stand its own audit: nothing of it is shown. */
  releaseRefused: z.boolean(),
  /** In force: those of the definition, or higher ones it was raised to. */
  thresholds: thresholdsInput,
  invited: z.number().int().nullable(),
  participation: participationView,
  /** How many links it has, or would have if it opened now. */
  places: z.number().int(),
  /** Sealed answers that nobody can open any more, as a share of those invited, rounded as participation is. */
  unopened: participationView.nullable(),
  /** A key the urn needs is not there: no answer is taken, and none can be opened. */
  keysAway: z.boolean(),
  /** It is opening: so many of its keys are made. Null at any other time. */
  opening: z.object({ done: z.number().int(), all: z.number().int() }).nullable(),
  links: z.array(linkView),
  issues: z.array(openingIssue),
  /** What the editor needs to say what speaks against opening while one writes; `null` unless it is a draft. */
  context: z
    .object({
      eligible: z.number().int().nullable(),
      unitsCount: z.number().int(),
      roster: z.object({ people: z.number().int(), unplaced: z.number().int(), strata: z.number().int() }).nullable(),
      urgent: z.enum(['ready', 'no-mail', 'no-contact']),
      /** Who would read such a message; null where it would reach nobody. */
      urgentReader: urgentReader.nullable(),
      /** Published versions of its draft text. */
      drafts: z.array(z.object({ number: z.number().int(), tree: z.string() })),
      leastOpenDays: z.number().int().nullable(),
      template: z.unknown(),
      beginning: z.unknown(),
      /** The links there would be with one for each unit: the first names, and whether its own unit has one, too. */
      units: z.object({ count: z.number().int(), names: z.array(z.string()), whole: z.boolean() }),
    })
    .nullable(),
  resultsUrl: z.string().nullable(),
  /** How many people stand on a list that the door of a survey not yet open has no use for. */
  unneededList: z.number().int(),
  /** How many slips are printed and not voided; `null` where the survey is not entered by code. */
  slips: z.number().int().nullable(),
  may: z.object({
    edit: z.boolean(),
    open: z.boolean(),
    unschedule: z.boolean(),
    extend: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    raise: z.boolean(),
    close: z.boolean(),
    cancel: z.boolean(),
    publish: z.boolean(),
    correct: z.boolean(),
    archive: z.boolean(),
    roster: z.boolean(),
    moderate: z.boolean(),
    /** Whether she has a part in answering its opinions. */
    answer: z.boolean(),
    remove: z.boolean(),
    slips: z.boolean(),
    readResults: z.boolean(),
    /** Whether it is about a draft text, and this person reads that before it is published. */
    drafts: z.boolean(),
    organisations: z.boolean(),
  }),
});
export type SurveyView = z.infer<typeof surveyView>;

export const templateView = z.object({
  id: z.string(),
  title: text,
  audience: text,
  questions: z.number().int(),
  estMinutes: z.number().int(),
  door: z.enum(doors),
  /** What keeps a survey made from it from opening in this version, as codes of opening issues; mostly empty. */
  notYet: z.array(z.string()),
});
export type TemplateView = z.infer<typeof templateView>;

/** What whoever holds a link finds behind it. `interrupted`: it is open, but no answer can be taken just now. */
export const entranceStates = ['not-yet-open', 'open', 'interrupted', 'paused', 'closed', 'cancelled'] as const;
export type EntranceState = (typeof entranceStates)[number];

/** What a respondent's page needs; the same for everyone who holds the same link. */
export const publicSurveyView = z.object({
  slug: z.string(),
  state: z.enum(entranceStates),
  body: z.string(),
  unit: z.string().nullable(),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  definition: z.unknown(),
  resultsUrl: z.string().nullable(),
  /** Under which its log and, once published, its results stand. */
  resultsSlug: z.string(),
  /** Who reads a message that cannot wait; null where there is no way to send one. */
  urgent: urgentReader.nullable(),
  /** The draft text it asks about, with the words of each clause; null where it asks about none. */
  draft: askedDraftView.nullable(),
  /** The consultation whose people it asks again; null where it follows none. */
  follows: askedAgainView.nullable(),
});
export type PublicSurveyView = z.infer<typeof publicSurveyView>;

/** From a template, from a survey that was made before, or, where neither is named, from blank. */
export const createSurvey = z.strictObject({
  template: z.string().min(1).max(100).optional(),
  from: z.uuid().optional(),
  bodyId: z.string().min(1).max(100),
  unitId: z.string().min(1).max(100),
});
/** `revision`: the one it was based on; when somebody has saved meanwhile, nothing is written over. */
export const editSurvey = z.strictObject({ definition: z.unknown(), revision: z.number().int().min(0) });
/** Back to the text of an earlier revision, or forward again; what is there now stays among the revisions. */
export const restoreSurvey = z.strictObject({ to: z.number().int().min(0), revision: z.number().int().min(0) });
/** Opening and extending name the same thing: until when people may answer. */
export const closingDate = z.strictObject({ closesAt: z.iso.datetime({ offset: true }) });
export const scheduleSurvey = z.strictObject({
  opensAt: z.iso.datetime({ offset: true }),
  closesAt: z.iso.datetime({ offset: true }),
});
export const publishSurvey = z.strictObject({ published: z.boolean() });

/** How many were asked at some places, by their position in the frozen tree, and why that is told anew: said in public. */
export const correctSurvey = z.strictObject({
  reason: z.string().trim().min(10).max(500),
  invited: z
    .array(
      z.strictObject({
        position: z.number().int().min(0).max(1_000_000),
        invited: z.number().int().min(1).max(1_000_000),
      }),
    )
    .min(1)
    .max(500),
});
export type CorrectSurvey = z.infer<typeof correctSurvey>;

/** What a device salts its leaf with (docs/verify.md): 32 bytes, base64url. */
const sheetKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const nonce = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

/** One answer sheet. `nonce` makes a retry safe: same nonce and same answers are accepted once. */
export const submissionInput = z.strictObject({
  nonce,
  answers: z.record(z.string(), z.unknown()),
  salt: sheetKey.optional(),
});
/**
 * One answer sheet under the code of a slip, however it was typed. Others may know the code, so a retry is told "accepted" only
 * where it comes with the same `salt`, or the same `nonce`: otherwise whoever has the code could ask what was answered under it.
 */
export const slipSubmissionInput = z.strictObject({
  code: z.string().max(200).default(''),
  nonce: nonce.optional(),
  answers: z.record(z.string(), z.unknown()),
  salt: sheetKey.optional(),
});
/**
 * The urn's word that a leaf will be in the tree of its survey (docs/verify.md), base64url; `unit` and `counted` are what it
 * made the leaf of beside the sheet, so that a device that does not count sees that the leaf is its sheet's.
 */
export const promiseView = z.object({
  leaf: z.string(),
  unit: z.number().int(),
  counted: z.string(),
  closesAt: z.string(),
  signature: z.string(),
});
export type PromiseView = z.infer<typeof promiseView>;
export const submissionAccepted = z.object({ state: z.literal('accepted'), promise: promiseView.optional() });
