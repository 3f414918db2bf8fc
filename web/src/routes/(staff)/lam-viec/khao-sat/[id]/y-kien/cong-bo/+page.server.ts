import type { ModerationView, PublicationPreview } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read, readIfAllowed, refuse, send } from '../../../../../../../lib/api.ts';
import { commentsApi } from '../../../../../../../lib/comments/addresses.ts';
import type { Actions, PageServerLoad } from './$types.js';

const api = (event: RequestEvent): string => commentsApi(event.params['id'] ?? '');

export const load: PageServerLoad = async (event) => {
  // Who publishes may not be who reads: in a small unit somebody from outside does.
  const publication = await readIfAllowed<PublicationPreview>(event, `${api(event)}/publication`);
  const moderation = publication
    ? await readIfAllowed<ModerationView>(event, api(event))
    : await read<ModerationView>(event, api(event));
  return { id: event.params.id, publication, moderation };
};

export const actions = {
  publish: async (event) => {
    const sent = await send(event, 'POST', `${api(event)}/publication`);
    return sent.ok ? { published: true } : refuse(sent);
  },
  take: async (event) => {
    const sent = await send(event, 'DELETE', `${api(event)}/publication`);
    return sent.ok ? { taken: true } : refuse(sent);
  },
} satisfies Actions;
