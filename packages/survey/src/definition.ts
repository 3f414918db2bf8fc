import { canonicalJson } from '@danban/bytes';
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { textSchema, wording } from './wording.ts';
import { facets, facetSchema } from './questions/common.ts';
import { questionSchema, typeOf } from './questions/index.ts';

export const kinds = ['survey', 'consultation', 'evaluation', 'ballot'] as const;
export const audienceKinds = ['parent', 'staff', 'citizen', 'student', 'mixed'] as const;
export const countUnits = ['person', 'household', 'visit', 'student'] as const;
export const doors = ['open_link', 'unit_link', 'one_time_code', 'roster'] as const;

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
  legalBases: z.array(z.strictObject({ ref: wording.max(80), text: textSchema })).max(LIMITS.legalBases),
  estMinutes: z.int().min(1).max(120),
  /** Fewest days the law or good custom asks it to stay open. */
  minOpenDays: z.int().min(1).max(365).exactOptional(),
  door: z.enum(doors),
  /** Fewest submissions before a unit, comments, sensitive questions are shown. */
  thresholds: z.strictObject({ unit: threshold(5), comments: threshold(10), sensitive: threshold(10) }),
  questions: z.array(questionSchema).min(1).max(LIMITS.questions),
});
export type Definition = z.output<typeof definitionSchema>;
export type Kind = Definition['kind'];
export type Door = Definition['door'];
export type AudienceKind = Definition['audienceKind'];
export type CountUnit = Definition['countUnit'];
export type Thresholds = Definition['thresholds'];

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
