import { z } from 'zod';
import { pageView } from './page.ts';

/** One act of the log; `details` as `@danban/audit` keeps them for it. */
export const auditEntryView = z.object({
  seq: z.number().int(),
  at: z.string(),
  actor: z.object({ name: z.string(), role: z.string().nullable(), body: z.string().nullable() }).nullable(),
  act: z.string(),
  object: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  unit: z.string().nullable(),
  details: z.record(z.string(), z.json()),
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof auditEntryView>;

/** Names of the units, bodies and accounts that details mention by id. */
const names = z.record(z.string(), z.string());

/** The end of the log; `noted` is the short form that people write down. */
const headView = z.object({ seq: z.number().int(), noted: z.string() });

/** One page of the log, newest first, with what its filters can be set to. */
export const auditPageView = pageView(auditEntryView).extend({
  names,
  head: headView,
  /** Who has done something; empty where they are too many to choose from. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  acts: z.array(z.string()),
});
export type AuditPageView = z.infer<typeof auditPageView>;

/** Acts in one piece: for paper, newest first; of one survey, oldest first. `more`: there are others. */
export const auditExtractView = z.object({
  items: z.array(auditEntryView),
  more: z.boolean(),
  names,
  head: headView,
});
export type AuditExtractView = z.infer<typeof auditExtractView>;
