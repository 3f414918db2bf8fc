import { grantView } from '@danban/contract';
import { z } from 'zod';
import { idText, nameText } from '../organisations/schema.ts';
import { login, password } from '../sessions/inputs.ts';

const grant = z.strictObject({ ...grantView.shape, unitId: idText, bodyId: idText.nullable() });
const grants = z.array(grant).max(100);

export const createAccount = z.strictObject({ name: nameText, login, grants: grants.min(1) });
export type CreateAccount = z.infer<typeof createAccount>;

export const replaceGrantsInput = z.strictObject({ grants });

export const createLink = z.strictObject({ purpose: z.enum(['sign-in', 'set-password']) });

/** The first administrator chooses the password at once: there is nobody yet to send her a link. */
export const firstAdministrator = z.strictObject({ name: nameText, login, password });
export type FirstAdministrator = z.infer<typeof firstAdministrator>;
