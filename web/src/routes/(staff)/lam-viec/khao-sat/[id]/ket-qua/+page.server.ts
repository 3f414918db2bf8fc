import type { PublishedComments } from '@danban/contract';
import { read } from '../../../../../../lib/api.ts';
import { commentsApi } from '../../../../../../lib/comments/addresses.ts';
import { loadResults } from '../../../../../../lib/results/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const page = `/lam-viec/api/surveys/${encodeURIComponent(event.params.id)}/release`;
  const [results, opinions] = await Promise.all([
    loadResults((path) => read(event, path), page, event.url.searchParams),
    read<PublishedComments | null>(event, `${commentsApi(event.params.id)}/published`),
  ]);
  return { ...results, opinions };
};
