import type { ClustersView, RepliesView, ReplyView, SuggestionsView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read, readIfAllowed, refuse, send } from '../../../../../../lib/api.ts';
import { commentsApi } from '../../../../../../lib/comments/addresses.ts';
import { group, undoGrouping } from '../../../../../../lib/comments/grouping.ts';
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

/** Which opinions are looked for, where they are grouped. */
function chosenQuery({ url }: RequestEvent): string {
  const words = (url.searchParams.get(asks.words) ?? '').trim().slice(0, 200);
  return new URLSearchParams({ ...(words ? { q: words } : {}), page: String(pageAsked(url)) }).toString();
}

/** The themes as who groups opinions has them, and the opinions of one of them. */
function groupingOf(event: RequestEvent, cluster: string | null): Promise<ClustersView | null> {
  const query = `${chosenQuery(event)}${cluster ? `&cluster=${encodeURIComponent(cluster)}` : ''}`;
  return readIfAllowed<ClustersView>(event, `${commentsApi(survey(event))}/clusters?${query}`);
}

export const load: PageServerLoad = async (event) => {
  const view = await read<RepliesView>(event, `${api(event)}?${deskQuery(event)}`);
  const cluster = event.url.searchParams.get(asks.cluster);
  const part = view.may.group ? event.url.searchParams.get(asks.part) : null;
  const page = `page=${pageAsked(event.url)}`;
  const isLoose = part === asks.loose;
  const isRegrouped = part === asks.regroup && cluster !== null;
  return {
    view,
    filter: filterAsked(event.url),
    cluster,
    one: cluster
      ? await readIfAllowed<ReplyView>(event, `${api(event)}/clusters/${encodeURIComponent(cluster)}?${page}`)
      : null,
    loose: isLoose ? await readIfAllowed<SuggestionsView>(event, `${api(event)}/loose?${chosenQuery(event)}`) : null,
    grouping: isLoose || isRegrouped ? await groupingOf(event, isRegrouped ? cluster : null) : null,
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
  group: async (event) => {
    const { kind, sent } = await group(event);
    return sent.ok ? { told: kind === 'move' ? ('move' as const) : ('group' as const) } : refuse(sent);
  },
  undo: async (event) => {
    const sent = await undoGrouping(event);
    return sent.ok ? { told: 'undo' as const } : refuse(sent);
  },
  publish: async (event) => {
    const sent = await send(event, 'POST', `${api(event)}/publication`);
    return sent.ok ? { told: 'publish' as const } : refuse(sent);
  },
} satisfies Actions;
