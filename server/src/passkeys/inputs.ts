import { z } from 'zod';
import { nameText } from '../organisations/schema.ts';

const text = z.string().max(20_000);
const credentialId = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/);

/** What a browser answers; what we do not read of it is dropped. */
const credential = { id: credentialId, rawId: credentialId, type: z.literal('public-key') };

export const passkeyName = z.strictObject({ name: nameText.pipe(z.string().max(60)) });

export const addPasskey = z.strictObject({
  ...passkeyName.shape,
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: text,
      attestationObject: text,
      transports: z
        .array(z.string().regex(/^[a-z0-9-]{1,20}$/))
        .max(10)
        .default([]),
    }),
  }),
});
export type AddPasskey = z.infer<typeof addPasskey>;

export const usePasskey = z.strictObject({
  response: z.object({
    ...credential,
    response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
  }),
});
export type UsePasskey = z.infer<typeof usePasskey>;

export const namedPasskey = credentialId;
