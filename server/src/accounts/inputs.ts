import { grantView } from '@danban/contract';
import { z } from 'zod';
import { listing } from '../http/list.ts';
import { idText, nameText } from '../organisations/schema.ts';
import { login, password } from '../sessions/inputs.ts';
import { isTooCommon } from '../sessions/password.ts';

export const grantInput = z.strictObject({ ...grantView.shape, unitId: idText, bodyId: idText.nullable() });

/** A role to be taken away, named in the address; without a body it is the role that speaks for none. */
export const grantNamed = z.strictObject({ ...grantInput.shape, bodyId: idText.nullable().default(null) });

export const createAccount = z.strictObject({
  name: nameText,
  login,
  grants: z.array(grantInput).min(1).max(100),
});
export type CreateAccount = z.infer<typeof createAccount>;

/** Whoever resets says that she has seen the person: a voice on the telephone may be anybody's. */
export const resetFactors = z.strictObject({ seen: z.literal(true) });

/** To whom everything goes, and which of the roles held. */
export const handOver = z.strictObject({ to: z.uuid(), grants: z.array(grantInput).max(100) });
export type HandOver = z.infer<typeof handOver>;

export const createLink = z.strictObject({ purpose: z.enum(['sign-in', 'set-password']) });

export const listAccounts = z.strictObject({ ...listing, state: z.enum(['active', 'inactive', 'unused']).optional() });
export type ListAccounts = z.infer<typeof listAccounts>;

/** The first administrator chooses the password at once: there is nobody yet to send her a link. */
export const firstAdministrator = z
  .strictObject({ name: nameText, login, password })
  .refine((one) => !isTooCommon(one.password, one.login), { path: ['password'], params: { code: 'common-password' } });
export type FirstAdministrator = z.infer<typeof firstAdministrator>;
