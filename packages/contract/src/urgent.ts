import { z } from 'zod';

/** In UTF-16 units, as the browser's `maxlength` counts. */
export const urgentLimits = { message: 4_000, reach: 300 } as const;

/** A message that cannot wait, and how its writer may be reached, if she says so. It belongs to no answer. */
export const urgentInput = z.strictObject({
  message: z.string().trim().min(1).max(urgentLimits.message),
  reach: z.string().trim().max(urgentLimits.reach).default(''),
});

const phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d .()-]{2,39}$/);

/** Whom such messages go to; her name and telephone are shown to whoever writes. */
export const urgentContactInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  phone: phone.nullable(),
});
export type UrgentContactInput = z.infer<typeof urgentContactInput>;

/** Who reads it, as everybody who may write is shown it. */
export const urgentReader = z.object({ name: z.string(), phone: z.string().nullable() });
export type UrgentReader = z.infer<typeof urgentReader>;

/** Of the messages nothing but how many have not left yet. */
export const urgentContactView = z.object({
  contact: urgentContactInput.nullable(),
  /** Whether a server of mail is set. */
  mail: z.boolean(),
  /** Nobody takes letters at her address. */
  refused: z.boolean(),
  waiting: z.int(),
  /** The day of the first that waits. */
  since: z.string().nullable(),
  mayChange: z.boolean(),
});
export type UrgentContactView = z.infer<typeof urgentContactView>;

/** What the server of mail said to a test letter: taken, nobody there takes letters, or not to be had just now. */
export const urgentTestView = z.object({ outcome: z.enum(['sent', 'refused', 'away']) });
export type UrgentTestView = z.infer<typeof urgentTestView>;
