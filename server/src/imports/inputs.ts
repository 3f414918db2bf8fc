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

const oneLine = z.string().max(300);

/** What somebody typed of one thing, as it would stand in the cells of its row. */
export const typedUnit = z.strictObject({
  name: oneLine,
  parentId: oneLine.min(1),
  type: oneLine.optional(),
  staff: oneLine.optional(),
  students: oneLine.optional(),
  households: oneLine.optional(),
  id: oneLine.optional(),
});
export const typedBody = z.strictObject({
  name: oneLine,
  kind: oneLine,
  unitId: oneLine.min(1),
  id: oneLine.optional(),
});
