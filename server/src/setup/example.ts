import type { FirstAdministrator } from '../accounts/inputs.ts';

/** Fills an empty house with the example organisation and names its administrator. */
export type BuildExample = (admin: FirstAdministrator | undefined) => Promise<{ administratorId: string }>;
