import { redirect } from '@sveltejs/kit';
import { refuse, send } from '../../../../lib/api.ts';
import { field, secret } from '../../../../lib/form.ts';
import { onward, type SignedIn } from '../../../../lib/staff/onward.ts';
import type { Actions } from './$types.js';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const login = field(form, 'login');
    const password = secret(form, 'password');
    const sent = await send<SignedIn>(event, 'POST', '/lam-viec/api/sessions', { login, password });
    return sent.ok ? redirect(303, onward(event.url, sent.value)) : refuse(sent, { login });
  },
};
