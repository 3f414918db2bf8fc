import type { CommitmentsView, ListeningView, PublicRepliesView, PublishedComments } from '@danban/contract';
import { read } from '../../../../lib/api.ts';
import { loadResults } from '../../../../lib/results/load.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const page = `/api/kq/${encodeURIComponent(event.params.slug)}`;
  const log = `/api/log/${encodeURIComponent(event.params.slug)}/opening`;
  const [results, opinions, replies, board, listening, isLogged] = await Promise.all([
    loadResults((path) => read(event, path), page, event.url.searchParams),
    read<PublishedComments | null>(event, `${page}/comments`),
    read<PublicRepliesView | null>(event, `${page}/replies`),
    read<CommitmentsView>(event, `${page}/commitments`),
    read<ListeningView | null>(event, `${page}/listening`),
    // Surveys that were opened before there was a log cannot be checked.
    event.fetch(log).then(({ ok }) => ok),
  ]);
  return { ...results, opinions, replies, board, listening, isLogged };
};
