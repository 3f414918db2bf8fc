import type { ListedSurveyView, PageView } from '@danban/contract';
import { read } from '../../../../lib/api.ts';
import { asked, listQuery } from '../../../../lib/lists.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  consultations: await read<PageView<ListedSurveyView>>(event, `/lam-viec/api/opinions?${listQuery(event.url)}`),
  isNarrowed: !!event.url.searchParams.get(asked.words),
});
