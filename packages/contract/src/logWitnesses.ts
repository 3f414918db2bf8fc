import { z } from 'zod';

/** What the public log is, and who else has seen it. */
export const logWitnessesView = z.object({
  /** The key of the log, as it is told to witnesses; null before it has begun. */
  key: z.string().nullable(),
  /** As many lines as everybody is shown. */
  lines: z.int(),
  witnesses: z.array(
    z.object({
      name: z.string(),
      /** The day it signed last; null where it never has. */
      lastOn: z.iso.date().nullable(),
      /** Since which day it owes a signature, where that is longer than an hour. */
      silentSince: z.iso.date().nullable(),
    }),
  ),
});
export type LogWitnessesView = z.infer<typeof logWitnessesView>;
