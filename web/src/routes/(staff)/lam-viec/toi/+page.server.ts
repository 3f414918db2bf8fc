import type { SessionView } from '@danban/contract';
import { read, refuse, send } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({
  sessions: await read<SessionView[]>(event, '/lam-viec/api/me/sessions'),
});

export const actions: Actions = {
  end: async (event) => {
    const id = field(await event.request.formData(), 'id');
    const sent = await send(event, 'DELETE', `/lam-viec/api/me/sessions/${encodeURIComponent(id)}`);
    return sent.ok ? { told: 'ended' as const } : refuse(sent);
  },
  endOthers: async (event) => {
    const sent = await send(event, 'DELETE', '/lam-viec/api/me/sessions');
    return sent.ok ? { told: 'ended' as const } : refuse(sent);
  },
};
