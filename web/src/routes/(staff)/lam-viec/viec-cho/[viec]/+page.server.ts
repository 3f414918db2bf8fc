import type { PageView, WaitingSurveyView } from '@danban/contract';
import { error } from '@sveltejs/kit';
import { read } from '../../../../../lib/api.ts';
import { workAt } from '../../../../../lib/desk/works.ts';
import { pageAsked } from '../../../../../lib/lists.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const work = workAt(event.params.viec) ?? error(404);
  const path = `/lam-viec/api/desk/${work}?page=${pageAsked(event.url)}`;
  return { work, surveys: await read<PageView<WaitingSurveyView>>(event, path) };
};
