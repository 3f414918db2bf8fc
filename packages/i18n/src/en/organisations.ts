import type { organisations as vi } from '../vi/organisations.ts';
import type { Translation } from '../translation.ts';

export const organisations = {
  'wrong.unknown-body': 'This body is not on the list.',
  'wrong.body-required': 'An organizer acts for a body.',
  'wrong.body-may-not-organise': 'This body may not ask for opinions.',
  'wrong.outside-the-body': 'This unit is beyond the reach of the body you chose.',
  'wrong.not-a-day': 'Not a day, for example 2026-03-05.',
} satisfies Translation<typeof vi>;
