import { surveyBehind } from '../../surveyBehind.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ fetch, params }) => ({ survey: await surveyBehind(fetch, params.slug) });
