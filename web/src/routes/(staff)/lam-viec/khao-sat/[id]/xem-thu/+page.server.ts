import type { AskedDraftView, SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { read, readIfAllowed } from '../../../../../../lib/api.ts';
import { draftsApi } from '../../../../../../lib/drafts/addresses.ts';
import { sheetLang } from '../../../../../../lib/surveys/preview/addresses.ts';
import type { PageServerLoad } from './$types.js';

/** The draft as it is saved, in the language the address names. */
export const load: PageServerLoad = async (event) => {
  const survey = await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`);
  const definition = survey.definition as Definition;
  const asksAboutText = definition.draft?.published !== undefined;
  return {
    survey,
    definition,
    draft: asksAboutText ? await readIfAllowed<AskedDraftView>(event, `${draftsApi(survey.id)}/asked`) : null,
    sheetLang: sheetLang(event.url),
  };
};
