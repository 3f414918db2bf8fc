import type { ClustersView, ModerationView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read, refuse } from '../../../../../../../lib/api.ts';
import { commentsApi } from '../../../../../../../lib/comments/addresses.ts';
import { group, undoGrouping } from '../../../../../../../lib/comments/grouping.ts';
import { listQuery } from '../../../../../../../lib/lists.ts';
import type { Actions, PageServerLoad } from './$types.js';

const api = (event: RequestEvent): string => commentsApi(event.params['id'] ?? '');

export const load: PageServerLoad = async (event) => {
  const cluster = event.url.searchParams.get('nhom');
  const query = listQuery(event.url, { cluster: cluster ?? undefined });
  const moderation = await read<ModerationView>(event, api(event));
  return { moderation, cluster, view: await read<ClustersView>(event, `${api(event)}/clusters?${query}`) };
};

export const actions = {
  group: async (event) => {
    const { sent } = await group(event);
    return sent.ok ? { done: true } : refuse(sent);
  },
  undo: async (event) => {
    const sent = await undoGrouping(event);
    return sent.ok ? { done: true } : refuse(sent);
  },
} satisfies Actions;
