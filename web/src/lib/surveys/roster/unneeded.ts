import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';

/** How many people a list names that the door of a draft, as it stands on the page, has no use for. */
export function unneededPeople(survey: SurveyView, { door }: Definition): number {
  if (door === 'roster') return 0;
  // Until the door is saved the server counts the list as one that is needed.
  return survey.unneededList || (survey.context?.roster?.people ?? 0);
}
