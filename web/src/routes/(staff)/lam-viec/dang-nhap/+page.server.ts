import type { SsoView } from '@danban/contract';
import { redirect } from '@sveltejs/kit';
import { read, refusalOf, refuse, send } from '../../../../lib/api.ts';
import { field, secret } from '../../../../lib/form.ts';
import { onward, type SignedIn } from '../../../../lib/staff/onward.ts';
import { refusalIn } from '../../../../lib/staff/sso.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const refused = refusalIn(event.url);
  return {
    sso: await read<SsoView>(event, '/lam-viec/api/sso'),
    refusal: refused === null ? undefined : refusalOf(event.locals.lang, refused),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const login = field(form, 'login');
    const password = secret(form, 'password');
    const sent = await send<SignedIn>(event, 'POST', '/lam-viec/api/sessions', { login, password });
    return sent.ok ? redirect(303, onward(event.url, sent.value)) : refuse(sent, { login });
  },
};
