import type { LinkLoginView } from '@danban/contract';
import { t } from '@danban/i18n';
import { fail, redirect } from '@sveltejs/kit';
import { refuse, send } from '../../../../lib/api.ts';
import { field, secret } from '../../../../lib/form.ts';
import { codePage, isCodeDue, type SignedIn } from '../../../../lib/staff/onward.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = Parameters<PageServerLoad>[0] | Parameters<NonNullable<Actions['default']>>[0];

const shortest = 10;

/** The name she signs in with from now on; `null` where the link is gone. */
async function loginFor(event: Event, token: string): Promise<string | null> {
  if (token === '') return event.locals.me?.login ?? null;
  const found = await send<LinkLoginView>(event, 'POST', '/lam-viec/api/sessions/link/login', { token });
  return found.ok ? found.value.login : null;
}

export const load: PageServerLoad = async (event) => {
  const token = event.url.searchParams.get('ma') ?? '';
  return { token, login: await loginFor(event, token) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const password = secret(form, 'password');
    const { lang } = event.locals;
    // Checked before the link is used up: a typing mistake must not cost the person her only way in.
    if (password.length < shortest) return fail(422, { wrong: { password: t(lang, 'password.tooShort') } });
    if (password !== form.get('again')) return fail(422, { wrong: { again: t(lang, 'password.differs') } });
    const token = field(form, 'token');
    const login = await loginFor(event, token);
    // Without a token she has come in by one already, and by the code from her phone.
    if (token !== '' || event.locals.me === null) {
      const entered = await send<SignedIn>(event, 'POST', '/lam-viec/api/sessions/link', { token });
      if (!entered.ok) return refuse(entered);
      if (isCodeDue(entered.value)) redirect(303, codePage('mat-khau'));
    }
    const chosen = await send(event, 'POST', '/lam-viec/api/me/password', { password });
    return chosen.ok ? redirect(303, '/lam-viec') : refuse(chosen, { login });
  },
};
