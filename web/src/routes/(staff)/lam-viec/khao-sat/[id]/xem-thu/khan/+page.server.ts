import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { error } from '@sveltejs/kit';
import { read } from '../../../../../../../lib/api.ts';
import { sheetLang } from '../../../../../../../lib/surveys/preview/addresses.ts';
import type { PageServerLoad } from './$types.js';

/** Of a draft alone: whatever has opened shows the page itself. */
export const load: PageServerLoad = async (event) => {
  const survey = await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`);
  if (survey.state !== 'draft') error(404);
  return { survey, definition: survey.definition as Definition, sheetLang: sheetLang(event.url) };
};
