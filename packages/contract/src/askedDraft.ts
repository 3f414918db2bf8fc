import { z } from 'zod';

/** The words a question of a consultation is about. */
const askedClause = z.object({ label: z.string(), heading: z.string(), text: z.string(), depth: z.number().int() });
export type AskedClause = z.infer<typeof askedClause>;
/** The draft behind a respondent's page: where all of it is read, and the words of each question by its id. */
export const askedDraftView = z.object({
  url: z.string(),
  label: z.string(),
  datedOn: z.string(),
  clauses: z.record(z.string(), z.array(askedClause)),
});
export type AskedDraftView = z.infer<typeof askedDraftView>;
