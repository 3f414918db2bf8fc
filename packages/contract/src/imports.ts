import { z } from 'zod';

export const importKinds = ['units', 'bodies', 'accounts'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Tables that are read in the same way: those of the organisation, and the list of who may answer one survey. */
export const tableKinds = [...importKinds, 'people'] as const;
export type TableKind = (typeof tableKinds)[number];

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Something to know or to mend in a row of a spreadsheet. Row 0 is the table as a whole. */
export const rowNoteView = z.object({
  row: z.number().int(),
  field: z.string().optional(),
  code: z.string(),
  params: params.optional(),
});
export type RowNoteView = z.infer<typeof rowNoteView>;

/** What a row does to the thing it names; `since`: from which day a new name or place holds. */
export const rowChangeView = z.object({
  row: z.number().int(),
  name: z.string(),
  code: z.string(),
  change: z.enum(['added', 'changed']),
  since: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
});
export type RowChangeView = z.infer<typeof rowChangeView>;

/** The first of a list and how many there are. */
const some = <T extends z.ZodType>(item: T) => z.object({ first: z.array(item), all: z.number().int() });

/**
 * A spreadsheet as it was understood, and what importing it would do. `table` is the table itself, for the next step:
 * nothing is kept between steps but what the page holds.
 */
export const importView = z.object({
  kind: z.enum(tableKinds),
  table: z.string(),
  sheet: z.string(),
  sheets: z.array(z.string()),
  headings: z.array(z.object({ text: z.string(), samples: z.array(z.string()) })),
  fields: z.array(z.object({ field: z.string(), required: z.boolean() })),
  columns: z.record(z.string(), z.number().int()),
  remembered: z.boolean(),
  day: z.string(),
  counts: z.object({
    rows: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    wrong: z.number().int(),
  }),
  problems: some(rowNoteView),
  notices: some(rowNoteView),
  changes: some(rowChangeView),
});
export type ImportView = z.infer<typeof importView>;

/** `qr`: the link as a picture, in an address of its own (`data:`). */
export const invitationView = z.object({
  name: z.string(),
  login: z.string(),
  unit: z.string(),
  link: z.url(),
  qr: z.string(),
});
export type InvitationView = z.infer<typeof invitationView>;

/** What was stored, and for new accounts their one-time links: shown here once and nowhere again. */
export const importedView = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  invitations: z.array(invitationView),
  /** The same as CSV, for who hands them out by e-mail. */
  invitationsCsv: z.string(),
});
export type ImportedView = z.infer<typeof importedView>;
