import type { ReplyTimesView } from '@danban/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../../lib/api.ts';
import { field } from '../../../../../../lib/form.ts';
import { repliesApi } from '../../../../../../lib/replies/addresses.ts';
import type { Actions, PageServerLoad } from './$types.js';

const api = (event: RequestEvent): string => `${repliesApi(event.params['id'] ?? '')}/clock`;

export const load: PageServerLoad = async (event) => ({ times: await read<ReplyTimesView>(event, api(event)) });

export const actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const wish = {
      preset: field(form, 'preset'),
      minDays: Number(field(form, 'minDays')),
      replyDays: Number(field(form, 'replyDays')),
      counting: field(form, 'counting'),
    };
    const sent = await send(event, 'PUT', api(event), wish);
    return sent.ok ? { told: 'clock' as const } : refuse(sent);
  },
  extend: async (event) => {
    const form = await event.request.formData();
    const typed = { until: field(form, 'until'), reason: field(form, 'reason') };
    const sent = await send(event, 'POST', `${api(event)}/extensions`, typed);
    return sent.ok ? { told: 'extend' as const } : refuse(sent, { typed });
  },
} satisfies Actions;
