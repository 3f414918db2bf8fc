import type { SurveyView } from '@danban/contract';
import type { Definition } from '@danban/survey';
import { read } from '../../../../../../lib/api.ts';
import { canBeShared, chosenLinks, leadsIn } from '../../../../../../lib/surveys/share/links.ts';
import type { PageServerLoad } from './$types.js';

const kinds = ['a4', 'a5', 'danh-sach'] as const;

export const load: PageServerLoad = async (event) => {
  const survey = await read<SurveyView>(event, `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}`);
  const { searchParams } = event.url;
  return {
    survey,
    definition: survey.definition as Definition,
    kind: kinds.find((one) => one === searchParams.get('kieu')) ?? 'a4',
    asked: searchParams.getAll('don-vi'),
    shown:
      canBeShared(survey) && leadsIn(survey.definition) ? chosenLinks(survey.links, searchParams.getAll('don-vi')) : [],
  };
};
