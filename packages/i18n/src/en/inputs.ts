import type { inputs as vi } from '../vi/inputs.ts';
import type { Translation } from '../translation.ts';

export const inputs = {
  'wrong.too_small': 'Too short, or still empty.',
  'wrong.too_big': 'Too long, or too many.',
  'wrong.common-password':
    'This password is guessed too easily: many people use it, it repeats itself, or it is the user name. Please choose a long sentence of your own.',
  'wrong.invalid_format': 'Not written the right way.',
  'wrong.invalid_type': 'Missing, or of the wrong kind.',
  'wrong.invalid_value': 'This value is not on the list.',
  'wrong.invalid_union': 'Not one of the forms that are allowed.',
  'wrong.unrecognized_keys': 'There is something that does not belong here.',
} satisfies Translation<typeof vi>;
