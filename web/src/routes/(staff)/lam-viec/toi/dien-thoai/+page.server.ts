import type { PhoneSetUpView } from '@danban/contract';
import { refuse, send } from '../../../../../lib/api.ts';
import { field } from '../../../../../lib/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Nothing to show is no error: it was begun too long ago, or it is done. */
export const load: PageServerLoad = async ({ fetch }) => {
  const answer = await fetch('/lam-viec/api/me/phone');
  return { setUp: answer.ok ? ((await answer.json()) as PhoneSetUpView) : null };
};

export const actions: Actions = {
  default: async (event) => {
    const code = field(await event.request.formData(), 'code');
    const sent = await send<{ codes: string[] }>(event, 'POST', '/lam-viec/api/me/phone/confirmation', { code });
    return sent.ok ? { codes: sent.value.codes } : refuse(sent);
  },
};
