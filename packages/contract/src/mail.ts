import { z } from 'zod';

const count = z.number().int();
const kind = z.enum(['invitation', 'reminder']);

export const mailInput = z.strictObject({ kind });

/**
 * Letters by e-mail. `sent` of a reminder is null: how many were written to, and when the last one had left, would tell how
 * many had not come.
 */
export const mailView = z.object({
  /** Letters leave by a server of mail; else they become files for who runs the house to send. */
  leaves: z.boolean(),
  addresses: count,
  /** For so many nobody takes mail: seen at invitations, which go to everybody, and never at reminders. */
  refused: count,
  mayMail: z.boolean(),
  mailings: z.array(z.object({ kind, askedOn: z.string(), sent: z.object({ done: count, all: count }).nullable() })),
});
export type MailView = z.infer<typeof mailView>;
