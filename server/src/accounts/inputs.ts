import { grantView } from '@danban/contract';
import { z } from 'zod';
import { nameText } from '../organisations/schema.ts';
import { password } from '../sessions/inputs.ts';

/** ASCII and one case: what a person types on a strange keyboard. An e-mail address is fine too. */
const login = z
  .string()
  .max(100)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._@+-]{2,99}$/));

const grants = z.array(z.strictObject(grantView.shape)).max(100);

export const createAccount = z.strictObject({ name: nameText, login, grants: grants.min(1) });
export type CreateAccount = z.infer<typeof createAccount>;

export const replaceGrantsInput = z.strictObject({ grants });

export const createLink = z.strictObject({ purpose: z.enum(['sign-in', 'set-password']) });

/** The first administrator chooses the password at once: there is nobody yet to send her a link. */
export const firstAdministrator = z.strictObject({ name: nameText, login, password });
export type FirstAdministrator = z.infer<typeof firstAdministrator>;
