import { z } from 'zod';

/** Which page of ours comes afterwards, by a short name that the pages look up in a list: no address. */
const place = z
  .string()
  .regex(/^[a-z-]{1,20}$/)
  .nullable();

/** `anew`: she is to prove who she is once more, though she may be signed in there. */
export const beginSso = z.strictObject({ place, anew: z.boolean() });
export type BeginSso = z.infer<typeof beginSso>;

/** What stood behind the question mark when the browser came back. */
export const ssoAnswer = z.strictObject({ answer: z.string().max(8000) });

/** What is kept of a way to the provider and back. `session`: the hash of the one that wants to be linked, in hex. */
export const wayThere = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  place,
  session: z.string().nullable(),
});
export type WayThere = z.infer<typeof wayThere>;

/** Whom the provider named, until the person has said that it is she. */
export const askedToLink = z.strictObject({
  issuer: z.string(),
  subject: z.string(),
  shown: z.string(),
  verified: z.boolean(),
});
