import { actCodes, objectKinds } from '@danban/audit';
import { z } from 'zod';
import { listing } from '../http/list.ts';

/** Days the database can hold, with room for any filter somebody means. */
const day = z.iso.date().refine((date) => date >= '1900-01-01' && date <= '2999-12-31');

const filters = {
  q: listing.q,
  from: day.optional(),
  to: day.optional(),
  person: z.uuid().optional(),
  act: z.enum(actCodes).optional(),
  kind: z.enum(objectKinds).optional(),
  object: z.string().min(1).max(100).optional(),
};

/** Which acts are asked for; days are days in Vietnam, both included. */
export const filteredActs = z.strictObject(filters);
export type FilteredActs = z.infer<typeof filteredActs>;

export const listedActs = z.strictObject({ ...filters, page: listing.page });
export type ListedActs = z.infer<typeof listedActs>;

export const exportedActs = z.strictObject({ ...filters, lang: z.enum(['vi', 'en']).default('vi') });
export type ExportedActs = z.infer<typeof exportedActs>;
