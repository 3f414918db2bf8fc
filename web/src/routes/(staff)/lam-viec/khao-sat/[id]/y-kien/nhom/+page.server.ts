import type { ClustersView, ModerationView } from '@danban/contract';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { read, refuse, send, type Refusal } from '../../../../../../../lib/api.ts';
import { commentsApi } from '../../../../../../../lib/comments/addresses.ts';
import { field } from '../../../../../../../lib/form.ts';
import { listQuery } from '../../../../../../../lib/lists.ts';
import type { Actions, PageServerLoad } from './$types.js';

const api = (event: RequestEvent): string => commentsApi(event.params['id'] ?? '');
/** The server draws the id of a new cluster in place of this one. */
const drawnThere = '00000000-0000-4000-8000-000000000000';

export const load: PageServerLoad = async (event) => {
  const cluster = event.url.searchParams.get('nhom');
  const query = listQuery(event.url, { cluster: cluster ?? undefined });
  const moderation = await read<ModerationView>(event, api(event));
  return { moderation, cluster, view: await read<ClustersView>(event, `${api(event)}/clusters?${query}`) };
};

type Acted = Promise<{ done: true } | ActionFailure<{ refusal: Refusal }>>;

async function act(event: RequestEvent, form: FormData, wish: object): Acted {
  const body = { revision: Number(field(form, 'revision')), act: wish };
  const sent = await send(event, 'POST', `${api(event)}/clusters`, body);
  return sent.ok ? { done: true } : refuse(sent);
}

function wishOf(form: FormData): object {
  const comments = form.getAll('comment').map(String);
  const [title, to, cluster] = [field(form, 'title'), field(form, 'to'), field(form, 'cluster')];
  switch (field(form, 'what')) {
    case 'move':
      return { kind: 'move', comments, to: to === 'ngoai' ? null : to };
    case 'split':
      return { kind: 'split', cluster, id: drawnThere, title, comments };
    default:
      return { kind: 'create', id: drawnThere, title, comments };
  }
}

export const actions = {
  put: async (event) => {
    const form = await event.request.formData();
    return act(event, form, wishOf(form));
  },
  rename: async (event) => {
    const form = await event.request.formData();
    return act(event, form, { kind: 'rename', cluster: field(form, 'cluster'), title: field(form, 'name') });
  },
  merge: async (event) => {
    const form = await event.request.formData();
    return act(event, form, { kind: 'merge', from: field(form, 'cluster'), into: field(form, 'into') });
  },
  dissolve: async (event) => {
    const form = await event.request.formData();
    return act(event, form, { kind: 'dissolve', cluster: field(form, 'cluster') });
  },
  undo: async (event) => {
    const revision = Number(field(await event.request.formData(), 'revision'));
    const sent = await send(event, 'POST', `${api(event)}/clusters/undo`, { revision });
    return sent.ok ? { done: true } : refuse(sent);
  },
} satisfies Actions;
