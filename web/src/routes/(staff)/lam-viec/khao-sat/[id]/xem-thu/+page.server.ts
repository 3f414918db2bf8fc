import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { read } from '../../../../../../lib/api.ts';
import type { PageServerLoad } from './$types.js';

/** The draft as it is saved, in the language the address names. */
export const load: PageServerLoad = async (event) => {
  const survey = await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`);
  return {
    survey,
    definition: survey.definition as Definition,
    sheetLang: event.url.searchParams.get('phieu') === 'en' ? ('en' as const) : ('vi' as const),
  };
};
