import type { RepliesView, ReplyView, SuggestionsView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read, readIfAllowed, refuse, send } from '../../../../../../lib/api.ts';
import { commentsApi } from '../../../../../../lib/comments/addresses.ts';
import { field } from '../../../../../../lib/form.ts';
import { asked, pageAsked } from '../../../../../../lib/lists.ts';
import { asks, filterAsked, repliesApi } from '../../../../../../lib/replies/addresses.ts';
import { actIn, proposalIn } from '../../../../../../lib/replies/posted.ts';
import { isDone } from '../../../../../../lib/replies/words.ts';
import type { Actions, PageServerLoad } from './$types.js';

const survey = (event: RequestEvent): string => event.params['id'] ?? '';
const api = (event: RequestEvent): string => repliesApi(survey(event));

function deskQuery({ url }: RequestEvent): string {
  const words = (url.searchParams.get(asked.words) ?? '').trim().slice(0, 200);
  const filter = filterAsked(url);
  return new URLSearchParams({ ...(words ? { q: words } : {}), ...(filter ? { filter } : {}) }).toString();
}

export const load: PageServerLoad = async (event) => {
  const view = await read<RepliesView>(event, `${api(event)}?${deskQuery(event)}`);
  const cluster = event.url.searchParams.get(asks.cluster);
  const isLoose = event.url.searchParams.get(asks.part) === asks.loose && view.may.group;
  const page = `page=${pageAsked(event.url)}`;
  return {
    view,
    filter: filterAsked(event.url),
    cluster,
    one: cluster
      ? await readIfAllowed<ReplyView>(event, `${api(event)}/clusters/${encodeURIComponent(cluster)}?${page}`)
      : null,
    loose: isLoose ? await readIfAllowed<SuggestionsView>(event, `${api(event)}/loose?${page}`) : null,
  };
};

export const actions = {
  step: async (event) => {
    const form = await event.request.formData();
    const act = actIn(form);
    const path = `${api(event)}/clusters/${encodeURIComponent(field(form, 'cluster'))}/steps`;
    const sent = await send(event, 'POST', path, { step: Number(field(form, 'step')), act });
    const told = isDone(act.kind) ? act.kind : 'assign';
    return sent.ok ? { told } : refuse(sent, act.kind === 'propose' ? { typed: proposalIn(form) } : {});
  },
  move: async (event) => {
    const form = await event.request.formData();
    const act = { kind: 'move', comments: [field(form, 'comment')], to: field(form, 'to') };
    const body = { revision: Number(field(form, 'revision')), act };
    const sent = await send(event, 'POST', `${commentsApi(survey(event))}/clusters`, body);
    return sent.ok ? { told: 'move' as const } : refuse(sent);
  },
  undo: async (event) => {
    const revision = Number(field(await event.request.formData(), 'revision'));
    const sent = await send(event, 'POST', `${commentsApi(survey(event))}/clusters/undo`, { revision });
    return sent.ok ? { told: 'undo' as const } : refuse(sent);
  },
  publish: async (event) => {
    const sent = await send(event, 'POST', `${api(event)}/publication`);
    return sent.ok ? { told: 'publish' as const } : refuse(sent);
  },
} satisfies Actions;
