import { canonicalJson } from '@danban/bytes';
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { textSchema, wording } from './wording.ts';
import { planSchema } from './plan.ts';
import { facetSchema } from './questions/common.ts';
import { questionSchema, typeOf } from './questions/index.ts';
import { facets } from './questions/vocabulary.ts';

export const kinds = ['survey', 'consultation', 'evaluation', 'ballot'] as const;
export const audienceKinds = ['parent', 'staff', 'citizen', 'student', 'mixed'] as const;
export const countUnits = ['person', 'household', 'visit', 'student'] as const;
export const doors = ['open_link', 'unit_link', 'one_time_code', 'roster'] as const;

/** How sure it is that a legal basis is cited rightly; `configurable` has to be filled in where it is used. */
export const certainties = ['high', 'medium', 'configurable'] as const;

/** Promises of a template, each there or not. What the product cannot keep yet stops the opening (`notYetPossible`). */
export const rulesSchema = z.strictObject({
  /** Minors answer: everything is held to the sensitive threshold. */
  minor: z.literal(true).exactOptional(),
  /** Free words are read and masked before anybody else sees them. */
  freeTextReview: z.literal(true).exactOptional(),
  oneBallotPerPerson: z.literal(true).exactOptional(),
  /** Organisations answer as well, by name. */
  orgTrack: z.literal(true).exactOptional(),
  releaseOnlyAfterClose: z.literal(true).exactOptional(),
  /** The judged head may not organise, preview or close; holds for evaluations. */
  subjectCannotOrganise: z.literal(true).exactOptional(),
});

const threshold = (least: number) => z.int().min(least).max(1_000);

/** One instrument as it is frozen and hashed at opening. Unknown keys are refused. */
export const definitionSchema = z.strictObject({
  schema: z.literal(1),
  /** Id of the template it began as. */
  template: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .exactOptional(),
  kind: z.enum(kinds),
  title: textSchema,
  intro: textSchema,
  audience: textSchema,
  audienceKind: z.enum(audienceKinds),
  /** What one submission stands for. */
  countUnit: z.enum(countUnits),
  motto: z.array(facetSchema).max(facets.length),
  legalBases: z
    .array(z.strictObject({ ref: wording.max(80), text: textSchema, certainty: z.enum(certainties).exactOptional() }))
    .max(LIMITS.legalBases),
  estMinutes: z.int().min(1).max(120),
  /** Fewest days the law or good custom asks it to stay open. */
  minOpenDays: z.int().min(1).max(365).exactOptional(),
  /** Where its QR code is best put up. */
  placement: textSchema.exactOptional(),
  /** The draft text it asks about, and its version. */
  draft: z
    .strictObject({
      ref: wording.max(80),
      version: wording.max(20).exactOptional(),
      /** The published text it asks about: its number, and the hash of its clauses. */
      published: z.strictObject({ number: z.int().min(1), tree: z.string().regex(/^[0-9a-f]{64}$/) }).exactOptional(),
    })
    .exactOptional(),
  rules: rulesSchema.exactOptional(),
  /** Beside the form stands a way to the child-protection contact for what cannot wait; it is no part of an answer. */
  urgent: z.literal(true).exactOptional(),
  door: z.enum(doors),
  /** Fewest submissions before a unit, comments, sensitive questions are shown. */
  thresholds: z.strictObject({ unit: threshold(5), comments: threshold(10), sensitive: threshold(10) }),
  /** Which groups of people results may tell apart; nothing but units where it is absent. */
  plan: planSchema.exactOptional(),
  questions: z.array(questionSchema).min(1).max(LIMITS.questions),
});
export type Definition = z.output<typeof definitionSchema>;
export type Kind = Definition['kind'];
export type Door = Definition['door'];
export type AudienceKind = Definition['audienceKind'];
export type CountUnit = Definition['countUnit'];
export type Thresholds = Definition['thresholds'];

/** Whether it is entered by the codes of printed slips, which name the unit as well. */
export function entersByCode({ door }: Pick<Definition, 'door'>): boolean {
  return door === 'one_time_code';
}

/** Whether every answer is held to the sensitive threshold: heads are judged, or minors answer. */
export function isGuarded({ kind, audienceKind, rules }: Definition): boolean {
  return kind === 'evaluation' || audienceKind === 'student' || rules?.minor === true;
}

/** The one text of a definition, for hashing (RFC 8785). */
export function definitionText(definition: Definition): string {
  return canonicalJson(definition);
}

/** Upper bound of the canonical JSON of one submission's answers, in bytes of UTF-8. */
export function maxAnswerBytes(definition: Pick<Definition, 'questions'>): number {
  return definition.questions.reduce(
    (bytes, question) => bytes + question.id.length + 4 + typeOf(question).maxBytes(question),
    2,
  );
}
