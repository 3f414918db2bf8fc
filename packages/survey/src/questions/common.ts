import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { textSchema } from '../wording.ts';
import { criteria, facets, feeds, followUpNotices, profiles, stages } from './vocabulary.ts';

export const facetSchema = z.enum(facets);

/** Ids become keys of answers and names of form fields, so none may collide with what objects or forms already own. */
const TAKEN = new Set(['constructor', 'nonce', 'lang', 'code', 'problem']);
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,31}$/)
  .refine((id) => !TAKEN.has(id), { params: { code: 'reserved-id' } });
/** Some ids of options, of this question or another. */
export const idsSchema = z.array(idSchema).min(1).max(LIMITS.options);

/** Asked only of those who chose one of these options of an earlier question. */
export const showIfSchema = z.strictObject({ question: idSchema, anyOf: idsSchema });

export const commonFields = {
  id: idSchema,
  text: textSchema,
  help: textSchema.exactOptional(),
  required: z.boolean(),
  showIf: showIfSchema.exactOptional(),
  motto: z.array(facetSchema).max(facets.length).exactOptional(),
  headline: z.boolean().exactOptional(),
  /** Divides people into groups for breakdowns. */
  dimension: z.boolean().exactOptional(),
  sensitive: z.boolean().exactOptional(),
  /** Which of the six points of social critique it asks about. */
  criterion: z.enum(criteria).exactOptional(),
  /** The index its rows belong to. */
  profile: z.enum(profiles).exactOptional(),
  /** The round of a ballot it belongs to. */
  stage: z.enum(stages).exactOptional(),
  /** What its answers are gathered for. */
  feeds: z.enum(feeds).exactOptional(),
  /** A notice that stands beside it. */
  followUpNotice: z.enum(followUpNotices).exactOptional(),
};

/** What may be rated or put in order: an id within its question, and its wording. */
export const itemFields = { id: idSchema, text: textSchema };
/** What may be chosen. */
export const optionFields = {
  ...itemFields,
  /** Stands alone, as "none of these" and "no opinion" do. */
  exclusive: z.boolean().exactOptional(),
  /** Says that something is not well. */
  negative: z.boolean().exactOptional(),
  /** The rule that what it describes goes against; such an option says that something is not well, too. */
  flag: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/)
    .exactOptional(),
};
/** `null` marks an option that counts as an answer but stays out of means ("don't know"). */
export const scoreSchema = z.number().min(-1_000).max(1_000).nullable();

export const optionsOf = <Option extends z.ZodType>(option: Option, least = 2) =>
  z.array(option).min(least).max(LIMITS.options);

/** For options without an order of their own. */
export const listFields = {
  /** Each device shows them in an order of its own. */
  randomizeOptions: z.boolean().exactOptional(),
  /** They are names the organizer enters; a template can only hold their place. */
  optionsFrom: z.literal('candidates').exactOptional(),
};
