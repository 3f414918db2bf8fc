import type { organisations as vi } from '../vi/organisations.ts';
import type { Translation } from '../translation.ts';

export const organisations = {
  'organisationIssue.duplicate-id': 'The code {id} appears twice.',
  'organisationIssue.unknown-parent': 'There is no unit or body {id} above it.',
  'organisationIssue.unknown-unit': 'There is no unit {id}.',
  'organisationIssue.unknown-successor': 'There is no successor unit {id}.',
  'organisationIssue.cycle': '{id} stands below itself.',
  'organisationIssue.parent-does-not-exist-then': 'The unit above, {id}, does not exist in that time.',
  'organisationIssue.history-not-continuous':
    'The periods must follow each other without a gap, from the first day of the unit to its last.',
  'organisationIssue.ends-before-it-starts': 'It ends before it starts.',
} satisfies Translation<typeof vi>;
