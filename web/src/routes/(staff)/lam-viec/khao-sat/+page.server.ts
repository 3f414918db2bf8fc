import type { PageView, StateGroup, ListedSurveyView } from '@danban/contract';
import { read } from '../../../../lib/api.ts';
import { asked, listQuery } from '../../../../lib/lists.ts';
import { isOrganizer } from '../../../../lib/staff/roles.ts';
import { groupAsked } from '../../../../lib/surveys/groups.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const state: StateGroup | undefined = groupAsked(event.url.searchParams.get(asked.state));
  const query = listQuery(event.url, { state });
  return {
    surveys: await read<PageView<ListedSurveyView>>(event, `/lam-viec/api/surveys?${query}`),
    isNarrowed: state !== undefined || !!event.url.searchParams.get(asked.words),
    organizes: event.locals.me !== null && isOrganizer(event.locals.me),
    now: new Date().toISOString(),
  };
};
