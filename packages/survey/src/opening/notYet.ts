import type { Definition } from '../definition.ts';
import { error, type OpeningIssue } from './issue.ts';

const READY_DOORS: readonly Definition['door'][] = ['open_link', 'unit_link'];

/** What a definition asks for and the product cannot do yet. It can be edited and previewed, but not opened. */
export function notYetPossible(definition: Definition): OpeningIssue[] {
  const { door, rules } = definition;
  return [
    ...(READY_DOORS.includes(door) ? [] : [error('door-not-available', { params: { door } })]),
    ...(hasTwoRounds(definition) ? [error('two-rounds-not-available')] : []),
    ...(rules?.orgTrack ? [error('org-track-not-available')] : []),
  ];
}

/** Names cannot be put forward and chosen among on one sheet. */
function hasTwoRounds({ questions }: Definition): boolean {
  return new Set(questions.flatMap((question) => question.stage ?? [])).size > 1;
}
