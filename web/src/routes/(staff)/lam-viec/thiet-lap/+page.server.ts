import { redirect } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../lib/api.ts';
import { field, secret } from '../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const setup = '/lam-viec/api/setup';

export const load: PageServerLoad = async (event) => ({
  token: event.url.searchParams.get('ma'),
  ...(await read<{ needed: boolean }>(event, setup)),
});

export const actions: Actions = {
  example: async (event) => {
    const token = field(await event.request.formData(), 'token');
    const sent = await send(event, 'POST', setup, { choice: 'example', token });
    return sent.ok ? redirect(303, '/lam-viec') : refuse(sent, { typed: undefined });
  },
  empty: async (event) => {
    const form = await event.request.formData();
    const typed = { organisation: field(form, 'organisation'), name: field(form, 'name'), login: field(form, 'login') };
    const { name, login } = typed;
    const sent = await send(event, 'POST', setup, {
      choice: 'empty',
      token: field(form, 'token'),
      organisation: { name: typed.organisation },
      admin: { name, login, password: secret(form, 'password') },
    });
    return sent.ok ? redirect(303, '/lam-viec/don-vi') : refuse(sent, { typed });
  },
};
