import { z } from 'zod';
import { firstAdministrator } from '../accounts/inputs.ts';
import { nameText } from '../organisations/schema.ts';

const token = z.string().max(200);

export const setUp = z.discriminatedUnion('choice', [
  z.strictObject({
    choice: z.literal('empty'),
    token,
    organisation: z.strictObject({ name: nameText }),
    admin: firstAdministrator,
  }),
  z.strictObject({ choice: z.literal('example'), token, admin: firstAdministrator.optional() }),
]);
export type SetUp = z.infer<typeof setUp>;
export type SetUpEmpty = Extract<SetUp, { choice: 'empty' }>;
export type SetUpExample = Extract<SetUp, { choice: 'example' }>;
