import { handedOver } from '../../../../../lib/server/handover.ts';
import { surveyBehind } from '../surveyBehind.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ fetch, params }) => {
  const survey = await surveyBehind(fetch, params.slug);
  const { origin } = handedOver();
  return { survey, address: `${origin}/s/${survey.slug}`, check: `${origin}/kiem-tra/${survey.resultsSlug}` };
};
