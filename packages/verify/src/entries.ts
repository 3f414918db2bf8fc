import { canonicalJson } from '@danban/bytes';
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const survey = z.uuid();
const on = z.iso.date();
const count = z.int().min(0);
/** How many leaves a survey had, and the root over them. */
const head = { size: count, root: hash };

/** What the log of an installation says, a line each (docs/verify.md). Days, never times. */
export const logEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('key'), key: z.string(), on }),
  z.strictObject({ kind: z.literal('opening'), survey, opening: hash, definition: hash, on }),
  z.strictObject({ kind: z.literal('flush'), survey, batch: z.int().min(1), ...head, on }),
  z.strictObject({ kind: z.literal('closing'), survey, ...head, on }),
  z.strictObject({
    kind: z.literal('tally'),
    survey,
    release: z.int().min(1),
    of: z.enum(['interim', 'final', 'correction']),
    checksum: hash,
    /** How many tables are committed to, and the root over their roots; null for a release that nobody can recount. */
    tables: z.strictObject({ count, root: hash }).nullable(),
    on,
  }),
  z.strictObject({ kind: z.literal('keys-destroyed'), survey, on }),
]);
export type LogEntry = z.infer<typeof logEntry>;

/** The one text of an entry: the data of its leaf in the tree of the log. */
export function entryText(entry: LogEntry): string {
  return canonicalJson(entry);
}

/** Null for what is no entry, or not written as one is. */
export function readEntry(text: string): LogEntry | null {
  try {
    const read = logEntry.safeParse(JSON.parse(text));
    return read.success && entryText(read.data) === text ? read.data : null;
  } catch {
    return null;
  }
}
