import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { textSchema } from '../wording.ts';

/** The six parts of the motto: biết, bàn, làm, kiểm tra, giám sát, thụ hưởng. */
export const facets = ['know', 'discuss', 'do', 'inspect', 'supervise', 'benefit'] as const;
export const facetSchema = z.enum(facets);
export type Facet = z.infer<typeof facetSchema>;

/** Ids become keys of answers and names of form fields, so none may collide with what objects or forms already own. */
const TAKEN = new Set(['constructor', 'nonce', 'lang']);
const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,31}$/)
  .refine((id) => !TAKEN.has(id), { params: { code: 'reserved-id' } });

export const commonFields = {
  id: idSchema,
  text: textSchema,
  help: textSchema.exactOptional(),
  required: z.boolean(),
  motto: z.array(facetSchema).max(facets.length).exactOptional(),
  headline: z.boolean().exactOptional(),
  dimension: z.boolean().exactOptional(),
  sensitive: z.boolean().exactOptional(),
};

/** What may be chosen or rated: an id within its question, and its wording. */
export const itemFields = { id: idSchema, text: textSchema };
/** `null` marks an option that counts as an answer but stays out of means ("don't know"). */
export const scoreSchema = z.number().min(-1_000).max(1_000).nullable();

export const optionsOf = <Option extends z.ZodType>(option: Option, least = 2) =>
  z.array(option).min(least).max(LIMITS.options);
