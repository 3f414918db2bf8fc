import type { FactorsView, SessionView } from '@danban/contract';
import { redirect } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const [sessions, factors] = await Promise.all([
    read<SessionView[]>(event, '/lam-viec/api/me/sessions'),
    read<FactorsView>(event, '/lam-viec/api/me/factors'),
  ]);
  return { sessions, factors };
};

export const actions: Actions = {
  end: async (event) => {
    const id = field(await event.request.formData(), 'id');
    const sent = await send(event, 'DELETE', `/lam-viec/api/me/sessions/${encodeURIComponent(id)}`);
    return sent.ok ? { told: 'own.ended' as const } : refuse(sent);
  },
  beginPhone: async (event) => {
    const sent = await send(event, 'POST', '/lam-viec/api/me/phone');
    return sent.ok ? redirect(303, '/lam-viec/toi/dien-thoai') : refuse(sent);
  },
  removePhone: async (event) => {
    const sent = await send(event, 'DELETE', '/lam-viec/api/me/phone');
    return sent.ok ? { told: 'phone.removed' as const } : refuse(sent);
  },
  renewCodes: async (event) => {
    const sent = await send<{ codes: string[] }>(event, 'POST', '/lam-viec/api/me/phone/recovery');
    return sent.ok ? { codes: sent.value.codes } : refuse(sent);
  },
  endOthers: async (event) => {
    const sent = await send(event, 'DELETE', '/lam-viec/api/me/sessions');
    return sent.ok ? { told: 'own.ended' as const } : refuse(sent);
  },
};
