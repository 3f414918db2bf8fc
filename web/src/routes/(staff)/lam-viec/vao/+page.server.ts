import { redirect } from '@sveltejs/kit';
import { refuse, send } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import { onward, type SignedIn } from '../../../../lib/staff/onward.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Opening the link changes nothing: mail scanners follow links, and would use it up. */
export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get('ma') });

export const actions: Actions = {
  default: async (event) => {
    const token = field(await event.request.formData(), 'token');
    const sent = await send<SignedIn>(event, 'POST', '/lam-viec/api/sessions/link', { token });
    return sent.ok ? redirect(303, onward(event.url, sent.value)) : refuse(sent);
  },
};
