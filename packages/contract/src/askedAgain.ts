import { z } from 'zod';

const text = z.object({ vi: z.string(), en: z.string().optional() });

/** The consultation behind a respondent's page; null where its answers stand on no public page now. */
export const askedAgainView = z.object({ title: text, replies: z.string().nullable() });
export type AskedAgainView = z.infer<typeof askedAgainView>;
