import { redirect } from '@sveltejs/kit';
import { refuse, send } from '../../../../lib/api.ts';
import { field } from '../../../../lib/form.ts';
import { onward, type SignedIn } from '../../../../lib/staff/onward.ts';
import type { Actions } from './$types.js';

export const actions: Actions = {
  default: async (event) => {
    const code = field(await event.request.formData(), 'code');
    const sent = await send<SignedIn>(event, 'POST', '/lam-viec/api/sessions/code', { code });
    return sent.ok ? redirect(303, onward(event.url, sent.value)) : refuse(sent);
  },
};
