import type { OwnSsoView } from '@danban/contract';
import { redirect } from '@sveltejs/kit';
import { read, refuse, send } from '../../../../../lib/api.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({ sso: await read<OwnSsoView>(event, '/lam-viec/api/me/sso') });

export const actions: Actions = {
  default: async (event) => {
    const sent = await send(event, 'POST', '/lam-viec/api/me/sso');
    return sent.ok ? redirect(303, '/lam-viec/toi?da-noi') : refuse(sent);
  },
};
