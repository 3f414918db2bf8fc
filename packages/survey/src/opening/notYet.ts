import type { Definition } from '../definition.ts';
import { error, type OpeningIssue } from './issue.ts';

/** The ways in that this version has. */
export const readyDoors: readonly Definition['door'][] = ['open_link', 'unit_link', 'one_time_code', 'roster'];

/** What a definition asks for and the product cannot do yet. It can be edited and previewed, but not opened. */
export function notYetPossible(definition: Definition): OpeningIssue[] {
  const { door, rules } = definition;
  return [
    ...(readyDoors.includes(door) ? [] : [doorIssue(definition)]),
    ...(hasTwoRounds(definition) ? [error('two-rounds-not-available')] : []),
    ...(rules?.orgTrack ? [error('org-track-not-available')] : []),
  ];
}

/** Another door is advised where it keeps what the survey promises. */
function doorIssue({ door, rules }: Definition): OpeningIssue {
  const code = rules?.oneBallotPerPerson ? 'one-each-not-available' : 'door-not-available';
  return error(code, { params: { door } });
}

/** Names cannot be put forward and chosen among on one sheet. */
function hasTwoRounds({ questions }: Definition): boolean {
  return new Set(questions.flatMap((question) => question.stage ?? [])).size > 1;
}
