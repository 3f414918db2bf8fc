import { importKinds } from '@danban/contract';
import { z } from 'zod';

export const importKind = z.enum(importKinds);
export const fileKind = z.enum(['xlsx', 'csv']);

const day = z.iso.date();
const table = z
  .string()
  .min(1)
  .max(5 * 1024 * 1024);
const columns = z.record(z.string().max(40), z.number().int().min(0).max(200));

/** The table a page carries, and what was chosen for it. */
export const chosenTable = z.strictObject({
  table,
  sheet: z.string().max(200),
  columns: columns.optional(),
  day: day.optional(),
});
export type ChosenTable = z.infer<typeof chosenTable>;
