import { z } from 'zod';
import { auditEvent } from './event.ts';
import type { Head } from './link.ts';
import type { Entry } from './verifyChain.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.int().positive();

const format = 'danban-audit-1';

/**
 * The first line of an export. Every act up to `head` has a line after it, in order: with its event where it is part of
 * the export, without where it is outside the reader's scope or filter. So any extract is checked as a whole chain.
 */
const fileHeader = z.strictObject({
  format: z.literal(format),
  exportedAt: z.iso.datetime(),
  head: z.strictObject({ seq, hash: digest }),
});
export type FileHeader = z.infer<typeof fileHeader>;

const fileEntry = z.strictObject({
  seq,
  previous: digest.nullable(),
  content: digest,
  hash: digest,
  event: auditEvent.optional(),
});

/** The first line of an export, without its newline. */
export function headerLine(exportedAt: string, { seq, hash }: Head): string {
  return JSON.stringify({ format, exportedAt, head: { seq, hash } } satisfies FileHeader);
}

/** The line of one act, without its newline. */
export function entryLine({ seq, previous, content, hash, event }: Entry): string {
  return JSON.stringify({ seq, previous, content, hash, event });
}

function parseLine<T>(schema: z.ZodType<T>, line: string): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The first line of a file; null when it is not an export of this format. */
export function readHeader(line: string): FileHeader | null {
  return parseLine(fileHeader, line);
}

/** A later line of a file; null when it is not an act. */
export function readEntry(line: string): Entry | null {
  return parseLine(fileEntry, line);
}
