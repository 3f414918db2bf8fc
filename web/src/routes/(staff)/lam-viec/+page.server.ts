import type { PageView, StateGroup, SurveySummaryView } from '@danban/contract';
import { read } from '../../../lib/api.ts';
import { asked, listQuery } from '../../../lib/lists.ts';
import { isOrganizer } from '../../../lib/staff/roles.ts';
import type { PageServerLoad } from './$types.js';

const states: Readonly<Record<string, StateGroup>> = {
  'dang-soan': 'draft',
  'dang-mo': 'open',
  'kiem-dem': 'counting',
  'ket-qua': 'results',
};

export const load: PageServerLoad = async (event) => {
  const state = states[event.url.searchParams.get(asked.state) ?? ''];
  const query = listQuery(event.url, { state });
  return {
    surveys: await read<PageView<SurveySummaryView>>(event, `/lam-viec/api/surveys?${query}`),
    isNarrowed: state !== undefined || event.url.searchParams.has(asked.words),
    mayCreate: event.locals.me !== null && isOrganizer(event.locals.me),
  };
};
