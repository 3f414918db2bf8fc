import type { sessions as vi } from '../vi/sessions.ts';
import type { Translation } from '../translation.ts';

export const sessions = {
  'accountIssue.login-taken': 'Somebody has this login already.',
  'accountIssue.account-inactive': 'This account is no longer active, so no link can be made.',
  'accountIssue.last-administrator': 'This is the last administrator. Make somebody else an administrator first.',
  'accountIssue.unknown-unit': 'There is no such unit.',
  'accountIssue.unknown-body': 'There is no such body.',
  'accountIssue.body-required': 'An organizer acts for a body.',
  'accountIssue.body-may-not-organise': 'This body may not ask for opinions.',
  'accountIssue.outside-the-body': 'This unit is beyond the reach of the body you chose.',
  'inputIssue.too_small': 'Too short, or still empty.',
  'inputIssue.too_big': 'Too long, or too many.',
  'inputIssue.invalid_format': 'Not written the right way.',
  'inputIssue.invalid_type': 'Missing, or of the wrong kind.',
  'inputIssue.invalid_value': 'This value is not on the list.',
  'inputIssue.invalid_union': 'Not one of the forms that are allowed.',
  'inputIssue.unrecognized_keys': 'There is something that does not belong here.',
  'inputIssue.not-a-day': 'Not a day, for example 2026-03-05.',
} satisfies Translation<typeof vi>;
