import { redirect } from '@sveltejs/kit';
import { refuse, send } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** A one-time link leads here, too. Opening it changes nothing: mail scanners follow links. */
export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get('ma') });

export const actions: Actions = {
  password: async (event) => {
    const form = await event.request.formData();
    const login = field(form, 'login');
    const password = String(form.get('password') ?? '');
    const sent = await send(event, 'POST', '/lam-viec/api/sessions', { login, password });
    return sent.ok ? redirect(303, '/lam-viec') : refuse(sent, { login });
  },
  link: async (event) => {
    const token = field(await event.request.formData(), 'token');
    const sent = await send(event, 'POST', '/lam-viec/api/sessions/link', { token });
    return sent.ok ? redirect(303, '/lam-viec') : refuse(sent, { login: '' });
  },
};
