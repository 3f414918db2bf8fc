import { fail } from '@sveltejs/kit';
import { handedOver } from '../../../../lib/server/handover.ts';
import { attemptOf } from './attempt.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { mayStillSend } from './mayStillSend.ts';
import { surveyBehind } from './surveyBehind.ts';

/** Depends on the link and the language alone: the page is the same for everyone and may be kept. */
export const load: PageServerLoad = async ({ fetch, params }) => ({
  survey: await surveyBehind(fetch, params.slug),
  elsewhere: handedOver().elsewhere,
});

export const actions: Actions = {
  /** Reached only by answers the server did not take: the page once more, with what was sent filled in. */
  default: async ({ fetch, params, request }) => {
    const survey = await surveyBehind(fetch, params.slug);
    if (!mayStillSend(survey.state)) return fail(409, { attempt: null });
    const attempt = attemptOf(survey, await request.formData());
    return fail(attempt.refused ? 503 : 422, { attempt });
  },
};
