import type { Definition } from '../definition.ts';
import { error, type OpeningIssue } from './issue.ts';

/** What a definition asks for and the product cannot do yet. It can be edited and previewed, but not opened. */
export function notYetPossible(definition: Definition): OpeningIssue[] {
  const { rules } = definition;
  return [
    ...(hasTwoRounds(definition) ? [error('two-rounds-not-available')] : []),
    ...(rules?.orgTrack ? [error('org-track-not-available')] : []),
  ];
}

/** Names cannot be put forward and chosen among on one sheet. */
function hasTwoRounds({ questions }: Definition): boolean {
  return new Set(questions.flatMap((question) => question.stage ?? [])).size > 1;
}
