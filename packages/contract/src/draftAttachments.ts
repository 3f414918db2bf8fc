import { z } from 'zod';

export const attachmentMedia = ['pdf', 'docx', 'xlsx'] as const;
export type AttachmentMedia = (typeof attachmentMedia)[number];

/** A file that lies beside a draft: an explanation, a table, a report. */
export const attachmentView = z.object({
  id: z.string(),
  number: z.number().int(),
  name: z.string(),
  media: z.enum(attachmentMedia),
  size: z.number().int(),
  addedOn: z.string(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** Beside the file, in the query. */
export const attachmentInput = z.strictObject({
  name: z.string().trim().min(1).max(255),
  number: z.coerce.number().int().min(1),
  notSecret: z.literal('true').transform(() => true as const),
});
