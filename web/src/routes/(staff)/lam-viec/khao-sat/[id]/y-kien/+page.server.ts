import type { CommentView, ModerationView, PageView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { commentsApi, partAsked } from '../../../../../../lib/comments/addresses.ts';
import { reviewIn } from '../../../../../../lib/comments/posted.ts';
import { field } from '../../../../../../lib/form.ts';
import { asked, listQuery } from '../../../../../../lib/lists.ts';
import type { Actions, PageServerLoad } from './$types.js';

const api = (event: RequestEvent): string => commentsApi(event.params['id'] ?? '');
const one = (event: RequestEvent, form: FormData): string =>
  `${api(event)}/one/${encodeURIComponent(field(form, 'comment'))}`;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const moderation = await read<ModerationView>(event, api(event));
  const part = partAsked(event.url);
  const searched = (searchParams.get(asked.words) ?? '') !== '';
  if (part) {
    const query = listQuery(event.url, { list: part });
    const comments = await read<PageView<CommentView>>(event, `${api(event)}/listed?${query}`);
    return { moderation, searched, listed: { part, comments }, comment: null, left: 0 };
  }
  // One of them again, or the next after the one that was put off.
  const again = searchParams.get('y');
  if (again) {
    const comment = await read<CommentView>(event, `${api(event)}/one/${encodeURIComponent(again)}`);
    return { moderation, searched, listed: null, comment, left: 0 };
  }
  const after = searchParams.get('sau');
  const query = after ? `?after=${encodeURIComponent(after)}` : '';
  const { comment, left } = await read<{ comment: CommentView | null; left: number }>(
    event,
    `${api(event)}/next${query}`,
  );
  return { moderation, searched, listed: null, comment, left };
};

export const actions = {
  review: async (event) => {
    const form = await event.request.formData();
    const sent = await send(event, 'PUT', `${one(event, form)}/review`, reviewIn(form));
    return sent.ok ? { saved: field(form, 'comment') } : refuse(sent);
  },
  undo: async (event) => {
    const sent = await send(event, 'DELETE', `${one(event, await event.request.formData())}/review`);
    return sent.ok ? { undone: true } : refuse(sent);
  },
  reopen: async (event) => {
    const sent = await send(event, 'POST', `${one(event, await event.request.formData())}/reopen`);
    return sent.ok ? { reopened: true } : refuse(sent);
  },
  handOn: async (event) => {
    const sent = await send(event, 'POST', `${one(event, await event.request.formData())}/handed-on`);
    return sent.ok ? { handedOn: true } : refuse(sent);
  },
} satisfies Actions;
