import { z } from 'zod';

const saidDay = z.object({ day: z.string(), works: z.boolean() });

/** Days off as the house counts them: the holidays of this year and the next, and what an administrator has said beside them. */
export const calendarView = z.object({
  holidays: z.array(z.string()),
  said: z.array(saidDay),
  /** The last year whose moving holidays are known without anybody saying them. */
  knownUntil: z.number().int(),
  mayChange: z.boolean(),
});
export type CalendarView = z.infer<typeof calendarView>;

export const calendarInput = z.strictObject({
  said: z
    .array(z.strictObject({ day: z.iso.date(), works: z.boolean() }))
    .max(400)
    .refine((said) => new Set(said.map(({ day }) => day)).size === said.length, { params: { code: 'day-twice' } }),
});
