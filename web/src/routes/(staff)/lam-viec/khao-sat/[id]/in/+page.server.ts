import type { SurveyView } from '@danban/contract';
import { read } from '../../../../../../lib/api.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  survey: await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`),
});
