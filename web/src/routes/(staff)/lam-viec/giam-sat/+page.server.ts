import type { ListedSurveyView, PageView, StateGroup } from '@danban/contract';
import { read } from '../../../../lib/api.ts';
import { asked, listQuery } from '../../../../lib/lists.ts';
import { groupAsked } from '../../../../lib/surveys/groups.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const state: StateGroup | undefined = groupAsked(event.url.searchParams.get(asked.state));
  return {
    surveys: await read<PageView<ListedSurveyView>>(
      event,
      `/lam-viec/api/inspection?${listQuery(event.url, { state })}`,
    ),
    isNarrowed: state !== undefined || !!event.url.searchParams.get(asked.words),
    now: new Date().toISOString(),
  };
};
